import { useState } from 'react';
import { IconSection } from '../../../components/preview/IconSection.tsx';
import { codeDefinitions } from '../../../lib/checks/catalog.ts';
import { wordedFinding } from '../../../lib/i18n/worded-finding.ts';
import type { Values } from '../../../lib/kernel/finding.ts';
import type { FindingCode } from '../../../lib/kernel/finding-code.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import type { WordedFinding } from '../../../lib/kernel/report.ts';
import type { GoogleIcon, IconAdvice, IconPreview, SiteIcon } from '../../../lib/preview/preview.ts';
import { iconSizes } from '../../../lib/standards/favicon-service.ts';
import type { GalleryState } from './gallery-state.ts';

interface State {
  readonly icon: IconPreview;
  readonly pictures?: readonly SeenPicture[];
  readonly name?: string;
  readonly findings?: readonly WordedFinding[];
  readonly tried?: SeenPicture;
}

function Shown({ icon, pictures = usual, name = 'Acme', findings = [], tried: first }: State) {
  const [tried, setTried] = useState(first ?? null);
  return (
    <main className="p-4">
      <h1 className="sr-only" lang="en">
        mcp.acme.dev
      </h1>
      <h2 className="sr-only" lang="en">
        mcp.acme.dev/mcp
      </h2>
      <IconSection
        icon={icon}
        pictures={pictures}
        name={name}
        report={{ findings, vantage: 'extension', subject: 'connector' }}
        tried={tried}
        onTry={setTried}
      />
    </main>
  );
}

function drawing(inner: string, from: SeenPicture['from'] = 'google'): SeenPicture {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 16 16">${inner}</svg>`;
  return { url: `https://acme.dev/${from}`, from, type: 'svg', base64: btoa(svg) };
}

const disc = '<rect width="16" height="16" fill="#d97757"/><circle cx="8" cy="8" r="5" fill="#fff"/>';
const old = '<rect width="16" height="16" fill="#0a3ca0"/><path d="M3 12 8 3l5 9z" fill="#fff"/>';
const white = '<circle cx="8" cy="8" r="7" fill="#fff"/>';
const lines = Array.from({ length: 8 }, (_, at) => `<path d="M0 ${2 * at}h16" stroke="#444" stroke-width="1"/>`);

/** By place: today’s, yesterday’s, one that nobody can draw, white on nothing. */
const usual: readonly SeenPicture[] = [
  drawing(disc),
  drawing(old),
  { url: 'https://acme.dev/broken.png', from: 'link', type: 'png', base64: 'AAAA' },
  drawing(white),
];

function googleIcon(size: number, more: Partial<GoogleIcon> = {}): GoogleIcon {
  const answer = { width: size, height: size, status: 200, isGlobe: false, isSmaller: false, picture: 0 };
  return { domain: 'acme.dev', size, ...answer, ...more };
}

function siteIcon(more: Partial<SiteIcon> = {}): SiteIcon {
  return {
    ...{ url: 'https://mcp.acme.dev/favicon.ico', from: 'favicon.ico', site: 'mcp.acme.dev', type: 'png' },
    ...{ width: 128, height: 128, status: 200, refused: null, sameAsGoogle: true, picture: 0 },
    ...more,
  };
}

function iconPreview(more: Partial<IconPreview>): IconPreview {
  return {
    custom: { shown: 'google', because: 'google-answered', domain: 'acme.dev', picture: 0 },
    directory: { picture: 0 },
    google: iconSizes.map((size) => googleIcon(size)),
    site: [siteIcon()],
    server: [],
    advice: [],
    ...more,
  };
}

function found(code: FindingCode, values: Values): WordedFinding {
  const { severity, confidence, step } = codeDefinitions[code];
  const finding = { id: code, code, subject: { kind: 'connector' }, severity, confidence, step, values, evidence: [] };
  return wordedFinding(finding as never, codeDefinitions[code], { vantage: 'extension', guides: [] });
}

function advice(code: FindingCode, snippet: string | null = null): IconAdvice {
  const adds = snippet === null ? [] : [{ kind: 'tag' as const, text: snippet, page: 'https://acme.dev/' }];
  return { code, finding: code, isAside: code === 'icon.server-icons', reason: null, adds };
}

const missing = { host: 'mcp.acme.dev', status: 404, declared: 0, page: 'asked' };
const unloaded = { type: null, width: null, height: null, picture: null, sameAsGoogle: null } as const;
const globe = { width: 16, height: 16, status: 404, isGlobe: true, picture: null } as const;
const longUrl = `https://cdn.acme-static.dev/${'a-very-long-way/'.repeat(30)}icon.png?${'v=1&'.repeat(20)}`;

const icons: Readonly<Record<string, State>> = {
  full: {
    icon: iconPreview({
      site: [
        siteIcon(),
        siteIcon({
          url: 'https://mcp.acme.dev/mark.svg',
          from: 'link',
          type: 'svg',
          width: null,
          height: null,
          sameAsGoogle: null,
        }),
      ],
      server: [
        siteIcon({ from: 'server', url: 'data:image/png;base64,…', site: null, status: null, sameAsGoogle: null }),
      ],
      advice: [advice('icon.server-icons')],
    }),
    findings: [
      found('icon.server-icons', {
        given: 1,
        looked: 1,
        loaded: 1,
        unseen: 0,
        url: '–',
        why: 'failed',
        status: 0,
        reason: '–',
      }),
    ],
  },
  none: {
    icon: iconPreview({
      custom: { shown: 'unknown', because: 'google-not-asked', domain: 'acme.dev', picture: null },
      google: [],
      site: [
        siteIcon({ ...unloaded, status: 404 }),
        siteIcon({
          ...unloaded,
          from: 'link',
          url: 'https://10.0.0.1/icon.png',
          status: null,
          refused: 'private-address',
        }),
      ],
      advice: [advice('icon.site-missing', '<link rel="icon" href="https://mcp.acme.dev/favicon.ico">')],
    }),
    findings: [found('icon.site-missing', missing)],
  },
  globe: {
    icon: iconPreview({
      custom: { shown: 'globe', because: 'google-answered', domain: 'acme.dev', picture: null },
      google: iconSizes.map((size) => googleIcon(size, globe)),
      site: [siteIcon({ sameAsGoogle: null })],
      advice: [advice('icon.google-default', '<link rel="icon" href="https://acme.dev/favicon.ico">')],
    }),
    findings: [found('icon.google-default', { domain: 'acme.dev' })],
  },
  stale: {
    icon: iconPreview({
      custom: { shown: 'google', because: 'google-answered', domain: 'acme.dev', picture: 1 },
      google: iconSizes.map((size) =>
        googleIcon(size, { picture: 1, ...(size > 48 && { isSmaller: true, width: 48, height: 48 }) }),
      ),
      site: [siteIcon({ sameAsGoogle: false })],
      advice: [
        advice(
          'icon.google-missing-size',
          '<link rel="icon" type="image/png" sizes="128x128" href="https://acme.dev/icon-128.png">',
        ),
        advice('icon.google-stale'),
      ],
    }),
    findings: [
      found('icon.google-missing-size', { domain: 'acme.dev', sizes: '64, 96, 128', count: 3, side: 48 }),
      found('icon.google-stale', { domain: 'acme.dev', url: 'https://mcp.acme.dev/favicon.ico' }),
    ],
  },
  guessed: {
    icon: iconPreview({
      custom: { shown: 'guessed', because: 'google-not-asked', domain: 'acme.dev', picture: 3 },
      google: [],
      site: [siteIcon({ picture: 3, sameAsGoogle: null })],
      advice: [advice('icon.low-contrast')],
    }),
    findings: [found('icon.low-contrast', { url: 'https://mcp.acme.dev/favicon.ico', surface: 'light', contrast: 1 })],
  },
  broken: {
    icon: iconPreview({
      custom: { shown: 'google', because: 'google-answered', domain: 'acme.dev', picture: 2 },
      google: iconSizes.map((size) => googleIcon(size, { picture: 2 })),
      site: [siteIcon({ picture: 2, sameAsGoogle: null }), siteIcon({ ...unloaded, status: 200 })],
    }),
  },
  registry: {
    icon: iconPreview({
      custom: { shown: 'google', because: 'registry', domain: 'co.za', picture: 1 },
      google: [
        ...iconSizes.map((size) => googleIcon(size, { domain: 'acme.co.za' })),
        googleIcon(64, { domain: 'co.za', picture: 1 }),
        googleIcon(64, { domain: 'mcp.acme.co.za', width: null, height: null, status: 429, picture: null }),
      ],
      advice: [advice('icon.public-suffix')],
    }),
    findings: [found('icon.public-suffix', { host: 'mcp.acme.co.za', asked: 'co.za', owner: 'registry' })],
  },
  'long-address': {
    name: 'شركة النور — A very long name of a connector that nobody would write, and yet somebody does',
    icon: iconPreview({
      custom: {
        shown: 'google',
        because: 'google-answered',
        domain: `${'long-label.'.repeat(12)}acme.dev`,
        picture: 0,
      },
      site: [
        siteIcon({ url: longUrl, from: 'link' }),
        siteIcon({ url: longUrl, from: 'manifest', sameAsGoogle: false, width: 10_000, height: 3 }),
      ],
    }),
  },
  tried: {
    icon: iconPreview({}),
    tried: { ...drawing(lines.join(''), 'tried'), url: 'my-new-icon.svg' },
  },
};

/** The icon of a connector, in all its states. */
export const iconStates: readonly GalleryState[] = Object.entries(icons).map(([name, state]) => ({
  name: `icon/${name}`,
  width: 720,
  show: () => <Shown {...state} />,
}));
