import { describe, expect, it } from 'vitest';
import { bundleReport } from '../../../lib/bundle-report.ts';
import { openBundle } from '../../../lib/bundles/open-bundle.ts';
import { judgeAgain } from '../../../lib/doctor.ts';
import type { Json } from '../../../lib/kernel/json.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { renderMarkdown } from '../../../lib/report/render-markdown.ts';
import { renderText } from '../../../lib/report/render-text.ts';
import { bundle, bundleWith, manifest } from '../checks/bundle/bundle-parts.ts';

async function reportOf(bytes: Uint8Array<ArrayBuffer>): Promise<Report> {
  const { evidence } = await openBundle(new Blob([bytes]), '/home/me/weather.mcpb');
  return bundleReport(evidence, { startedAt: 0, durationMs: 1, vantage: 'cli', environment: null });
}

describe('the report of a bundle', () => {
  it.each([
    ['nothing wrong', bundle(), 'ready', 'Nothing wrong seen in this bundle'],
    ['no README', bundle({ 'README.md': null }), 'broken', 'The directory’s rules turn this bundle down'],
    ['no manifest', bundle({ 'manifest.json': null }), 'broken', 'This bundle cannot be installed'],
    ['no icon', bundle({ 'icon.png': null }), 'degraded', 'Something in this bundle is not as it should be'],
  ])('of a bundle with %s', async (_name, bytes, verdict, headline) => {
    const report = await reportOf(bytes);
    expect(report).toMatchObject({ subject: 'bundle', verdict, stop: null, target: { file: 'weather.mcpb' } });
    expect(renderText(report, { color: false, width: 80 })).toContain(`${headline}  weather.mcpb`);
    expect(renderMarkdown(report)).toContain(`# ${headline}: \`weather.mcpb\``);
  });

  it('speaks of no steps, requests or servers that were asked', async () => {
    const text = renderText(await reportOf(bundle({ 'README.md': null })), { color: false, width: 80 });
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
