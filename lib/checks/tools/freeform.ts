import { defineCheck, type Found } from '../../kernel/check.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import { judgeListed, listedToolsUses, theNames, type ListedTool, type ListedTools } from './listed-tools.ts';
import { toolSources } from './sources.ts';
import { verbOf } from '../../preview/tools/tool-verb.ts';

const codes = ['tools.catch-all-method', 'tools.freeform-without-docs'] as const;

type Code = (typeof codes)[number];

/** Are there tools that can send anything anywhere? */
export const freeformTools = defineCheck({
  topic: 'freeform',
  needs: ['initialize'],
  uses: listedToolsUses,
  afterSignIn: true,
  codes: {
    'tools.catch-all-method': {
      severity: 'warning',
      confidence: 'likely',
      step: 11,
      who: 'author',
      title:
        '{count, plural, one {One tool sends any kind of HTTP request} other {{count} tools send any kind of HTTP request}}',
      detail: `The parameter “{parameter}” lets the caller choose the HTTP method, reading ones and changing ones alike: ${theNames}. Such a tool can neither be marked as one that only reads nor be allowed for reading alone, and Anthropic’s directory turns it down, whatever its description says.{how, select, free { (That it is an HTTP method is a guess from the parameter’s name.)} other {}}`,
      fix: 'Split it: one tool that reads (GET), with readOnlyHint true, and one or more that change something, best one for each kind of change.',
      sources: [toolSources.review],
    },
    'tools.freeform-without-docs': {
      severity: 'warning',
      confidence: 'possible',
      step: 11,
      who: 'author',
      title:
        '{count, plural, one {One tool takes free requests to an API and does not say where that API is described} other {{count} tools take free requests to an API and do not say where that API is described}}',
      detail: `The parameter “{parameter}” seems to take a path, query or body that the caller makes up, and the description names neither the API nor its documentation: ${theNames}. This is a guess from the parameter’s name. Claude then has to guess what the API understands, and Anthropic’s directory asks for a link or the API’s name.`,
      fix: 'Name the API in the description and link its reference, such as “Queries the Slack Web API, see https://api.slack.com/methods”.',
      sources: [toolSources.review],
    },
  },
  evaluate: (seen) => judgeListed<Code>(seen, codes, judged),
});

function judged({ tools, about }: ListedTools): readonly Found<Code>[] {
  const looked = tools.map((tool) => {
    const parameters = parametersOf(tool.tool);
    return { tool, parameters, method: methodOf(tool, parameters) };
  });
  const anyMethod = looked.flatMap(({ tool, method }) => hit(tool, method));
  const free = looked.flatMap(({ tool, parameters, method }) => {
    const parameter = method ?? requestOf(parameters);
    return parameter && !namesItsApi(tool, parameters) ? hit(tool, parameter) : [];
  });
  const how = anyMethod.some(({ parameter }) => parameter.how === 'listed') ? 'listed' : 'free';
  return [
    ...about(
      'tools.catch-all-method',
      anyMethod.map(({ tool }) => tool),
      {
        values: { parameter: anyMethod[0]?.parameter.name ?? '', how },
        ...(how === 'free' && { confidence: 'possible' }),
      },
    ),
    ...about(
      'tools.freeform-without-docs',
      free.map(({ tool }) => tool),
      { values: { parameter: free[0]?.parameter.name ?? '' } },
    ),
  ];
}

type Parameters = readonly (readonly [string, Json])[];

interface Parameter {
  readonly name: string;
  readonly how: 'listed' | 'free';
}

function hit(tool: ListedTool, parameter: Parameter | undefined) {
  return parameter ? [{ tool, parameter }] : [];
}

const methodName = /^(?:http|request|api)?[_-]?(?:method|verb)$/i;
const addressName =
  /^(?:(?:api|request|resource|rest|http|target)[_-]?)?(?:url|uri|path|endpoint|route)$|^(?:api|rest|graph)[_-]?(?:call|request)$/i;
const safeMethod = /^(?:GET|HEAD|OPTIONS)$/i;
const unsafeMethod = /^(?:POST|PUT|PATCH|DELETE)$/i;

/** A parameter that chooses the HTTP method among safe and unsafe ones, or freely beside a free address. */
function methodOf({ name: toolName }: ListedTool, parameters: Parameters): Parameter | undefined {
  // What only keeps a request for later (“create_webhook”, “updateRequest”) sends none.
  const verb = verbOf(toolName ?? '');
  if (verb?.kind === 'writes' && verb.word !== 'send' && verb.word !== 'submit') return undefined;
  for (const [name, schema] of parameters) {
    if (!methodName.test(name)) continue;
    const choices = choicesOf(schema);
    if (choices.some((it) => safeMethod.test(it)) && choices.some((it) => unsafeMethod.test(it))) {
      return { name, how: 'listed' };
    }
    const hasAddress = parameters.some(([other]) => addressName.test(other));
    if (choices.length === 0 && acceptsText(schema) && hasAddress) return { name, how: 'free' };
  }
  return undefined;
}

/** Names that mean a request of the caller’s own making and nothing else. */
const requestName =
  /^(?:(?:api|rest|http|graph(?:ql)?)[_-]?(?:path|endpoint|route|query|body|url)|endpoint(?:[_-]?path)?|(?:raw|request)[_-]?(?:path|query|body)|graphql|gql|mutation)$/i;

function requestOf(parameters: Parameters): Parameter | undefined {
  const named = parameters.find(
    ([name, schema]) => requestName.test(name) && choicesOf(schema).length === 0 && !isFixed(schema),
  );
  return named ? { name: named[0], how: 'free' } : undefined;
}

/** An address of documentation, or the API by its name, such as “the Slack Web API”. */
function namesItsApi({ tool }: ListedTool, parameters: Parameters): boolean {
  const text = [tool, ...parameters.map(([, schema]) => schema)]
    .map((described) => stringMember(described, 'description') ?? '')
    .join('\n')
    .slice(0, 50_000);
  return (
    /https?:\/\//i.test(text) ||
    /\b(?!The\b|This\b|An?\b|REST\b|HTTP\b|Any\b)\p{Lu}[\p{L}\d.]{1,30}(?:[’']s)?(?: [\p{L}\d]{1,20}){0,2} (?:API|GraphQL)\b/u.test(
      text,
    )
  );
}

/** The parameters at the top level: deeper ones describe things more often than they send them. */
function parametersOf(tool: JsonObject): Parameters {
  const schema = tool['inputSchema'];
  const properties = isJsonObject(schema) ? schema['properties'] : undefined;
  return isJsonObject(properties) ? Object.entries(properties) : [];
}

/** The texts that a parameter can be; none where it is free. */
function choicesOf(schema: Json): readonly string[] {
  if (!isJsonObject(schema)) return [];
  const { enum: listed, const: one, anyOf, oneOf } = schema as { readonly [member: string]: Json | undefined };
  const own = Array.isArray(listed) ? (listed as readonly Json[]) : one === undefined ? [] : [one];
  const nested = [anyOf, oneOf].flatMap((parts) => (Array.isArray(parts) ? (parts as readonly Json[]) : []));
  return [...own.filter((it) => typeof it === 'string'), ...nested.flatMap(plainChoices)];
}

function plainChoices(schema: Json): readonly string[] {
  const listed = isJsonObject(schema) ? schema['enum'] : undefined;
  const one = stringMember(schema, 'const');
  if (one !== undefined) return [one];
  return Array.isArray(listed) ? (listed as readonly Json[]).filter((it) => typeof it === 'string') : [];
}

function acceptsText(schema: Json): boolean {
  const type = isJsonObject(schema) ? schema['type'] : undefined;
  return type === 'string' || (Array.isArray(type) && (type as readonly Json[]).includes('string'));
}

/** Numbers and switches hold no request, and an object whose members are listed is not free. */
function isFixed(schema: Json): boolean {
  if (!isJsonObject(schema)) return false;
  const { type, properties } = schema as { readonly [member: string]: Json | undefined };
  return type === 'integer' || type === 'number' || type === 'boolean' || isJsonObject(properties);
}
