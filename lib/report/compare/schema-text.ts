import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/** A JSON Schema as a text that is the same for what takes the same: in one order, and without what only describes. */
export function schemaText(schema: Json): string {
  return JSON.stringify(bare(schema, 'schema'));
}

/** A value as a text that is the same for equal values. */
export function valueText(value: Json): string {
  return JSON.stringify(bare(value, 'value'));
}

/** Whether a text of a schema points to something that stands elsewhere. */
export function isPointing(text: string): boolean {
  return /"\$(?:ref|dynamicRef|recursiveRef)"/.test(text);
}

/** What a `$ref` within the same document leads to, and the names on the way; null where it leads nowhere, or out of the document. */
export function followed(
  ref: Json | undefined,
  root: Json,
): { readonly schema: Json; readonly names: readonly string[] } | null {
  if (typeof ref !== 'string' || !/^#(?:\/|$)/.test(ref)) return null;
  const names = ref.split('/').slice(1).map(nameIn);
  let schema: Json | undefined = root;
  for (const name of names) {
    schema = isJsonObject(schema) && Object.hasOwn(schema, name) ? schema[name] : undefined;
    if (schema === undefined) return null;
  }
  return { schema, names };
}

function nameIn(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return part;
  }
}

/** They describe, and refuse nothing. */
const describing: ReadonlySet<string> = new Set([
  ...['title', 'description', 'default', 'examples', 'example', 'deprecated', 'readOnly', 'writeOnly'],
  ...['$comment', '$schema'],
]);

const namedSchemas: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'],
]);

type Place = 'schema' | 'schemas' | 'value';

function bare(value: Json, place: Place): Json {
  if (Array.isArray(value)) return value.map((item: Json) => bare(item, place));
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value).sort();
  // As pairs: a member can be called __proto__.
  const told = names.filter((name) => place !== 'schema' || !describing.has(name));
  return ['{}', ...told.map((name) => [name, bare(memberOf(value, name), placeOf(name, place))])];
}

function memberOf(value: JsonObject, name: string): Json {
  return value[name] ?? null;
}

function placeOf(name: string, place: Place): Place {
  if (place === 'schemas') return 'schema';
  if (place === 'value' || name === 'enum' || name === 'const') return 'value';
  return namedSchemas.has(name) ? 'schemas' : 'schema';
}
