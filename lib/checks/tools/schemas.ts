import { defineCheck, skip, type Found, type Outcome } from '../../kernel/check.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import {
  deepestSchema,
  largestInputSchema,
  mostSchemaNodes,
  propertyNamePattern,
} from '../../standards/tool-limits.ts';
import { judgeListed, listedToolsUses, type ListedTool, type ListedTools } from './listed-tools.ts';
import { schemaCodes, type SchemaCode } from './schema-codes.ts';
import { readInput, type InputFault, type InputReading } from './schema-fault.ts';
import { hasMoreNodes } from './schema-reading.ts';

/** Are the schemas of the tools such as Claude’s API accepts? */
export const toolSchemas = defineCheck({
  topic: 'schemas',
  needs: ['initialize'],
  uses: listedToolsUses,
  afterSignIn: true,
  codes: schemaCodes,
  evaluate: (seen) => judgeListed(seen, Object.keys(schemaCodes) as SchemaCode[], judged),
});

interface Read extends ListedTool, InputReading {}

function judged({ tools, about }: ListedTools): readonly Outcome<SchemaCode>[] {
  const read = readAll(tools);
  return [
    ...(read.every(({ isWhole }) => isWhole) ? [] : [skip('not-reached', ...unseenCodes)]),
    ...invalid(read, about),
    ...where(
      read,
      ({ combinator }) => combinator,
      (of, combinator) => about('tools.schema-top-level-combinator', of, { values: { keyword: combinator } }),
    ),
    ...where(
      read,
      ({ properties }) => properties,
      (of, kind) => about('tools.schema-properties-not-object', of, { values: { kind } }),
    ),
    ...tooLarge(read, about),
    ...where(read, strangeProperty, (of, key) =>
      about('tools.schema-property-name-invalid', of, {
        values: { key: inOneLine(key, longestShown), first: of[0]?.shown ?? '' },
      }),
    ),
    ...where(
      read,
      ({ reference }) => reference,
      (of, { reference, why }) =>
        about('tools.schema-unresolved-ref', of, {
          values: { reference: inOneLine(reference, longestShown), why, first: of[0]?.shown ?? '' },
        }),
    ),
    ...where(read, tooDeep, (of, how) =>
      about('tools.schema-too-deep', of, { values: { how, depth: of[0]?.depth ?? 0, first: of[0]?.shown ?? '' } }),
    ),
  ];
}

/** What cannot be said of a schema that was looked at in part. */
const unseenCodes = ['tools.schema-invalid', 'tools.schema-unresolved-ref'] as const;

/** Schemas that are looked at in one list: far more than any real one has, and few enough to be done at once. */
const mostSchemas = 200_000;

function readAll(tools: readonly ListedTool[]): readonly Read[] {
  let left = mostSchemas;
  return tools.map((tool) => {
    const reading = readInput(tool.tool, Math.max(left, 1));
    left -= reading.count;
    return { ...tool, ...reading };
  });
}

const longestShown = 120;

/** States what was found about the tools of which something was told, with what was told of the first. */
function where<T>(
  read: readonly Read[],
  told: (tool: Read) => T | null,
  state: (tools: readonly Read[], first: T) => readonly Found<SchemaCode>[],
): readonly Found<SchemaCode>[] {
  const concerned = read.filter((tool) => told(tool) !== null);
  const first = concerned[0] && told(concerned[0]);
  return first === undefined || first === null ? [] : state(concerned, first);
}

type About = ListedTools['about'];

const gravest: readonly InputFault['scope'][] = ['list', 'api', 'own'];

function invalid(read: readonly Read[], about: About): readonly Found<SchemaCode>[] {
  const concerned = read.filter(({ fault }) => fault !== null);
  const scope = gravest.find((it) => concerned.some(({ fault }) => fault?.scope === it));
  const first = concerned.find(({ fault }) => fault?.scope === scope);
  if (!first?.fault) return [];
  const { at, keyword, fault, dialect } = first.fault;
  const values = {
    first: first.shown,
    scope: first.fault.scope,
    at: inOneLine(at, longestShown),
    keyword,
    fault: fault.replace(/-./, (dash) => dash.slice(1).toUpperCase()),
    dialect,
  };
  return about('tools.schema-invalid', concerned, {
    values,
    ...(scope === 'list' && { confidence: 'certain' }),
    ...(scope === 'own' && { severity: 'problem' }),
  });
}

function tooLarge(read: readonly Read[], about: About): readonly Found<SchemaCode>[] {
  const large = read.flatMap((tool) => {
    const bytes = bytesOf(tool);
    return bytes > largestInputSchema ? [{ tool, bytes }] : [];
  });
  const largest = large.reduce((most, { bytes }) => Math.max(most, bytes), 0);
  return about(
    'tools.schema-too-large',
    large.map(({ tool }) => tool),
    { values: { largest } },
  );
}

function bytesOf({ tool }: ListedTool): number {
  const input = tool['inputSchema'];
  const text = input === undefined ? '' : JSON.stringify(input);
  // No character takes more than three bytes for each of its units.
  return text.length * 3 <= largestInputSchema ? text.length : new TextEncoder().encode(text).length;
}

function strangeProperty({ tool }: ListedTool): string | null {
  const input = tool['inputSchema'];
  const properties = isJsonObject(input) ? input['properties'] : undefined;
  if (!isJsonObject(properties)) return null;
  return Object.keys(properties).find((key) => !propertyNamePattern.test(key)) ?? null;
}

function tooDeep({ tool, depth }: Read): 'deep' | 'large' | null {
  if (depth > deepestSchema) return 'deep';
  const input = tool['inputSchema'];
  return input !== undefined && hasMoreNodes(input, mostSchemaNodes) ? 'large' : null;
}
