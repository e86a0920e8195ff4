import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackExtension, validateManifest } from '@anthropic-ai/mcpb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleReport } from '../../../../lib/bundle-report.ts';
import { openBundle } from '../../../../lib/bundles/open-bundle.ts';
import { bundleCodeDefinitions } from '../../../../lib/checks/bundle-catalog.ts';
import { problemsOfWords } from '../../../../lib/i18n/words.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { decodeReport } from '../../../../lib/report/data/codec.ts';
import { encodeReport } from '../../../../lib/report/formats/encode.ts';
import type { BundleCase } from './bundle-case.ts';
import { bundleTable } from './bundle-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundles-'));

beforeAll(() => {
  // The official tool talks.
  for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const reports = new Map<BundleCase, Report>();

async function reportOf(bundle: BundleCase): Promise<Report> {
  const known = reports.get(bundle);
  if (known) return known;
  const { evidence } = await openBundle(new Blob([bundle.file()]), '/home/me/weather.mcpb');
  const report = bundleReport(evidence, { startedAt: 0, durationMs: 1, vantage: 'cli', environment: null });
  reports.set(bundle, report);
  return report;
}

const cases = Object.entries(bundleTable);

describe('a bundle with', () => {
  it.each(cases)('%s', async (_name, bundle) => {
    const report = await reportOf(bundle);
    const codes = [...new Set(report.findings.map(({ code }) => code))].filter((code) => code !== closed);
    expect(codes.toSorted()).toEqual([...bundle.codes].toSorted());
    expect(report.findings.some(({ code }) => code === closed)).toBe(
      !report.skipped.some(({ code }) => code === closed),
    );
    const [first] = bundle.codes;
    const told = report.findings.filter(({ code }) => code === first).map(({ title, detail }) => `${title} ${detail}`);
    if (bundle.says !== undefined) expect(told.join(' ')).toContain(bundle.says);
    for (const { code, values } of report.findings) {
      const definition = bundleCodeDefinitions[code];
      expect(definition && problemsOfWords(definition, values)).toEqual([]);
    }
    expect(decodeReport(encodeReport(report))).toEqual({ ok: true, report });
  });

  it('is told by enough of them', () => {
    expect(cases.length).toBeGreaterThan(60);
  });
});

const closed = 'bundle.listing-closed';

describe('the official tool', () => {
  it.each(cases)('agrees about a bundle with %s, or the table says why not', async (name, bundle) => {
    const ours = verdictOf(await reportOf(bundle));
    const theirs = await officialVerdict(bundle, String(Object.keys(bundleTable).indexOf(name)));
    expect(ours === theirs ? undefined : `${ours}, and ${theirs} there`).toEqual(
      bundle.disagreement === undefined ? undefined : expect.any(String),
    );
  });
});

type OfficialVerdict = 'valid' | 'invalid';

/** As far as the official tool has a say: whether it can be unpacked, and the manifest with its icon. */
function verdictOf({ findings }: Report): OfficialVerdict {
  const refused = findings.some(({ code, severity }) => {
    const isGrave = severity === 'blocker' || severity === 'problem';
    return isGrave && /^bundle\.(?:not-a-zip|unsafe-path|manifest-(?:missing|invalid)|icon-)/.test(code);
  });
  return refused ? 'invalid' : 'valid';
}

async function officialVerdict({ file }: BundleCase, name: string): Promise<OfficialVerdict> {
  const mcpbPath = join(folder, `${name}.mcpb`);
  const outputDir = join(folder, name);
  writeFileSync(mcpbPath, file());
  const isUnpacked = await unpackExtension({ mcpbPath, outputDir, silent: true });
  return isUnpacked && validateManifest(outputDir) ? 'valid' : 'invalid';
}
