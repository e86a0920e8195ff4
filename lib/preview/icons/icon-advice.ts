import type { FindingCode } from '../../kernel/finding-code.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import type { IconAdvice } from '../preview.ts';
import type { IconEvidence, SeenSite } from './read-icon-evidence.ts';

/** The findings about icons, the most useful to mend first, each with the tag or the file that is missing. */
export function iconAdvice(findings: readonly WordedFinding[], seen: IconEvidence): readonly IconAdvice[] {
  return findings
    .filter(({ code }) => order.includes(code))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
    .map((finding) => ({ code: finding.code, finding: finding.id, snippet: snippetFor(finding, seen) }));
}

/** What shows a wrong icon or none, then what shows it badly, then what time mends, then what Claude does not read. */
const order: readonly FindingCode[] = [
  'icon.public-suffix',
  'icon.site-missing',
  'icon.only-on-parent-domain',
  'icon.google-default',
  'icon.not-square',
  'icon.low-resolution',
  'icon.low-contrast',
  'icon.google-missing-size',
  'icon.google-stale',
  'icon.server-icon-broken',
  'icon.server-icons',
  'icon.google-unreachable',
];

function snippetFor(finding: WordedFinding, seen: IconEvidence): string | null {
  return snippets[finding.code]?.(seen, String(finding.values['domain'] ?? '')) ?? null;
}

type Snippet = (seen: IconEvidence, domain: string) => string | null;

const largeIcon: Snippet = ({ own, parent }) => {
  const site = own && hasIcon(own) ? own : (parent ?? own);
  return site?.hasPage === false ? fileFor(site.host) : site && largeTagFor(site.host);
};

const snippets: Readonly<Partial<Record<FindingCode, Snippet>>> = {
  // Where the MCP endpoint is at / there is no page that could name it.
  'icon.site-missing': ({ own }) => (own?.hasPage ? tagFor(own.host) : own && fileFor(own.host)),
  'icon.only-on-parent-domain': ({ own }) => own && fileFor(own.host),
  'icon.google-default': ({ own, parent }, domain) => {
    const site = [own, parent].find((one) => one?.host === domain);
    return site && isNamed(site) ? null : tagFor(domain);
  },
  'icon.not-square': largeIcon,
  'icon.low-resolution': largeIcon,
  'icon.google-missing-size': largeIcon,
};

function hasIcon({ icons }: SeenSite): boolean {
  return icons.some(({ image }) => image !== null);
}

function isNamed(site: SeenSite): boolean {
  return site.isNaming && hasIcon(site);
}

function fileFor(host: string): string | null {
  return isPlainHost(host) ? `https://${host}/favicon.ico` : null;
}

function tagFor(host: string): string | null {
  return isPlainHost(host) ? `<link rel="icon" href="https://${host}/favicon.ico">` : null;
}

function largeTagFor(host: string): string | null {
  return isPlainHost(host)
    ? `<link rel="icon" type="image/png" sizes="128x128" href="https://${host}/icon-128.png">`
    : null;
}

/** Nothing else is put into markup that somebody copies. */
function isPlainHost(host: string): boolean {
  return /^[a-z0-9.-]+(:\d+)?$/.test(host);
}
