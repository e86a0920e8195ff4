/** What may stand under a keyword of JSON Schema, as its metaschema says. */
export type KeywordKind =
  | 'schema'
  | 'schemas'
  | 'schema-or-schemas'
  | 'schema-map'
  | 'schema-or-texts-map'
  | 'text'
  | 'texts'
  | 'texts-map'
  | 'anchor'
  | 'plain-id'
  | 'number'
  | 'positive'
  | 'count'
  | 'flag'
  | 'flag-map'
  | 'list'
  | 'choices'
  | 'type';

/** A version of JSON Schema, as `$schema` names it. */
export type Dialect = '2020-12' | '2019-09' | 'draft-07' | 'draft-06' | 'draft-04';

type Keywords = ReadonlyMap<string, KeywordKind>;

const everywhere = {
  $schema: 'text',
  $ref: 'text',
  definitions: 'schema-map',
  items: 'schema',
  additionalProperties: 'schema',
  properties: 'schema-map',
  patternProperties: 'schema-map',
  dependencies: 'schema-or-texts-map',
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  not: 'schema',
  type: 'type',
  enum: 'list',
  multipleOf: 'positive',
  maximum: 'number',
  minimum: 'number',
  maxLength: 'count',
  minLength: 'count',
  pattern: 'text',
  maxItems: 'count',
  minItems: 'count',
  uniqueItems: 'flag',
  maxProperties: 'count',
  minProperties: 'count',
  required: 'texts',
  title: 'text',
  description: 'text',
} as const;

const sinceDraft6 = {
  contains: 'schema',
  propertyNames: 'schema',
  exclusiveMaximum: 'number',
  exclusiveMinimum: 'number',
  examples: 'list',
  format: 'text',
} as const;

const sinceDraft7 = {
  $comment: 'text',
  if: 'schema',
  then: 'schema',
  else: 'schema',
  readOnly: 'flag',
  writeOnly: 'flag',
  contentEncoding: 'text',
  contentMediaType: 'text',
} as const;

const since2019 = {
  $id: 'plain-id',
  $anchor: 'anchor',
  $vocabulary: 'flag-map',
  $defs: 'schema-map',
  dependentSchemas: 'schema-map',
  dependentRequired: 'texts-map',
  unevaluatedItems: 'schema',
  unevaluatedProperties: 'schema',
  maxContains: 'count',
  minContains: 'count',
  deprecated: 'flag',
  contentSchema: 'schema',
} as const;

const lists = { items: 'schema-or-schemas', additionalItems: 'schema' } as const;

/**
 * The keywords of each version and what may stand under them; others mean nothing and may hold anything.
 * @see https://json-schema.org/draft/2020-12/schema
 */
export const schemaKeywords: Readonly<Record<Dialect, Keywords>> = {
  '2020-12': keywords({
    ...everywhere,
    ...sinceDraft6,
    ...sinceDraft7,
    ...since2019,
    prefixItems: 'schemas',
    $dynamicRef: 'text',
    $dynamicAnchor: 'anchor',
    // Kept in the metaschema from the version before, with another meaning.
    $recursiveRef: 'text',
    $recursiveAnchor: 'anchor',
  }),
  '2019-09': keywords({
    ...everywhere,
    ...sinceDraft6,
    ...sinceDraft7,
    ...since2019,
    ...lists,
    $recursiveRef: 'text',
    $recursiveAnchor: 'flag',
  }),
  'draft-07': keywords({ ...everywhere, ...sinceDraft6, ...sinceDraft7, ...lists, $id: 'text' }),
  'draft-06': keywords({ ...everywhere, ...sinceDraft6, ...lists, $id: 'text', enum: 'choices' }),
  'draft-04': keywords({
    ...everywhere,
    ...lists,
    id: 'text',
    exclusiveMaximum: 'flag',
    exclusiveMinimum: 'flag',
    enum: 'choices',
  }),
};

function keywords(kinds: Readonly<Record<string, KeywordKind>>): Keywords {
  return new Map(Object.entries(kinds));
}

/** The types that a schema can ask for. */
export const schemaTypes: ReadonlySet<string> = new Set([
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
]);

const dialectPattern =
  /^https?:\/\/json-schema\.org\/(?:draft\/(2020-12|2019-09)|draft-0([467]))\/(?:hyper-)?schema#?$/i;

/** The version that `$schema` names; undefined for an address that is none of them. */
export function dialectOf(address: string): Dialect | undefined {
  const [, named, draft] = dialectPattern.exec(address.trim()) ?? [];
  if (named === '2020-12' || named === '2019-09') return named;
  return draft === '7' ? 'draft-07' : draft === '6' ? 'draft-06' : draft === '4' ? 'draft-04' : undefined;
}
