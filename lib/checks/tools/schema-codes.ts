import type { CodeDefinition } from '../../kernel/check.ts';
import { issue } from '../transport/sources.ts';
import { theNames } from './listed-tools.ts';
import { toolSources } from './sources.ts';

/** The codes that speak of the schemas of tools. */
export type SchemaCode =
  | 'tools.schema-invalid'
  | 'tools.schema-top-level-combinator'
  | 'tools.schema-properties-not-object'
  | 'tools.schema-too-large'
  | 'tools.schema-property-name-invalid'
  | 'tools.schema-unresolved-ref'
  | 'tools.schema-too-deep';

const byAuthor = { step: 11, who: 'author' } as const;
const concerned = `{count, plural, one {} other { Concerned: ${theNames}.}}`;

/** What is wrong, as a sentence; wants `first`, `at`, `keyword` and `fault`. */
const fault =
  '{fault, select, missing {The tool “{first}” has no inputSchema.} noObject {The inputSchema of “{first}” is no object.} rootType {The inputSchema of “{first}” is not of type “object”.} null {In the inputSchema of “{first}”, {at} is null.} tuple {In the inputSchema of “{first}”, {at} is a list of schemas, for which JSON Schema 2020-12 has “prefixItems”.} flag {In the inputSchema of “{first}”, {at} is true or false, where {keyword, select, required {a list of names belongs} other {a number belongs}}.} typeName {In the inputSchema of “{first}”, {at} is no type of JSON Schema (array, boolean, integer, null, number, object, string).} empty {In the inputSchema of “{first}”, {at} is an empty list.} twice {In the inputSchema of “{first}”, {at} holds the same entry twice.} textWanted {In the inputSchema of “{first}”, {at} is no text.} other {In the inputSchema of “{first}”, {at} does not hold what belongs under “{keyword}”.}}';

/** Words and sources of the codes that speak of schemas. */
export const schemaCodes: Readonly<Record<SchemaCode, CodeDefinition>> = {
  'tools.schema-invalid': {
    ...byAuthor,
    severity: 'blocker',
    confidence: 'likely',
    title:
      '{count, plural, one {The input schema of one tool is not valid} other {The input schemas of {count} tools are not valid}}',
    detail: `${fault}${concerned} {scope, select, list {The official clients check the list as a whole, and drop all of it.} own {It is valid in {dialect}, the version that it names; Claude’s API was seen to hold every tool against JSON Schema 2020-12 all the same, and to refuse a chat in which such a tool is loaded.} other {Claude’s API holds every tool against JSON Schema 2020-12, and refuses a chat in which such a tool is loaded as a whole (“JSON schema is invalid. It must match JSON Schema draft 2020-12”).}}`,
    fix: '{fault, select, missing {Give every tool an inputSchema; without parameters it is an object with type “object” and additionalProperties false.} noObject {Give every tool an inputSchema that is an object with type “object”.} rootType {Let the inputSchema be of type “object”, with the parameters under “properties”.} null {Leave {keyword} out where there is nothing to say.} tuple {Write the list as “prefixItems” (with items: false), or describe the entries with one schema. In zod, let z.toJSONSchema aim at draft-2020-12, or use z.array(…).length(…) for z.tuple.} flag {{keyword, select, required {Name the required parameters in one list, beside “properties”.} other {Write the limit itself as a number under {keyword}.}}} typeName {Use one of the seven types, “number” for float and the like, and leave type out where anything will do.} other {Mend it at {at}, and hold all schemas against JSON Schema 2020-12 in a test.}}',
    sources: [toolSources.jsonSchema, issue('anthropics/claude-code', 586), issue('kintone/mcp-server', 547)],
  },
  'tools.schema-top-level-combinator': {
    ...byAuthor,
    severity: 'blocker',
    confidence: 'certain',
    title:
      '{count, plural, one {The input schema of one tool has {keyword} at its top level} other {The input schemas of {count} tools have {keyword} or the like at their top level}}',
    detail: `Concerned: ${theNames}. Claude’s API refuses a chat in which such a tool is loaded as a whole (“input_schema does not support oneOf, allOf, or anyOf at the top level”).`,
    fix: 'Let the top level be type “object” with “properties”. Move the alternatives into one of the properties, or make several tools of one.',
    sources: [issue('anthropics/claude-code', 64113), toolSources.toolType],
  },
  'tools.schema-properties-not-object': {
    ...byAuthor,
    severity: 'blocker',
    confidence: 'certain',
    title:
      '{count, plural, one {The “properties” of one tool are {kind, select, list {a list} null {null} other {no object}}} other {The “properties” of {count} tools are no objects}}',
    detail: `inputSchema.properties is {kind, select, list {a list} null {null} other {no object}}: ${theNames}. Claude then shows no tool of this connector (“input_schema.properties: Input should be a valid dictionary”).{kind, select, list { Programs in PHP write an empty list where an empty object is meant.} other {}}`,
    fix: 'Write an empty object, or leave “properties” out. In PHP: new stdClass(), or (object) [].',
    sources: [toolSources.toolType, toolSources.jsonSchema],
  },
  'tools.schema-too-large': {
    ...byAuthor,
    severity: 'problem',
    confidence: 'likely',
    title:
      '{count, plural, one {The input schema of one tool is larger than 16 KiB} other {The input schemas of {count} tools are larger than 16 KiB}}',
    detail: `The largest has {largest, number} bytes as compact JSON. Concerned: ${theNames}. People saw such tools vanish from the list without a word when the connector connects; Anthropic names no limit.`,
    fix: 'Make the schema smaller: shorter descriptions, no repeated definitions, fewer alternatives, or several tools in place of one.',
    sources: [issue('anthropics/claude-code', 77296)],
  },
  'tools.schema-property-name-invalid': {
    ...byAuthor,
    severity: 'blocker',
    confidence: 'certain',
    title:
      '{count, plural, one {Claude does not accept the name of a parameter of one tool} other {Claude does not accept names of parameters in {count} tools}}',
    detail: `Such as “{key}” in “{first}”. Claude accepts 1 to 64 letters a–z, A–Z, digits, “_”, “.” and “-” at the top level of a tool’s input, and its API refuses a chat in which such a tool is loaded as a whole (“Property keys should match pattern …”).${concerned}`,
    fix: 'Rename the parameters, and translate to the names of your API inside the tool: brackets and the like come from query parameters such as filter[name].',
    sources: [issue('anthropics/claude-code', 79418), issue('freee/freee-mcp', 15)],
  },
  'tools.schema-unresolved-ref': {
    ...byAuthor,
    severity: 'problem',
    confidence: 'certain',
    title:
      '{count, plural, one {A $ref in the schema of one tool leads {why, select, remote {to another address} other {nowhere}}} other {A $ref in the schemas of {count} tools leads nowhere or to another address}}',
    detail: `“{first}” points to “{reference}”, {why, select, remote {which is not part of the schema; clients must not fetch it} other {which the schema does not hold}}. Claude cannot know what belongs there, and some clients drop the whole list over it (“can’t resolve reference”).${concerned}`,
    fix: 'Put what is meant under “$defs” of the same schema and point to it with “#/$defs/…”, or write it in place.',
    sources: [toolSources.references, issue('anthropics/claude-code', 81111)],
  },
  'tools.schema-too-deep': {
    ...byAuthor,
    severity: 'warning',
    confidence: 'possible',
    title:
      '{count, plural, one {The input schema of one tool is very {how, select, deep {deep} other {large}}} other {The input schemas of {count} tools are very deep or large}}',
    detail: `{how, select, deep {In “{first}”, {depth} schemas stand inside one another} other {“{first}” has more than 5,000 values in its schema}}. Clients may set a limit to either, and a model fills in the deeper parts less surely.${concerned}`,
    fix: 'Flatten the input: fewer levels, or an id in place of a nested object. More than 10 levels are rarely needed.',
    sources: [toolSources.composition],
  },
};
