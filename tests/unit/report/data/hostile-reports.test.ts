import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAgain, replay } from '../../../../lib/judge-again.ts';
import { withholdable, type Report } from '../../../../lib/kernel/report.ts';
import { compareReports } from '../../../../lib/report/compare/compare-reports.ts';
import { decodeReport } from '../../../../lib/report/data/codec.ts';
import { encodeReport } from '../../../../lib/report/formats/encode.ts';
import { formats, type Format } from '../../../../lib/report/formats/formats.ts';
import { prepareReport } from '../../../../lib/report/sharing/prepare-report.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const folder = new URL('../../../fixtures/reports/', import.meta.url);
const names = readdirSync(folder);
const written = names.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown);
const renderers = await Promise.all(Object.keys(formats).map((name) => formats[name as Format]()));

type Path = readonly (string | number)[];

/** Where values stand in a report; of a long list the first two, and the same of each place that only differs by its index. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.slice(0, 2).map((item: unknown, index) => [index, item])
    : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...members.flatMap(([name, member]) => pathsIn(member, [...path, name]))];
}

/** The same JSON with another value in one place. */
function withAt(value: unknown, [name, ...rest]: Path, other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === name ? withAt(item, rest, other) : item));
  const members = Object.entries(value as object).map(([key, member]: [string, unknown]) => [
    key,
    key === name ? withAt(member, rest, other) : member,
  ]);
  return Object.fromEntries(members) as unknown;
}

/** Whoever shows, judges, compares or hands on a report meets it like this. */
function survive(report: Report): void {
  judgeAgain(report, new Date(0));
  const again = replay(report, new Date(0));
  for (const each of again.kind === 'judged' ? [report, again.report] : [report]) {
    for (const render of renderers) expect(render(each, { color: true, width: 80 })).toBeTypeOf('string');
  }
  compareReports(report, report);
  for (const withhold of [[], withholdable]) {
    const left = prepareReport(report, { withhold, note: 'a note' });
    for (const render of renderers) render(left, { color: false, width: 80 });
  }
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    '',
    '\uD800',
    '__proto__',
    'constructor',
    '<script>alert(1)</script>',
    '\u001b[2J',
    '9999-12-31T23:59:59Z',
    '2026-02-30T00:00:00Z',
    'e999999999999999999999',
    'x'.repeat(5000),
    1e308,
    -1e308,
    Number.MAX_SAFE_INTEGER,
    -0,
    [],
    {},
    null,
    { exchange: 'e1' },
    { literal: { exchange: 'e1' } },
    [[[[]]]],
  ),
);

describe('a report in which one value is another', () => {
  it('is refused in a sentence, or survived by whatever reads it', () => {
    const place = fc
      .nat(written.length - 1)
      .chain((index) => fc.tuple(fc.constant(index), fc.constantFrom(...pathsIn(written[index]))));
    fc.assert(
      fc.property(place, odd, ([index, path], other) => {
        const text = JSON.stringify(withAt(written[index], path, other));
        const decoded = decodeReport(text);
        if (!decoded.ok) expect(decoded.problem).toMatch(/^[^\n]{5,300}$/u);
        else survive(decoded.report);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

const sample = sampleReport({ findings: [sampleFinding({ evidence: [] })], exchanges: [sampleResponse()] });

/** What is said of a text that is refused. */
function problemOf(text: string): string {
  const decoded = decodeReport(text);
  if (decoded.ok) throw new Error('it was read');
  return decoded.problem;
}

/** The sample with other members, as text. */
function changed(members: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...sample, ...members });
}

describe('a hostile report', () => {
  it('is not read when it is too long, too deep, or has too many members', () => {
    expect(problemOf(' '.repeat(64 * 1024 * 1024 + 1))).toContain('larger than 64 MiB');
    expect(problemOf(`{"schema":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toContain(
      'nested more than 256 levels',
    );
    expect(problemOf(`[${'0,'.repeat(10_000_000)}0]`)).toContain('more than two million values');
    expect(problemOf(`{"schema":"connector-doctor/report@1","a":[${'{},'.repeat(3_000_000)}{}]}`)).toContain('values');
  });

  it('is refused when two things have one id', () => {
    expect(problemOf(changed({ findings: [sampleFinding(), sampleFinding()] }))).toContain('same id');
    expect(problemOf(changed({ exchanges: [sampleResponse(), sampleResponse()] }))).toContain('same id');
  });

  it('is called by the host of its address, whatever host it names', () => {
    const hostOf = (url: string, host: string): string => {
      const decoded = decodeReport(changed({ target: { url, host } }));
      if (!decoded.ok || decoded.report.target === null || !('host' in decoded.report.target)) throw new Error(url);
      return decoded.report.target.host;
    };
    expect(hostOf('https://mcp.evil-connectors.dev/mcp', 'claude.ai')).toBe('mcp.evil-connectors.dev');
    expect(hostOf('https://claude.ai@mcp.evil-connectors.dev/mcp', 'claude.ai')).toBe('mcp.evil-connectors.dev');
    expect(hostOf('claude.ai', 'claude.ai')).toBe('');
    expect(hostOf('https://mcp.acme.dev:8443/mcp', 'mcp.acme.dev:8443')).toBe('mcp.acme.dev:8443');
  });

  it('is survived when findings explain each other in a circle', () => {
    const circle = [
      sampleFinding({ id: 'a', explainedBy: 'b' }),
      sampleFinding({ id: 'b', explainedBy: 'a' }),
      sampleFinding({ id: 'c', explainedBy: 'c' }),
      sampleFinding({ id: 'd', explainedBy: 'nobody' }),
    ];
    const decoded = decodeReport(
      changed({ findings: circle, verdict: 'broken', primary: { id: 'a', code: 'http.waf-block' } }),
    );
    if (!decoded.ok) throw new Error(decoded.problem);
    survive(decoded.report);
  });

  it('is refused where a member called __proto__ holds what none of its kind may', () => {
    const odd = changed({ exchanges: [sampleResponse()] }).replace('"headers":{', '"headers":{"__proto__":{"a":1},');
    expect(problemOf(odd)).toContain('__proto__');
    const fine = odd.replace('{"a":1}', '"a text"');
    const decoded = decodeReport(fine);
    if (!decoded.ok) throw new Error(decoded.problem);
    survive(decoded.report);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });

  it('keeps members that are called like those of every object', () => {
    const own = '"constructor":{"prototype":{"a":1}},"toString":1,"hasOwnProperty":"x","__proto__":{"a":1}';
    const text = changed({}).replace('{"schema"', `{${own},"schema"`);
    const decoded = decodeReport(text);
    if (!decoded.ok) throw new Error(decoded.problem);
    expect(JSON.stringify(decoded.report)).toBe(text);
    survive(decoded.report);
  });

  it('is refused when an exchange has no id of ours, and survived when its time is far away', () => {
    for (const id of ['e', 'x1', 'e1e', '../e1', '']) {
      expect(problemOf(changed({ exchanges: [{ ...sampleResponse(), id }] })), id).toContain('exchanges.0.id');
    }
    for (const createdAt of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z']) {
      const decoded = decodeReport(changed({ createdAt }));
      if (!decoded.ok) throw new Error(decoded.problem);
      survive(decoded.report);
    }
  });
});

describe('a report that we wrote', () => {
  it('is written again as it was, byte for byte', () => {
    for (const report of written as readonly Report[]) {
      const decoded = decodeReport(encodeReport(report));
      expect(decoded.ok && encodeReport(decoded.report)).toBe(encodeReport(report));
      const again = replay(report, new Date(0));
      if (again.kind !== 'judged') throw new Error(again.words);
      const text = encodeReport({ ...again.report, further: { member: [1] } } as Report);
      const reread = decodeReport(text);
      expect(reread.ok && encodeReport(reread.report)).toBe(text);
    }
  });
});
