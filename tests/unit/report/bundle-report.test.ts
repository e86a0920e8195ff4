import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleReport } from '../../../lib/bundle-report.ts';
import { openBundle } from '../../../lib/bundles/open-bundle.ts';
import { exitCode, exitCodes } from '../../../lib/cli/exit-code.ts';
import { judgeAgain } from '../../../lib/judge-again.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../lib/i18n/say.ts';
import type { Json } from '../../../lib/kernel/json.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { nameHazards } from '../../../lib/parsing/name-hazards.ts';
import { renderMarkdown } from '../../../lib/report/formats/render-markdown.ts';
import { renderText } from '../../../lib/report/formats/render-text.ts';
import { summarize } from '../../../lib/report/words/summary.ts';
import { bundle, bundleWith, manifest } from '../checks/bundle/bundle-parts.ts';

async function reportOf(bytes: Uint8Array<ArrayBuffer>): Promise<Report> {
  const { evidence } = await openBundle(new Blob([bytes]), '/home/me/weather.mcpb');
  return bundleReport(evidence, { startedAt: 0, durationMs: 1, vantage: 'cli', environment: null });
}

const installable = 'Can be installed; the directory takes no bundles any more';
const faulty = 'Something in this bundle is not as it should be';

const oldManifest = JSON.stringify({ ...manifest(), manifest_version: '0.1', privacy_policies: undefined });

describe('the report of a bundle', () => {
  it.each([
    ['nothing wrong', bundle(), 'ready', 'Nothing wrong seen in this bundle'],
    ['no README', bundle({ 'README.md': null }), 'degraded', installable],
    ['no policy', bundleWith({ privacy_policies: [] }), 'degraded', installable],
    ['no policy and no icon', bundle({ 'README.md': null, 'icon.png': null }), 'degraded', faulty],
    ['no manifest', bundle({ 'manifest.json': null }), 'broken', 'This bundle cannot be installed'],
    ['no icon', bundle({ 'icon.png': null }), 'degraded', faulty],
    [
      'no policy and no entry point',
      bundleWith({ privacy_policies: [], server: 7 }),
      'broken',
      'This bundle cannot be installed',
    ],
  ])('of a bundle with %s', async (_name, bytes, verdict, headline) => {
    const report = await reportOf(bytes);
    expect(report).toMatchObject({ subject: 'bundle', verdict, stop: null, target: { file: 'weather.mcpb' } });
    expect(renderText(report, { color: false, width: 80 })).toContain(`${headline}  weather.mcpb`);
    expect(renderMarkdown(report)).toContain(`# ${headline}: \`weather.mcpb\``);
  });

  it.each([
    [
      'where a policy is all that lacks',
      bundle({ 'README.md': null }),
      /^Listing Bundles .*\nInstead To be found .*plugin/ms,
    ],
    ['where nothing lacks', bundle(), /^Listing Bundles .*\nInstead To be found .*plugin/ms],
  ])('says second that the directory takes no bundles, and what to do instead, %s', async (_name, bytes, second) => {
    const report = await reportOf(bytes);
    const [, , block] = renderText(report, { color: false, width: 80 }).split('\n\n');
    expect(block).toMatch(second);
    const [, section = ''] = renderMarkdown(report).split('\n## ');
    expect(section).toContain('Bundles are no longer accepted in the directory');
    expect(section).toContain('**What to do:** To be found in the directory');
  });

  it('says of a rule of the directory whom it concerns, fails by it all the same, and calls it no cause', async () => {
    const report = await reportOf(bundle({ 'README.md': null }));
    expect(report.primary?.code).toBe('bundle.readme-privacy-missing');
    expect(exitCode(report, 'blocker')).toBe(exitCodes.found);
    expect(summarize(report).cause).toBeNull();
    const text = renderText(report, { color: false, width: 80 }).replace(/\s+/g, ' ');
    expect(text).toContain('If the bundle is listed already, or you give it to others: add a section');
    expect(text).toContain('Next Install it in Claude Desktop');
    expect(renderMarkdown(report)).toContain(
      'for organizations that hand bundles out, and for people who read the README',
    );
  });

  it('warns of a name that was reported to do harm', async () => {
    const report = await reportOf(bundleWith({ display_name: 'Ann\'s "Büro"\u200b Notes' }));
    const text = renderText(report, { color: false, width: 80 }).replace(/\s+/g, ' ');
    expect(text).toContain(`The name holds ' " ü U+200B. Of connectors it was reported`);
    expect(renderMarkdown(report)).toContain('The name holds');
    expect(summarize(await reportOf(bundleWith({ display_name: '@ann/notes & Co.' }))).nameRisk).toBeNull();
  });

  it('warns of the names that connectors are warned of, and of no others', async () => {
    const whole = JSON.stringify(await reportOf(bundle()));
    expect(whole).toContain('"name":"weather"');
    fc.assert(
      fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 })), (name) => {
        const named = JSON.parse(whole.replace('"name":"weather"', () => `"name":${JSON.stringify(name)}`)) as Report;
        expect(summarize(named).nameRisk === null).toBe(nameHazards(name.slice(0, 200)).length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it('puts what is wrong for everybody before what the directory alone minds', async () => {
    const report = await reportOf(bundleWith({ privacy_policies: [], server: 7 }));
    expect(summarize(report).cause?.finding.code).toBe('bundle.manifest-invalid');
    const text = renderText(report, { color: false, width: 80 });
    expect(text.indexOf('Cause ')).toBeLessThan(text.indexOf('Listing '));
  });

  it('has every fix whole in its text', async () => {
    const report = await reportOf(
      bundle({ 'README.md': null, 'icon.png': null, 'server/index.js': 'serve()', 'manifest.json': oldManifest }),
    );
    const text = renderText(report, { color: false, width: 60 });
    expect(report.findings.length).toBeGreaterThan(5);
    expect(text).not.toContain('…');
    expect(text.replace(/\s+/g, ' ')).toContain('or that gives the https address of the page that does.');
  });

  it.each(['en', 'de'])('counts what was fine below its text (%s)', async (language) => {
    const report = await reportOf(bundle());
    speak(language === 'de' ? german : null);
    const text = renderText(report, { color: false, width: 80 });
    speak(null);
    expect(text).toMatch(language === 'de' ? /\d+ Prüfungen bestanden · .* UTC\n$/ : /\d+ checks passed · .* UTC\n$/);
  });

  it('speaks of no steps, requests or servers that were asked', async () => {
    const text = renderText(await reportOf(bundle({ 'icon.png': null })), { color: false, width: 80 });
    expect(text).not.toMatch(/\bstep\b|0 requests|Server |run the same check|Anthropic’s own view/);
    expect(text).toContain('Bundle  weather 1.2.0 · manifest 0.3 · node · 1 tool · 3 files');
    expect(text).toContain('Whoever makes the bundle can change this.');
  });

  it('holds no secret of the manifest and no e-mail address, and the names of files as they are', async () => {
    const report = await reportOf(
      bundleWith({
        author: { name: 'Ann', email: 'ann@acme.example' },
        screenshots: ['assets/shot@2x.png'],
        server: {
          type: 'node',
          entry_point: 'server/index.js',
          mcp_config: {
            command: 'node',
            args: ['--token', 'correct-horse', '${__dirname}/server/index.js'],
            env: { PLAIN: 'battery-staple-9', KEY: '${user_config.key}', NODE_ENV: 'production' },
            platform_overrides: { win32: { env: { OTHER: 'windows-secret-1' } } },
          },
        },
        user_config: {
          key: { type: 'string', title: 'Key', description: 'Yours', sensitive: true, default: 'preset-value-7' },
        },
      }),
    );
    const text = JSON.stringify(report);
    for (const secret of [
      'ann@acme',
      'correct-horse',
      'battery-staple',
      'windows-secret',
      'preset-value',
      '/home/me',
    ]) {
      expect(text).not.toContain(secret);
    }
    for (const kept of ['${user_config.key}', 'production', 'assets/shot@2x.png']) expect(text).toContain(kept);
    expect(report.redactions.length).toBeGreaterThan(0);
  });

  it('is judged again as it was, and as unknown where its evidence is damaged', async () => {
    const report = await reportOf(bundle({ 'README.md': null }));
    const again = judgeAgain(report, new Date(1000));
    expect({ ...again, judgedAgainAt: undefined }).toEqual({ ...report, judgedAgainAt: undefined });
    const evidence: Json = { bundle: { status: 'observed', value: { file: 'a.mcpb', manifest: manifest() } } };
    const damaged = judgeAgain({ ...report, evidence }, new Date(1000));
    expect(damaged).toMatchObject({ verdict: 'unknown', primary: null, findings: [] });
    expect(new Set(damaged.skipped.map(({ because }) => because))).toEqual(new Set(['crashed']));
  });
});
