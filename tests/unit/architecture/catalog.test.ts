import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks, codeDefinitions } from '../../../lib/checks/catalog.ts';
import { findingCodes } from '../../../lib/kernel/finding-code.ts';
import { toolName, toolVersion } from '../../../lib/kernel/tool-version.ts';
import { probes } from '../../../lib/probes/catalog.ts';
import { checksPage } from '../../../scripts/checks-page.ts';

const root = resolve(import.meta.dirname, '../../..');

function testTexts(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('the catalogue of checks', () => {
  it('owns every code exactly once', () => {
    const owned = checks.flatMap((check) => Object.keys(check.codes));
    expect([...owned].sort()).toEqual([...findingCodes].sort());
  });

  it('gives every code a title, a detail, a fix and real sources', () => {
    for (const code of findingCodes) {
      const { title, detail, fix, sources } = codeDefinitions[code];
      expect(title, code).toMatch(/^\S.*[^.\s]$/u);
      expect(detail, code).toMatch(/\S/);
      expect(fix, code).toMatch(/\S/);
      expect(sources.length, code).toBeGreaterThan(0);
      for (const source of sources) expect(new URL(source).protocol, `${code}: ${source}`).toBe('https:');
    }
  });

  it('uses typographic apostrophes in every word for people', () => {
    for (const code of findingCodes) {
      const { title, detail, fix } = codeDefinitions[code];
      expect(`${title} ${detail} ${fix}`, code).not.toMatch(/\p{L}'\p{L}/u);
    }
  });

  it('has a fixture for every code', () => {
    const fixtures = testTexts(resolve(root, 'tests/unit/checks'));
    expect(findingCodes.filter((code) => !fixtures.includes(`'${code}'`))).toEqual([]);
  });

  it('is told in CHECKS.md to the last code, in words that people read', () => {
    const page = checksPage();
    expect(findingCodes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
    expect(page.replaceAll('…', '')).not.toMatch(/[{}]|, (?:select|plural),/);
  });

  it('is what CHECKS.md says (npm run checks-page)', () => {
    expect(readFileSync(resolve(root, 'CHECKS.md'), 'utf8')).toBe(checksPage());
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
