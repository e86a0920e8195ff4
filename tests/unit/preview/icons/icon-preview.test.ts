import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodIcon } from '../../../../clinic/icon.ts';
import type { Json } from '../../../../lib/kernel/json.ts';
import type { SeenPicture } from '../../../../lib/kernel/picture.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { iconPreview } from '../../../../lib/preview/icons/icon-preview.ts';

type Given = Pick<Report, 'evidence' | 'exchanges' | 'findings'>;

function exchange(id: string, status: number) {
  return { kind: 'response', id, status } as unknown as Report['exchanges'][number];
}

function image(side: number, bytes: number, more: { readonly [member: string]: Json } = {}): Json {
  return { type: 'png', sizes: [{ width: side, height: side }], bytes, pixels: null, ...more };
}

function given(evidence: { readonly [key: string]: Json }, findings: readonly unknown[] = []): Given {
  const observations = Object.entries(evidence).map(([key, value]) => [key, { status: 'observed', value }]);
  return {
    evidence: Object.fromEntries(observations) as Json,
    exchanges: [exchange('e1', 200), exchange('e2', 404)],
    findings: findings as Given['findings'],
  };
}

const domains = { host: 'mcp.acme.dev', asked: 'acme.dev', registrable: 'acme.dev', suffixOf: null };
const ownSite = (...icons: readonly Json[]): Json => ({
  ...{ origin: 'https://mcp.acme.dev', page: null, declared: [], manifest: null, domains },
  icons,
});
const base64 = goodIcon(64).toString('base64');
const bytes = goodIcon(64).length;

describe('the icon that Claude would show', () => {
  it('is not known where nothing was looked for', () => {
    expect(iconPreview(given({}), [])).toEqual({
      custom: { shown: 'unknown', because: 'not-seen', domain: null, picture: null },
      directory: { picture: null },
      ...{ google: [], site: [], server: [], advice: [] },
    });
  });

  it('is Google’s answer at another size, where that at 64 pixels did not come', () => {
    const lookup = (size: number, ok: boolean): Json => ({
      ...{ domain: 'acme.dev', size, exchange: ok ? { exchange: 'e1' } : { exchange: 'e9' } },
      image: ok ? image(size, bytes) : null,
    });
    const google = { domain: 'acme.dev', asked: 'acme.dev', host: 'acme.dev' };
    const report = given({
      'site-icons': ownSite(),
      'favicon-service': { ...google, lookups: [lookup(32, true), lookup(64, false), lookup(128, true)] },
    });
    const picture = (size: number): SeenPicture => ({
      ...{ url: 'https://www.google.com/', from: 'google', asked: { domain: 'acme.dev', size } },
      ...{ type: 'png', base64 },
    });
    const pictures = [picture(32), picture(128)];
    expect(iconPreview(report, pictures).custom).toEqual({
      ...{ shown: 'google', because: 'google-answered', domain: 'acme.dev', picture: 1 },
    });
    expect(iconPreview(report, pictures).google.map(({ status, picture: at }) => [status, at])).toEqual([
      [200, 0],
      [null, null],
      [200, 1],
    ]);
    expect(iconPreview(report, []).custom).toMatchObject({ shown: 'google', picture: null });
  });

  it('gives each of several data: pictures with the same head its own', () => {
    const head = 'data:image/png;base64,…';
    const icon: Json = { url: head, from: 'server', exchange: null, refused: null, image: image(64, bytes) };
    const other: Json = { ...(icon as object), image: image(64, 3) } as Json;
    const report = given({ 'site-icons': ownSite(), 'server-icons': { given: 3, icons: [icon, icon, other] } });
    const seen = { url: head, from: 'server', type: 'png' } as const;
    const pictures: readonly SeenPicture[] = [
      { ...seen, base64: 'AAAA' },
      { ...seen, base64 },
      { ...seen, base64: goodIcon(64).toString('base64') },
    ];
    expect(iconPreview(report, pictures).server.map(({ picture }) => picture)).toEqual([1, 2, 0]);
  });

  it('orders what to mend by what helps most, and puts no foreign markup into a tag', () => {
    const finding = (code: string, values: object = {}, severity = 'warning') => ({ id: code, code, values, severity });
    const report = given({ 'site-icons': ownSite() }, [
      finding('icon.server-icons', {}, 'note'),
      finding('tools.none'),
      finding('icon.google-default', { domain: 'acme.dev"><script>' }),
      finding('icon.site-missing'),
    ]);
    expect(iconPreview(report, []).advice).toEqual([
      {
        ...{ code: 'icon.site-missing', finding: 'icon.site-missing', isAside: false },
        // The domain’s own site was not looked at: the finding’s words stand.
        ...{ reason: null, adds: [] },
      },
      {
        ...{ code: 'icon.google-default', finding: 'icon.google-default', isAside: true, adds: [] },
        reason: { kind: 'host-unknown', domain: 'acme.dev', host: 'acme.dev"><script>' },
      },
      { code: 'icon.server-icons', finding: 'icon.server-icons', isAside: true, reason: null, adds: [] },
    ]);
  });

  it('never throws, whatever a report that was opened holds', () => {
    const keys = fc.constantFrom('site-icons', 'parent-icons', 'favicon-service', 'server-icons');
    const members = fc.constantFrom('icons', 'lookups', 'domains', 'declared', 'image', 'sizes', 'pixels', 'origin');
    const value = fc.letrec<{ readonly tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, 1, -1, '', 'https://acme.dev', 'png', true),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(members, tie('tree'), { maxKeys: 4 }),
      ),
    })).tree;
    fc.assert(
      fc.property(fc.dictionary(keys, value), (evidence) => {
        iconPreview(given(evidence as { readonly [key: string]: Json }), []);
      }),
      { numRuns: 1_000 },
    );
  });
});
