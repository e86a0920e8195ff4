import { isJsonObject, type Json } from '../../kernel/json.ts';
import { schemaTypes, type KeywordKind } from '../../standards/json-schema.ts';

/** What is wrong with what stands under a keyword. */
export type ShapeFault = 'null' | 'tuple' | 'flag' | 'type-name' | 'empty' | 'twice' | 'text-wanted' | 'kind';

/** A schema inside another, and the way to it from there. */
export interface Inner {
  readonly path: string;
  readonly schema: Json;
}

/** What stands under a keyword: the schemas in it, or what is wrong with it. */
export type Shape =
  { readonly fault: ShapeFault; readonly path: string } | { readonly fault: null; readonly inner: readonly Inner[] };

const fine: Shape = { fault: null, inner: [] };

/** Holds the value of a keyword against what the metaschema allows there. Schemas inside it are handed back, not looked into. */
export function shapeOf(kind: KeywordKind, value: Json): Shape {
  if (value === null) return wrong('null');
  if (kind === 'schema') return isSchema(value) ? inner([{ path: '', schema: value }]) : wrong(notSchema(value));
  if (kind === 'schema-or-schemas') return Array.isArray(value) ? schemas(value) : shapeOf('schema', value);
  if (kind === 'schemas') return schemas(value);
  if (kind === 'schema-map' || kind === 'schema-or-texts-map') return schemaMap(value, kind === 'schema-or-texts-map');
  if (kind === 'texts-map' || kind === 'flag-map') return plainMap(value, kind === 'texts-map' ? 'texts' : 'flag');
  const fault = plainFault(kind, value);
  return fault ? wrong(fault) : fine;
}

type PlainKind = Exclude<KeywordKind, `schema${string}` | `${string}-map`>;

function plainFault(kind: PlainKind, value: Json): ShapeFault | undefined {
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? undefined : 'text-wanted';
    case 'anchor':
      return typeof value === 'string' && /^[A-Za-z_][-A-Za-z0-9._]*$/.test(value) ? undefined : 'kind';
    case 'plain-id':
      return typeof value === 'string' && /^[^#]*#?$/.test(value) ? undefined : 'kind';
    case 'number':
    case 'positive':
    case 'count':
      return numberFault(kind, value);
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'kind';
    case 'list':
      return Array.isArray(value) ? undefined : 'kind';
    case 'choices':
      return choicesFault(value);
    case 'texts':
      return textsFault(value);
    case 'type':
      return typeFault(value);
  }
}

function numberFault(kind: 'number' | 'positive' | 'count', value: Json): ShapeFault | undefined {
  if (typeof value !== 'number') return typeof value === 'boolean' ? 'flag' : 'kind';
  if (kind === 'positive') return value > 0 ? undefined : 'kind';
  return kind === 'number' || (value >= 0 && Number.isInteger(value)) ? undefined : 'kind';
}

function choicesFault(value: Json): ShapeFault | undefined {
  if (!Array.isArray(value)) return 'kind';
  if (value.length === 0) return 'empty';
  return new Set(value.map((choice) => JSON.stringify(choice))).size === value.length ? undefined : 'twice';
}

function textsFault(value: Json): ShapeFault | undefined {
  if (!Array.isArray(value)) return typeof value === 'boolean' ? 'flag' : 'kind';
  const items: readonly unknown[] = value;
  if (items.some((item) => typeof item !== 'string')) return 'kind';
  return new Set(items).size === items.length ? undefined : 'twice';
}

function typeFault(value: Json): ShapeFault | undefined {
  if (typeof value === 'string') return schemaTypes.has(value) ? undefined : 'type-name';
  if (!Array.isArray(value)) return 'kind';
  const names: readonly unknown[] = value;
  if (names.length === 0) return 'empty';
  if (names.some((name) => typeof name !== 'string' || !schemaTypes.has(name))) return 'type-name';
  return new Set(names).size === names.length ? undefined : 'twice';
}

function schemas(value: Json): Shape {
  if (!Array.isArray(value)) return wrong('kind');
  const items: readonly Json[] = value;
  if (items.length === 0) return wrong('empty');
  const bad = items.findIndex((item) => !isSchema(item));
  if (bad !== -1) return wrong(notSchema(items[bad]), `.${String(bad)}`);
  return inner(items.map((schema, index) => ({ path: `.${String(index)}`, schema })));
}

function schemaMap(value: Json, allowsTexts: boolean): Shape {
  if (!isJsonObject(value)) return wrong('kind');
  const found: Inner[] = [];
  for (const [name, schema] of Object.entries(value)) {
    if (isSchema(schema)) found.push({ path: `.${name}`, schema });
    else if (!allowsTexts || textsFault(schema) !== undefined) return wrong(notSchema(schema), `.${name}`);
  }
  return inner(found);
}

function plainMap(value: Json, kind: 'texts' | 'flag'): Shape {
  if (!isJsonObject(value)) return wrong('kind');
  for (const [name, part] of Object.entries(value)) {
    const fault = plainFault(kind, part);
    if (fault) return wrong(fault, `.${name}`);
  }
  return fine;
}

function isSchema(value: Json | undefined): boolean {
  return typeof value === 'boolean' || isJsonObject(value);
}

function notSchema(value: Json | undefined): ShapeFault {
  if (value === null) return 'null';
  return Array.isArray(value) && value.length > 0 ? 'tuple' : 'kind';
}

function inner(found: readonly Inner[]): Shape {
  return { fault: null, inner: found };
}

function wrong(fault: ShapeFault, path = ''): Shape {
  return { fault, path };
}
