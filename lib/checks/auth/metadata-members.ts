import type { JsonObject } from '../../kernel/json.ts';
import { inOneLine } from '../../parsing/one-line.ts';

/** A member that should be a list of texts. `unusable`: it is something else, of which the finding on the document speaks. */
export type ListMember = readonly string[] | 'absent' | 'unusable';

/** Reads a list of texts; null counts as absent, as most clients take it. */
export function listMember(document: JsonObject, name: string): ListMember {
  const value = document[name] ?? null;
  if (value === null) return 'absent';
  if (!Array.isArray(value)) return 'unusable';
  const items: readonly unknown[] = value;
  return items.every((item) => typeof item === 'string') ? items : 'unusable';
}

/** A list as a sentence shows it; a dash for an empty one. */
export function shownList(list: readonly string[]): string {
  return inOneLine(list.join(', '), 200) || '–';
}

type Kind = 'list' | 'flag' | 'url';

/** Members of either document, and of which kind they are where they stand. */
export type MemberKinds = Readonly<Record<string, Kind>>;

/** Names of members that are not of their kind. */
export interface WrongMembers {
  /** Something else than a list of texts. */
  readonly lists: readonly string[];
  /** Something else than true or false. */
  readonly flags: readonly string[];
  /** No absolute web address. */
  readonly urls: readonly string[];
  readonly nulls: readonly string[];
}

/** Compares the members that are there with their kinds. */
export function wrongMembers(document: JsonObject, kinds: MemberKinds): WrongMembers {
  const wrong = Object.entries(kinds).filter(([name, kind]) => {
    const value = document[name];
    return value !== undefined && value !== null && !isOfKind(value, kind);
  });
  const names = (kind: Kind) => wrong.filter((entry) => entry[1] === kind).map(([name]) => name);
  return {
    lists: names('list'),
    flags: names('flag'),
    urls: names('url'),
    nulls: Object.keys(kinds).filter((name) => document[name] === null),
  };
}

/** True for an absolute http or https address. */
export function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && /^https?:/i.test(value);
}

function isOfKind(value: unknown, kind: Kind): boolean {
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'url') return isWebAddress(value);
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
