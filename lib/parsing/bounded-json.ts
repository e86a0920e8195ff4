import type { Json } from '../kernel/json.ts';
import { jsonNesting } from '../kernel/json-nesting.ts';

/** A JSON text as a value, or why it is none, in words. */
export type ParsedJson = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: string };

/** Deeper values are refused: whatever walks them later may recurse. */
const maxDepth = 512;

/** Parses JSON, a leading byte order mark allowed. Never throws, and refuses values that are nested deeper than 512 levels. */
export function parseBoundedJson(text: string): ParsedJson {
  if (jsonNesting(text).depth > maxDepth) return { ok: false, problem: `it is nested deeper than ${maxDepth} levels` };
  try {
    return { ok: true, value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as Json };
  } catch {
    return { ok: false, problem: problemOf(text) };
  }
}

/** The parser's own message differs between engines and repeats the text, which may hold secrets. */
function problemOf(text: string): string {
  const start = text.trimStart().slice(0, 1);
  if (start === '') return 'it is empty';
  if (/^\s*(?:event|data|id|retry)?:/.test(text.slice(0, 100))) return 'it is an event stream, not JSON';
  if (start === '<') return 'it looks like a web page or XML, not JSON';
  if (start === '{' || start === '[') return 'it begins like JSON and breaks off or has a syntax error';
  return 'it is not JSON';
}
