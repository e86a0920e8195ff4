import { describe, expect, it } from 'vitest';
import { googleIconCheck } from '../../../../lib/checks/icon/google.ts';
import { exchange, judged } from '../../../support/evidence-builders.ts';
import { blue, host, icon, image, lookup, service, site } from './built-icons.ts';

const checks = [googleIconCheck];
const good = service((size) => image(size));
const domain = 'acme-tools.com';
const other = image(128, { pixels: { onLight: 5, onDark: 5, colours: blue } });
const drawing = image(1, { type: 'svg', sizes: [], pixels: null });

describe('Google’s favicon service', () => {
  it('is content with an icon in all sizes that is the site’s', () => {
    const parent = site([icon(image())], {}, domain);
    const said = judged(checks, { 'favicon-service': good, 'site-icons': site([icon(other)]), 'parent-icons': parent });
    expect(said.found).toEqual([]);
    expect(said.passed).toHaveLength(4);
  });

  it('knows none of the domain', () => {
    const said = judged(checks, { 'favicon-service': service(() => 'globe') });
    expect(said.found).toEqual(['icon.google-default']);
    expect(said.findings[0]).toMatchObject({ confidence: 'certain', values: { domain } });
    expect(said.skipped).toEqual({
      'icon.google-missing-size': 'not-applicable',
      'icon.google-stale': 'not-applicable',
    });
  });

  it('knows the domain’s and not the host’s', () => {
    const said = judged(checks, { 'favicon-service': service((size) => image(size), [lookup(host, 64, 'globe')]) });
    expect(said.findings).toMatchObject([
      { code: 'icon.google-default', severity: 'note', confidence: 'possible', values: { domain: host } },
    ]);
  });

  it('has sizes missing', () => {
    const said = judged(checks, {
      'favicon-service': service((size) => (size === 128 ? 'globe' : image(Math.min(size, 48)))),
    });
    expect(said.findings).toMatchObject([
      { code: 'icon.google-missing-size', values: { sizes: '64, 96, 128', side: 48, count: 3 } },
    ]);
  });

  it('serves another icon than the site', () => {
    const parent = site([icon(other)], {}, domain);
    const said = judged(checks, { 'favicon-service': good, 'parent-icons': parent });
    expect(said.findings).toMatchObject([{ code: 'icon.google-stale', confidence: 'likely', values: { domain } }]);
    const more = { declared: [{ url: 'https://acme-tools.com/a.png', rel: 'icon', sizes: null, type: null }] } as const;
    const unsure = judged(checks, { 'favicon-service': good, 'parent-icons': site([icon(other)], more, domain) });
    expect(unsure.findings[0]?.confidence).toBe('possible');
  });

  it('serves one of several icons of the site', () => {
    const parent = site([icon(other), icon(image(), { from: 'link' })], {}, domain);
    expect(judged(checks, { 'favicon-service': good, 'parent-icons': parent }).found).toEqual([]);
  });

  it.each([
    ['the domain’s site was not seen', undefined, 'not-reached'],
    ['the site has none', site([icon(null)], {}, domain), 'not-applicable'],
    ['the site draws one', site([icon(other), icon(drawing)], {}, domain), 'vantage'],
  ])('cannot be compared when %s', (_, parent, because) => {
    const said = judged(checks, { 'favicon-service': good, ...(parent && { 'parent-icons': parent }) });
    expect(said.skipped['icon.google-stale']).toBe(because);
  });

  it('is compared with the connector’s own site where that is the domain', () => {
    const said = judged(checks, {
      'favicon-service': service((size) => image(size), [], domain),
      'site-icons': site([icon(other)], {}, domain),
    });
    expect(said.found).toEqual(['icon.google-stale']);
  });

  it('may not answer at all', () => {
    const said = judged(checks, { 'favicon-service': service(() => 'silence') });
    expect(said.findings).toMatchObject([
      { code: 'icon.google-unreachable', severity: 'note', values: { count: 6, why: 'timeout' } },
    ]);
    expect(said.skipped['icon.google-default']).toBe('not-reached');
  });

  it('may turn some questions away, and is judged by the others', () => {
    const some = service((size) => (size > 64 ? 'globe' : image(size)));
    const refused = { ...lookup(domain, 16, image(16)), exchange: exchange(429, 'sorry'), image: null };
    const said = judged(checks, { 'favicon-service': { ...some, lookups: [refused, ...some.lookups.slice(1)] } });
    expect(said.found).toEqual(['icon.google-missing-size', 'icon.google-unreachable']);
    expect(said.findings.find(({ code }) => code === 'icon.google-unreachable')?.values['why']).toBe('HTTP status 429');
  });

  it('is not asked without consent', () => {
    expect(judged(checks, { 'favicon-service': 'consent' }).skipped['icon.google-default']).toBe('consent');
  });
});
