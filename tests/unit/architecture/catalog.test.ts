import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserChecks, browserCodeDefinitions } from '../../../lib/checks/browser-catalog.ts';
import { bundleChecks, bundleCodeDefinitions } from '../../../lib/checks/bundle-catalog.ts';
import { checks, codeDefinitions } from '../../../lib/checks/catalog.ts';
import { browserEvidenceKeys } from '../../../lib/kernel/browser-observations.ts';
import { listingChecks } from '../../../lib/checks/listing-catalog.ts';
import { toldChecks, toldCodeDefinitions } from '../../../lib/checks/told-catalog.ts';
import type { CodeDefinition } from '../../../lib/kernel/check.ts';
import { findingCodes } from '../../../lib/kernel/finding-code.ts';
import { toolName, toolVersion } from '../../../lib/kernel/tool-version.ts';
import { probes } from '../../../lib/probes/catalog.ts';
import { checksPage, findingEntries } from '../../../scripts/checks-page.ts';

const root = resolve(import.meta.dirname, '../../..');

function testTexts(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

const definitions: readonly (readonly [string, CodeDefinition])[] = [
  ...Object.entries(codeDefinitions),
  ...Object.entries(browserCodeDefinitions).map(([code, words]) => [`${code} of a browser`, words] as const),
];

describe('the catalogues of checks', () => {
  it('own every code, each of them once', () => {
    const owned = [[...checks, ...listingChecks, ...toldChecks], browserChecks, bundleChecks].map((list) =>
      list.flatMap((check) => Object.keys(check.codes)),
    );
    for (const codes of owned) expect(new Set(codes).size).toBe(codes.length);
    expect([...new Set(owned.flat())].sort()).toEqual([...findingCodes].sort());
  });

  it('share only what can be said of a connector’s check and of a look at this browser', () => {
    const ofConnectors = new Set(checks.flatMap((check) => Object.keys(check.codes)));
    const shared = browserChecks.flatMap((check) => Object.keys(check.codes)).filter((code) => ofConnectors.has(code));
    expect(shared.sort()).toEqual(['client.clock-skew', 'client.offline']);
  });

  it('let a look at this browser rest on nothing but what such a look brings back', () => {
    const keys = new Set<string>(browserEvidenceKeys);
    const asked = (list: typeof checks) => list.flatMap(({ needs, uses }) => [...needs, ...uses] as string[]);
    expect(asked(browserChecks).filter((key) => !keys.has(key))).toEqual([]);
    expect(asked([...checks, ...toldChecks]).filter((key) => keys.has(key))).toEqual([]);
  });

  it('let a bundle and a connector be judged by nothing of each other', () => {
    const asked = (list: typeof checks) => list.flatMap(({ needs, uses }) => [...needs, ...uses] as string[]);
    expect([...new Set(asked(bundleChecks))]).toEqual(['bundle']);
    expect(asked([...checks, ...listingChecks, ...browserChecks, ...toldChecks])).not.toContain('bundle');
    expect(Object.keys(bundleCodeDefinitions).filter((code) => !code.startsWith('bundle.'))).toEqual([]);
  });

  it('let what was told decide nothing that a request can see, and the other way round', () => {
    const asked = (list: typeof checks) => list.flatMap(({ needs, uses }) => [...needs, ...uses] as string[]);
    const told = ['account', 'claude-shown'];
    expect(asked(checks).filter((key) => told.includes(key))).toEqual([]);
    expect(asked(toldChecks).filter((key) => !told.includes(key))).toEqual([]);
    expect(Object.keys(toldCodeDefinitions).filter((code) => !/^(account|limits|claude)\./.test(code))).toEqual([]);
  });

  it('give every code a title, a detail, a fix and real sources', () => {
    for (const [code, { title, detail, fix, sources }] of definitions) {
      expect(title, code).toMatch(/^\S.*[^.\s]$/u);
      expect(detail, code).toMatch(/\S/);
      expect(fix, code).toMatch(/\S/);
      expect(sources.length, code).toBeGreaterThan(0);
      for (const source of sources) expect(new URL(source).protocol, `${code}: ${source}`).toBe('https:');
    }
  });

  it('use typographic apostrophes in every word for people', () => {
    for (const [code, { title, detail, fix }] of definitions) {
      expect(`${title} ${detail} ${fix}`, code).not.toMatch(/\p{L}'\p{L}/u);
    }
  });

  it('have a fixture for every code', () => {
    const fixtures = testTexts(resolve(root, 'tests/unit/checks'));
    expect(findingCodes.filter((code) => !fixtures.includes(`'${code}'`))).toEqual([]);
  });

  it('are told in CHECKS.md to the last code, in words that people read', () => {
    const page = checksPage();
    expect(findingCodes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
    expect(page.replaceAll('…', '')).not.toMatch(/[{}]|, (?:select|plural),/);
  });

  it('are what CHECKS.md says (npm run checks-page)', () => {
    expect(readFileSync(resolve(root, 'CHECKS.md'), 'utf8')).toBe(checksPage());
    expect(readFileSync(resolve(root, 'lib/knowledge/finding-entries.json'), 'utf8')).toBe(findingEntries());
  });
});

describe('the catalogue of probes', () => {
  it('lets each probe wait only for those above it', () => {
    const above = new Set<string>();
    for (const probe of probes) {
      for (const key of probe.after as readonly string[]) expect(above, `${probe.key} waits for ${key}`).toContain(key);
      above.add(probe.key);
    }
  });

  it('has each key once', () => {
    const keys = probes.map((probe) => probe.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the version', () => {
  it('is the package’s', () => {
    const { name, version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Record<string, string>;
    expect({ name, version }).toEqual({ name: toolName, version: toolVersion });
  });
});
