/** One challenge of a WWW-Authenticate header. */
export interface Challenge {
  /** Lower case. */
  readonly scheme: string;
  /** Names in lower case; of repeated ones the first. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What stands in place of parameters, as in `Negotiate YWJj`; else null. */
  readonly token68: string | null;
}

export interface ChallengeList {
  readonly challenges: readonly Challenge[];
  /** What does not follow the grammar, in words; the list is read as far as it makes sense nevertheless. */
  readonly problems: readonly string[];
}

/** What a client reads from a Bearer challenge. */
export interface BearerChallenge {
  readonly resourceMetadata: string | undefined;
  readonly scope: string | undefined;
  readonly error: string | undefined;
  readonly errorDescription: string | undefined;
}

/**
 * Reads a WWW-Authenticate header, repeated ones joined with commas. Never throws, takes linear time.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
export function readChallenges(header: string): ChallengeList {
  const scanner: Scanner = { text: header, at: 0 };
  const challenges: { scheme: string; parameters: Map<string, string>; token68: string | null }[] = [];
  const problems = new Set<string>();
  for (;;) {
    take(scanner, separators);
    if (scanner.at >= header.length) break;
    const name = take(scanner, parameterName);
    const current = challenges.at(-1);
    if (name !== undefined) {
      const key = name.replace(/[ \t]*=[ \t]*$/, '').toLowerCase();
      const value = readValue(scanner, problems);
      if (current === undefined) problems.add('it begins with a parameter, without a scheme');
      else if (current.parameters.has(key)) problems.add(`the parameter ${key.slice(0, 40)} stands there twice`);
      else current.parameters.set(key, value);
      continue;
    }
    const scheme = take(scanner, token);
    if (scheme === undefined) {
      problems.add('it has characters where a scheme or a parameter should be');
      take(scanner, untilComma);
      continue;
    }
    const token68 = take(scanner, token68After) ?? null;
    challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map(), token68: token68?.trim() ?? null });
  }
  return {
    challenges: challenges.map((item) => ({ ...item, parameters: Object.fromEntries(item.parameters) })),
    problems: [...problems],
  };
}

/** The Bearer challenge of a header, the one with `resource_metadata` when there are several; undefined when there is none. */
export function bearerChallenge(header: string): BearerChallenge | undefined {
  const bearers = readChallenges(header).challenges.filter(({ scheme }) => scheme === 'bearer');
  const chosen = bearers.find(({ parameters }) => parameters['resource_metadata'] !== undefined) ?? bearers[0];
  if (chosen === undefined) return undefined;
  const { parameters } = chosen;
  return {
    resourceMetadata: parameters['resource_metadata'],
    scope: parameters['scope'],
    error: parameters['error'],
    errorDescription: parameters['error_description'],
  };
}

interface Scanner {
  readonly text: string;
  at: number;
}

const separators = /[\s,]+/y;
const token = /[\w!#$%&'*+.^`|~-]+/y;
const parameterName = /[\w!#$%&'*+.^`|~-]+[ \t]*=[ \t]*/y;
/** Only whole list elements: what is followed by anything but a comma is a parameter. */
const token68After = /[ \t]+[\w.~+/-]+=*[ \t]*(?=,|$)/y;
const untilComma = /[^,]+/y;
const quotedString = /"(?:[^"\\]|\\[^])*"/y;
const unquotedWord = /[^\s,]+/y;
const space = /[ \t]+/y;

function take(scanner: Scanner, expression: RegExp): string | undefined {
  expression.lastIndex = scanner.at;
  const match = expression.exec(scanner.text);
  if (match === null) return undefined;
  scanner.at = expression.lastIndex;
  return match[0];
}

function readValue(scanner: Scanner, problems: Set<string>): string {
  if (scanner.text[scanner.at] !== '"') return readUnquoted(scanner, problems);
  const quoted = take(scanner, quotedString);
  if (quoted === undefined) {
    problems.add('a quotation mark is not closed');
    const rest = scanner.text.slice(scanner.at + 1);
    scanner.at = scanner.text.length;
    return rest;
  }
  const after = scanner.text.slice(scanner.at, scanner.at + 100).trimStart();
  if (after !== '' && !after.startsWith(',')) problems.add('there is no comma between two parameters');
  return quoted.slice(1, -1).replace(/\\([^])/g, '$1');
}

/** Words that follow an unquoted value can only belong to it, up to the next comma or parameter. */
function readUnquoted(scanner: Scanner, problems: Set<string>): string {
  const words = [take(scanner, unquotedWord) ?? ''];
  for (;;) {
    const back = scanner.at;
    take(scanner, space);
    const wordAt = scanner.at;
    const isParameter = take(scanner, parameterName) !== undefined;
    scanner.at = wordAt;
    const word = isParameter ? undefined : take(scanner, unquotedWord);
    if (isParameter) problems.add('there is no comma between two parameters');
    if (word === undefined) {
      if (!isParameter) scanner.at = back;
      break;
    }
    words.push(word);
  }
  const value = words.join(' ');
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(value)) problems.add('a value that needs quotation marks has none');
  return value;
}
