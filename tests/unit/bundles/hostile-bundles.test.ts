import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleReport } from '../../../lib/bundle-report.ts';
import { openBundle } from '../../../lib/bundles/open-bundle.ts';
import { judgeAgain } from '../../../lib/judge-again.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { checkReport } from '../../../lib/report/data/codec.ts';
import { makeZip } from '../../support/make-zip.ts';
import { bundle, files, png } from '../checks/bundle/bundle-parts.ts';

const usual = bundle({ 'icon.png': png(8) });

async function reportOf(bytes: Uint8Array<ArrayBuffer>): Promise<Report> {
  const { evidence } = await openBundle(new Blob([bytes]), 'a.mcpb');
  return bundleReport(evidence, { startedAt: 0, durationMs: 1, vantage: 'cli', environment: null });
}

/** A report, judged the same when it is judged again. */
async function holds(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const report = await reportOf(bytes);
  expect(checkReport(JSON.parse(JSON.stringify(report)))).toEqual({ ok: true, report });
  const { findings, verdict, passed, skipped } = judgeAgain(report, new Date(1));
  expect({ findings, verdict, passed, skipped }).toEqual({
    findings: report.findings,
    verdict: report.verdict,
    passed: report.passed,
    skipped: report.skipped,
  });
  expect(JSON.stringify(report).length).toBeLessThan(100_000);
}

describe('whatever a file holds, it gives a report', () => {
  it('of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => holds(Uint8Array.from(bytes))),
      { numRuns: 100 },
    );
  });

  it('of a bundle with some bytes changed', async () => {
    const change = fc.tuple(fc.nat(usual.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = usual.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        await holds(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it('of a bundle whose directory and end are changed, where the lies stand', async () => {
    const change = fc.tuple(fc.nat(300), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = usual.slice();
        for (const [fromEnd, byte] of changes) bytes[bytes.length - 1 - fromEnd] = byte;
        await holds(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it('of a bundle that is cut anywhere, or has bytes in it that were not there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(usual.length), fc.uint8Array({ maxLength: 40 }), async (at, more) => {
        await holds(usual.slice(0, at));
        await holds(Uint8Array.from([...usual.slice(0, at), ...more, ...usual.slice(at)]));
      }),
      { numRuns: 60 },
    );
  });

  it('of any manifest and any README', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), fc.string({ unit: 'binary', maxLength: 200 }), async (json, text) => {
        await holds(bundle({ 'manifest.json': json, 'README.md': `# Privacy\n${text}`, 'icon.png': png(8) }));
      }),
      { numRuns: 60 },
    );
  });

  it('of members with any names', async () => {
    const names = fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(names, async (list) => {
        await holds(makeZip([...files({ 'icon.png': png(8) }), ...list.map((name) => ({ name, bytes: 'x' }))]));
      }),
      { numRuns: 60 },
    );
  });
});
