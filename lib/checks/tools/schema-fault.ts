import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import { dialectOf, type Dialect } from '../../standards/json-schema.ts';
import { readSchema, type SchemaReading } from './schema-reading.ts';
import type { ShapeFault } from './schema-shape.ts';

/**
 * Why an input schema is not valid.
 * - `list`: it is no schema of an object at all, over which the official clients drop the whole list.
 * - `api`: it is no JSON Schema, by the version that it names and by the one against which Claude’s API holds it.
 * - `own`: it is valid in the older version that it names, and not in 2020-12.
 */
export interface InputFault {
  readonly scope: 'list' | 'api' | 'own';
  readonly at: string;
  readonly keyword: string;
  readonly fault: ShapeFault | 'missing' | 'no-object' | 'root-type';
  readonly dialect: Dialect;
}

/** What is told of the input schema of a tool. */
export interface InputReading {
  readonly fault: InputFault | null;
  /** anyOf, oneOf, allOf or enum at the top level, else null. */
  readonly combinator: string | null;
  /** What `properties` is instead of an object, else null. */
  readonly properties: 'list' | 'null' | 'other' | null;
  /** Of the input schema, or of the output schema where that has the only one. */
  readonly reference: SchemaReading['reference'];
  readonly depth: number;
  /** How many schemas were looked at, and whether that was all. */
  readonly count: number;
  readonly isWhole: boolean;
}

const combinators = ['anyOf', 'oneOf', 'allOf', 'enum'] as const;

/** These have findings of their own where they stand at the top level. */
const judgedElsewhere: ReadonlySet<string> = new Set(['type', 'properties', ...combinators]);

/** Claude’s API was seen to hold every tool against this version, whatever `$schema` names. */
const claudeDialect = '2020-12';

/** Reads the schemas of a tool; no more than `most` of them are looked at in each. */
export function readInput(tool: JsonObject, most: number): InputReading {
  const output = tool['outputSchema'];
  const outputReading = isJsonObject(output) ? readSchema(output, { dialect: dialectIn(output), most }) : undefined;
  const outer = { combinator: null, properties: null, reference: outputReading?.reference ?? null, depth: 0 };
  const input = Object.hasOwn(tool, 'inputSchema') ? tool['inputSchema'] : undefined;
  if (!isJsonObject(input)) {
    const fault = rootFault(input === undefined ? 'missing' : 'no-object', claudeDialect);
    return { ...outer, fault, count: outputReading?.count ?? 0, isWhole: outputReading?.isWhole ?? true };
  }
  const reading = readSchema(input, { dialect: claudeDialect, judgedElsewhere, most });
  const combinator = combinators.find((keyword) => Object.hasOwn(input, keyword)) ?? null;
  return {
    fault: inputFault(input, reading, combinator !== null, most),
    combinator,
    properties: propertiesFault(input),
    reference: reading.reference ?? outer.reference,
    depth: reading.depth,
    count: reading.count + (outputReading?.count ?? 0),
    isWhole: reading.isWhole && outputReading?.isWhole !== false,
  };
}

function inputFault(
  input: JsonObject,
  reading: SchemaReading,
  hasCombinator: boolean,
  most: number,
): InputFault | null {
  const dialect = dialectIn(input);
  // Where the type is missing because a combinator stands in its place, the combinator is what to mend.
  const wantsType = input['type'] !== 'object' && !(hasCombinator && input['type'] === undefined);
  if (wantsType) return rootFault('root-type', dialect);
  if (!reading.fault) return null;
  const isOwn = dialect !== claudeDialect && readSchema(input, { dialect, judgedElsewhere, most }).fault === null;
  return { ...reading.fault, scope: isOwn ? 'own' : 'api', dialect };
}

function rootFault(fault: 'missing' | 'no-object' | 'root-type', dialect: Dialect): InputFault {
  return { scope: 'list', at: 'type', keyword: 'type', fault, dialect };
}

function dialectIn(schema: JsonObject): Dialect {
  return dialectOf(stringMember(schema, '$schema') ?? '') ?? claudeDialect;
}

function propertiesFault(input: JsonObject): InputReading['properties'] {
  if (!Object.hasOwn(input, 'properties')) return null;
  const properties: Json | undefined = input['properties'];
  if (isJsonObject(properties)) return null;
  if (Array.isArray(properties)) return 'list';
  return properties === null ? 'null' : 'other';
}
