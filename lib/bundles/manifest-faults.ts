import type { McpbManifestSchema } from '@anthropic-ai/mcpb/schemas/0.4';
import type { ManifestFault, ManifestFaultKind } from '../kernel/evidence-bundle.ts';
import { isJsonObject, type Json } from '../kernel/json.ts';
import { inOneLine } from '../parsing/one-line.ts';
import type { JsonPath, LineFinder } from './manifest-lines.ts';

type Parsed = ReturnType<(typeof McpbManifestSchema)['safeParse']>;

/** What the official schema objects to. */
type Issue = NonNullable<Parsed['error']>['issues'][number];

/** Faults in the order of the file, the first 200 that the official schema names, and how many there are. */
export interface CountedFaults {
  readonly faults: readonly ManifestFault[];
  readonly count: number;
}

/** What the official schema objects to, as faults with their lines. */
export function faultsOf(issues: readonly Issue[], value: Json, lineOf: LineFinder): CountedFaults {
  const faults: ManifestFault[] = [];
  let count = 0;
  for (const issue of issues) {
    const left = mostRead - faults.length;
    if (left > 0) faults.push(...faultsOfIssue(issue, left, value, lineOf));
    count += issue.code === 'unrecognized_keys' ? issue.keys.length : 1;
  }
  return { faults: faults.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)), count };
}

/** Finding lines goes through the whole tree for each of them, and one objection may be to members without number. */
const mostRead = 200;

/** A fault with the English sentence that tells all of it. */
export function faultOf(
  fault: Omit<ManifestFault, 'problem' | 'expected' | 'given'> & Partial<Pick<ManifestFault, 'expected' | 'given'>>,
): ManifestFault {
  const { kind, line } = fault;
  const path = inOneLine(fault.path, 200);
  const expected = inOneLine(fault.expected ?? '', 200);
  const given = inOneLine(fault.given ?? '', 100);
  const name = path === '' ? 'the manifest' : `“${path}”`;
  return { path, kind, expected, given, problem: inOneLine(problems[kind]({ name, expected, given }), 400), line };
}

type Parts = Readonly<Record<'name' | 'expected' | 'given', string>>;

const problems: Readonly<Record<ManifestFaultKind, (parts: Parts) => string>> = {
  json: ({ expected }) => (expected === '' ? 'the file is empty' : 'this is no JSON: a syntax error'),
  'byte-order-mark': () => 'the file begins with a byte order mark, which JSON does not allow',
  'too-large': ({ expected }) => `the file has more than ${expected}`,
  nested: ({ expected }) => `it is nested deeper than ${expected} levels`,
  version: ({ name, expected }) => `${name} has to be one of ${expected}`,
  missing: ({ name, expected }) =>
    expected === '' ? `${name} has to be there` : `${name} has to be there: ${expected}`,
  type: ({ name, expected, given }) => `${name} has to be ${expected}, and is ${given}`,
  'unknown-member': ({ name, given }) => `the schema knows no member “${given}” in ${name}`,
  choice: ({ name, expected }) => `${name} has to be one of ${expected}`,
  url: ({ name }) => `${name} has to be a whole address`,
  email: ({ name }) => `${name} has to be an e-mail address`,
  form: ({ name, expected }) => `${name}: ${expected}`,
  other: ({ name, expected }) => `${name}: ${expected}`,
};

function faultsOfIssue(issue: Issue, most: number, value: Json, lineOf: LineFinder): readonly ManifestFault[] {
  const { path } = issue;
  const about = { path: path.join('.'), line: lineOf(path) };
  if (issue.code === 'invalid_type') {
    return [issue.received === 'undefined' ? missing(about, issue.expected) : wrongType(about, issue)];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, most)
      .map((key) => faultOf({ ...about, kind: 'unknown-member', given: key, line: lineOf([...path, key]) }));
  }
  if (issue.code === 'invalid_enum_value') {
    return [faultOf({ ...about, kind: 'choice', expected: issue.options.join(', ') })];
  }
  if (issue.code === 'invalid_literal')
    return [faultOf({ ...about, kind: 'choice', expected: String(issue.expected) })];
  if (issue.code === 'invalid_union') {
    return [faultOf({ ...about, kind: 'type', expected: unionWords, given: typeWords(typeAt(value, path)) })];
  }
  return [ofForm(about, issue.code === 'invalid_string' ? issue.validation : null, issue.message)];
}

type Place = Pick<ManifestFault, 'path' | 'line'>;

/** The only union of the schemas is that of `user_config.*.default`. */
const unionWords = 'a string, a number, a boolean or a list of strings';

function missing(about: Place, expected: string): ManifestFault {
  // The words that a choice has stand there in quotes: 'python' | 'node'.
  const words = [...expected.matchAll(/'([^']*)'/g)].map(([, word]) => word ?? '');
  return faultOf({ ...about, kind: 'missing', expected: words.length > 0 ? words.join(', ') : typeWords(expected) });
}

function wrongType(about: Place, { expected, received }: { readonly expected: string; readonly received: string }) {
  const words = [...expected.matchAll(/'([^']*)'/g)].map(([, word]) => word ?? '');
  if (words.length > 0) return faultOf({ ...about, kind: 'choice', expected: words.join(', ') });
  return faultOf({ ...about, kind: 'type', expected: typeWords(expected), given: typeWords(received) });
}

function ofForm(about: Place, validation: unknown, message: string): ManifestFault {
  if (validation === 'url' || validation === 'email') return faultOf({ ...about, kind: validation });
  return faultOf({ ...about, kind: 'form', expected: message });
}

function typeWords(type: string): string {
  return types.get(type) ?? type;
}

const types: ReadonlyMap<string, string> = new Map([
  ['string', 'a string'],
  ['number', 'a number'],
  ['integer', 'a number'],
  ['float', 'a number'],
  ['nan', 'a number'],
  ['boolean', 'a boolean'],
  ['array', 'a list'],
  ['object', 'an object'],
  ['null', 'null'],
]);

function typeAt(value: Json, path: JsonPath): string {
  let at: Json | undefined = value;
  for (const part of path) {
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(part)];
    else at = isJsonObject(at) && Object.hasOwn(at, part) ? at[part] : undefined;
  }
  if (at === null) return 'null';
  return Array.isArray(at) ? 'array' : typeof at;
}
