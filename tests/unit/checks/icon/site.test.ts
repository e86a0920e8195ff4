import { describe, expect, it } from 'vitest';
import { siteIconCheck } from '../../../../lib/checks/icon/site.ts';
import { exchange, failedExchange, judged } from '../../../support/evidence-builders.ts';
import { icon, image, site } from './built-icons.ts';

const checks = [siteIconCheck];

describe('the site’s icon', () => {
  it('is there when /favicon.ico or a page gives one', () => {
    const favicon = judged(checks, { 'site-icons': site([icon(image())]) });
    const named = judged(checks, { 'site-icons': site([icon(null), icon(image(), { from: 'link' })]) });
    for (const said of [favicon, named]) {
      expect(said.found).toEqual([]);
      expect(said.passed).toEqual(['icon.site-missing', 'icon.only-on-parent-domain', 'icon.public-suffix']);
    }
  });

  it('is missing when nothing gives one', () => {
    const said = judged(checks, {
      'site-icons': site([icon(null)]),
      'parent-icons': site([icon(null)], {}, 'acme-tools.com'),
    });
    expect(said.found).toEqual(['icon.site-missing']);
    expect(said.findings[0]).toMatchObject({ severity: 'warning', step: 12 });
    expect(said.findings[0]?.words.detail).toContain('answered with HTTP status 404, and the page at / names no icon');
    expect(said.passed).toContain('icon.only-on-parent-domain');
  });

  it('is missing where the MCP endpoint stands at the root', () => {
    const said = judged(checks, { 'site-icons': site([icon(null)], { page: null }) });
    expect(said.findings[0]?.words.detail).toContain('there is no page at /, where the MCP endpoint is');
  });

  it('is missing when what the page names does not load', () => {
    const page = exchange(200, '', {}, { url: 'https://mcp.acme-tools.com/' });
    const favicon = icon(null, { exchange: exchange(200, '<html>') });
    const said = judged(checks, { 'site-icons': site([favicon, icon(null, { from: 'link' })], { page }) });
    expect(said.findings[0]?.words.detail).toContain(
      '/favicon.ico holds no picture, and the icon that the page at / names does not load',
    );
    expect(said.skipped['icon.only-on-parent-domain']).toBe('not-asked');
  });

  it.each([
    ['no answer', failedExchange('timeout')],
    ['a server in trouble', exchange(503)],
    ['an edge that refuses', exchange(403)],
    ['too many requests', exchange(429)],
    ['a body that was cut short', exchange(200, '', {}, { bodyEnd: 'timeout' })],
    ['a body beyond the limit', exchange(200, '', {}, { bodyEnd: 'limit' })],
  ])('cannot be judged after %s', (_, answer) => {
    const said = judged(checks, {
      'site-icons': site([icon(null, { exchange: answer })]),
      'parent-icons': 'prerequisite',
    });
    expect(said.found).toEqual([]);
    expect(said.skipped['icon.site-missing']).toBe('not-reached');
  });

  it('is said once to stand on the domain above alone', () => {
    const parent = site([icon(image())], {}, 'acme-tools.com');
    const said = judged(checks, { 'site-icons': site([icon(null)]), 'parent-icons': parent });
    expect(said.found).toEqual(['icon.only-on-parent-domain']);
    expect(said.findings[0]).toMatchObject({ confidence: 'possible', values: { parent: 'acme-tools.com' } });
    expect(said.skipped['icon.site-missing']).toBe('not-applicable');
  });

  it('has no domain above a domain', () => {
    const said = judged(checks, {
      'site-icons': site([icon(null)], {}, 'acme-tools.com'),
      'parent-icons': 'prerequisite',
    });
    expect(said.skipped['icon.only-on-parent-domain']).toBe('not-applicable');
  });

  it('says nothing of a domain above that cannot be seen', () => {
    const parent = site([icon(null, { exchange: failedExchange('dns') })], {}, 'acme-tools.com');
    const said = judged(checks, { 'site-icons': site([icon(null)]), 'parent-icons': parent });
    expect(said.found).toEqual(['icon.site-missing']);
    expect(said.skipped['icon.only-on-parent-domain']).toBe('not-reached');
  });
});

describe('a site on an address that only this machine knows', () => {
  it.each(['127.0.0.1', 'localhost', 'notes.local'])('is not judged: %s', (name) => {
    const said = judged(checks, { 'site-icons': site([icon(null)], {}, name), 'parent-icons': 'prerequisite' });
    expect(said.found).toEqual([]);
    expect(said.skipped['icon.site-missing']).toBe('not-applicable');
    expect(said.skipped['icon.only-on-parent-domain']).toBe('not-applicable');
  });
});

describe('the name that Claude asks for', () => {
  it.each([
    ['mcp.acme.co.za', 'co.za', 'the registry'],
    ['acme.com.au', 'com.au', 'the registry'],
    ['notes.vercel.app', 'vercel.app', 'the platform'],
  ])('of %s is %s', (name, asked, owner) => {
    const said = judged(checks, { 'site-icons': site([icon(image())], {}, name) });
    expect(said.found).toEqual(['icon.public-suffix']);
    expect(said.findings[0]).toMatchObject({ confidence: 'likely', values: { asked } });
    expect(said.findings[0]?.words.detail).toContain(owner);
  });

  it('is nobody’s for an address', () => {
    const said = judged(checks, { 'site-icons': site([icon(image())], {}, '185.199.108.153') });
    expect(said.skipped['icon.public-suffix']).toBe('not-applicable');
  });

  it('is not judged before the connector was reached', () => {
    expect(judged(checks, { 'site-icons': 'prerequisite' }).skipped).toEqual({
      'icon.site-missing': 'prerequisite',
      'icon.only-on-parent-domain': 'prerequisite',
      'icon.public-suffix': 'prerequisite',
    });
  });
});
