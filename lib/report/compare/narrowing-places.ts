import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { BreakKind } from './comparison.ts';
import { memberPath } from './member-path.ts';
import { schemaText } from './schema-text.ts';
import type { Budget } from './schema-ways.ts';

/** A place where a schema may take less than before; `breaks` is null where that cannot be told. */
export interface Narrowing {
  readonly path: string;
  readonly breaks: BreakKind | null;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Two schemas at one place. */
export interface SchemaPair {
  readonly before: Json;
  readonly after: Json;
  readonly path: string;
  readonly walk: NarrowingWalk;
}

/** What goes along with every pair. */
export interface NarrowingWalk {
  readonly root: { readonly before: Json; readonly after: Json; readonly path: string };
  readonly budget: Budget;
  /** What is being looked at, so that what contains itself comes to an end. */
  readonly open: Set<string>;
  readonly depth: number;
  /** Looks at a pair further within. */
  readonly less: (pair: SchemaPair) => readonly Narrowing[];
}

/** A narrowing told at a keyword: the first of these that is another one now, or what stands in its place. */
export function lessAt(pair: SchemaPair, keywords: readonly string[], breaks: BreakKind | null): Narrowing {
  return atKeyword(pair, changedKeyword(pair, keywords) ?? keywords[0] ?? 'allOf', breaks);
}

/** A narrowing told at this keyword. */
export function atKeyword({ before, after, path }: SchemaPair, keyword: string, breaks: BreakKind | null): Narrowing {
  return {
    path: memberPath(path, keyword),
    breaks,
    before: keywordIn(before, keyword),
    after: keywordIn(after, keyword),
  };
}

/** The first of these keywords, and of those that combine schemas, that is another one now. */
export function changedKeyword({ before, after }: SchemaPair, keywords: readonly string[]): string | null {
  if (!isJsonObject(after)) return null;
  const changed = [...keywords, ...combining].find((keyword) => textOf(before, keyword) !== textOf(after, keyword));
  return changed ?? null;
}

const combining: readonly string[] = ['allOf', 'anyOf', 'oneOf', '$ref'];

function textOf(schema: Json, keyword: string): string | null {
  const value = keywordIn(schema, keyword);
  return value === undefined ? null : schemaText({ [keyword]: value });
}

function keywordIn(schema: Json, keyword: string): Json | undefined {
  return isJsonObject(schema) && Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
}
