import type { SkipReason, Values } from '../../kernel/finding.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import type { ChangedFinding, ComparedFindings, LoneFinding, Pair } from './comparison.ts';

/**
 * Findings that went, came and changed. Two are the same when code and subject are, and what they are about: of several with one code
 * those are paired first that agree in all values, then those that agree in most.
 */
export function compareFindings(before: Report, after: Report, pairs = pairFindings(before, after)): ComparedFindings {
  const [from, to] = [new Set(pairs.map((pair) => pair.before)), new Set(pairs.map((pair) => pair.after))];
  const changed = pairs.flatMap((pair) => changeOf(pair));
  const [earlier, later] = [knownIn(before), knownIn(after)];
  return {
    gone: before.findings.filter((finding) => !from.has(finding)).map((finding) => lone(finding, later)),
    added: after.findings.filter((finding) => !to.has(finding)).map((finding) => lone(finding, earlier)),
    changed,
    same: pairs.length - changed.length,
  };
}

type FindingPair = Pair<WordedFinding>;

/** The findings that are there in both. */
export function pairFindings(before: Report, after: Report): readonly FindingPair[] {
  const candidates = grouped(after);
  return [...grouped(before)].flatMap(([key, findings]) => pairedUp(findings, candidates.get(key) ?? []));
}

function grouped(report: Report): ReadonlyMap<string, readonly WordedFinding[]> {
  const groups = new Map<string, WordedFinding[]>();
  for (const finding of report.findings) {
    const key = JSON.stringify([finding.code, finding.subject.kind, placeOf(finding, report)]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

/** The subject’s address, seen from the connector’s own: a second server of the same kind stands elsewhere. */
function placeOf({ subject: { url } }: WordedFinding, { target }: Report): string {
  if (url === undefined) return '';
  if (target === null || !('url' in target) || !URL.canParse(url) || !URL.canParse(target.url)) return url;
  const [own, found] = [new URL(target.url), new URL(url)];
  if (found.href === own.href) return 'own';
  return found.origin === own.origin ? `${found.pathname}${found.search}` : url;
}

function pairedUp(before: readonly WordedFinding[], after: readonly WordedFinding[]): readonly FindingPair[] {
  const [exact, [from, to]] = alike(before, after);
  const [first, second] = [from[0], to[0]];
  if (!first || !second) return exact;
  // With one of each left, it is the same finding with other values.
  if (from.length === 1 && to.length === 1) return [...exact, { before: first, after: second }];
  return [...exact, ...nearest(from, to)];
}

type Rest = readonly [readonly WordedFinding[], readonly WordedFinding[]];

/** Those with the same values, and what is left. */
function alike(before: readonly WordedFinding[], after: readonly WordedFinding[]): readonly [FindingPair[], Rest] {
  const free = new Map<string, WordedFinding[]>();
  // The first of them is taken first, from the end of its list: a file can hold tens of thousands that are the same.
  for (const finding of after.toReversed()) {
    const key = valuesKey(finding);
    const same = free.get(key);
    if (same) same.push(finding);
    else free.set(key, [finding]);
  }
  const pairs: FindingPair[] = [];
  const left = before.filter((finding) => {
    const same = free.get(valuesKey(finding))?.pop();
    if (same) pairs.push({ before: finding, after: same });
    return !same;
  });
  const taken = new Set(pairs.map((pair) => pair.after));
  return [pairs, [left, after.filter((finding) => !taken.has(finding))]];
}

/** A file can hold any number of findings of one code. */
const mostNearest = 100;

/** What agrees in at least one text of their values, the best first. */
function nearest(before: readonly WordedFinding[], after: readonly WordedFinding[]): readonly FindingPair[] {
  const [from, to] = [before.slice(0, mostNearest), after.slice(0, mostNearest)];
  const scored = from.flatMap((each) =>
    to.map((other) => ({ before: each, after: other, score: likeness(each, other) })),
  );
  const taken = new Set<WordedFinding>();
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ before: each, after: other }) => {
      if (taken.has(each) || taken.has(other)) return [];
      taken.add(each).add(other);
      return [{ before: each, after: other }];
    });
}

function likeness(a: WordedFinding, b: WordedFinding): number {
  return Object.entries(a.values).filter(
    ([name, value]) => typeof value === 'string' && valueOf(b.values, name) === value,
  ).length;
}

/** How long something took is never twice the same. */
const fleeting: ReadonlySet<string> = new Set(['seconds']);

function valuesKey({ values }: WordedFinding): string {
  return JSON.stringify(
    Object.entries(values)
      .filter(([name]) => !fleeting.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function changeOf({ before, after }: FindingPair): readonly ChangedFinding[] {
  const names = [...new Set([...Object.keys(before.values), ...Object.keys(after.values)])];
  const values = names.flatMap((name) => {
    const pair = { before: valueOf(before.values, name), after: valueOf(after.values, name) };
    return fleeting.has(name) || pair.before === pair.after ? [] : [[name, pair] as const];
  });
  const severity = different(before.severity, after.severity);
  const confidence = different(before.confidence, after.confidence);
  if (values.length === 0 && severity === null && confidence === null) return [];
  return [{ code: after.code, before, after, severity, confidence, values: Object.fromEntries(values) }];
}

function different<T>(before: T, after: T): Pair<T> | null {
  return before === after ? null : { before, after };
}

function valueOf(values: Values, name: string): string | number | null {
  return (Object.hasOwn(values, name) ? values[name] : null) ?? null;
}

/** What a report tells of each code. */
interface Known {
  readonly found: ReadonlySet<FindingCode>;
  readonly skipped: ReadonlyMap<FindingCode, SkipReason>;
  readonly passed: ReadonlySet<FindingCode>;
}

function knownIn({ findings, skipped, passed }: Report): Known {
  return {
    found: new Set(findings.map(({ code }) => code)),
    skipped: new Map(skipped.map(({ code, because }) => [code, because])),
    passed: new Set(passed),
  };
}

function lone(finding: WordedFinding, { found, skipped, passed }: Known): LoneFinding {
  const { code } = finding;
  if (found.has(code)) return { finding, elsewhere: 'found-otherwise', because: null };
  const because = skipped.get(code);
  if (because !== undefined) return { finding, elsewhere: 'not-looked-at', because };
  return { finding, elsewhere: passed.has(code) ? 'passed' : 'unknown', because: null };
}
