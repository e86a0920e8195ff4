import { say, sayCount } from '../../i18n/say.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { objectsIn, observedValue } from '../../report/data/evidence-value.ts';
import { readingVerbs, writingVerbs } from '../../standards/tool-verbs.ts';
import type { RequirementId } from './readiness-shape.ts';
import { byCodes, confirm, type Rule } from './scene.ts';
import { namesOf } from './tool-names.ts';

/** What Claude sees of the tools. */
export const toolRules = {
  'tool-list': (scene) =>
    byCodes(
      scene,
      [
        'tools.list-failed',
        'tools.none',
        'tools.schema-invalid',
        'tools.schema-top-level-combinator',
        'tools.schema-properties-not-object',
        'tools.schema-property-name-invalid',
        'tools.schema-too-large',
      ],
      say('The list could be read, and every tool’s schema is one that Claude takes.'),
    ),
  'tool-names': (scene) =>
    byCodes(scene, ['tools.name-invalid', 'tools.name-duplicate'], say('Every name is valid and occurs once.')),
  'tool-titles': (scene) => byCodes(scene, ['tools.title-missing'], say('Every tool has a title.')),
  'tool-hints': (scene) => {
    const seen = byCodes(
      scene,
      ['tools.hint-missing', 'tools.hint-conflict'],
      say('Every tool sets both hints, and they agree.'),
    );
    const half = (scene.report.facts.tools?.items ?? []).filter(
      ({ readOnly, destructive }) => (readOnly === null) !== (destructive === null),
    );
    if (seen.state !== 'met' || half.length === 0) return seen;
    return confirm(
      sayCount(
        half.length,
        {
          one: '{count} tool sets only one of the two hints: {tools}. Anthropic’s pages differ in whether one is enough; setting both satisfies each of them.',
          other:
            '{count} tools set only one of the two hints: {tools}. Anthropic’s pages differ in whether one is enough; setting both satisfies each of them.',
        },
        { tools: namesOf(half.map(({ name }) => name)) },
      ),
    );
  },
  'read-write-split': (scene) => {
    const named = byCodes(scene, ['tools.hint-contradicts-name'], '');
    if (named.codes !== undefined) return named;
    const mixed = mixedTools(scene.report);
    if (mixed.length > 0) return confirm(mixedWords(mixed));
    // The rows about such tools and about the hints name them: one fault is counted once.
    const has = (code: FindingCode): boolean => scene.report.findings.some((finding) => finding.code === code);
    if (has('tools.catch-all-method')) {
      return confirm(
        say('A tool that sends any kind of request does both, and has a row of its own here. See that no other does.'),
      );
    }
    if (has('tools.hint-missing')) {
      return confirm(say('It cannot be told before every tool says by its hints whether it reads or writes.'));
    }
    return byCodes(
      scene,
      ['tools.catch-all-method', 'tools.hint-contradicts-name', 'tools.hint-missing'],
      say('Every tool says whether it reads or writes, and no tool was seen that does both.'),
    );
  },
  'no-catch-all': (scene) =>
    byCodes(scene, ['tools.catch-all-method'], say('No tool was seen that lets one choose the HTTP method.')),
  'api-references': (scene) =>
    byCodes(
      scene,
      ['tools.freeform-without-docs'],
      say('No tool was seen that takes free requests and does not say where the API is described.'),
    ),
  'tool-descriptions': (scene) =>
    byCodes(
      scene,
      ['tools.description-missing', 'tools.description-steers-model'],
      say(
        'Every tool has a description, and no usual phrase was found in them that gives Claude orders. It may be said otherwise: read them once.',
      ),
    ),
} as const satisfies Partial<Readonly<Record<RequirementId, Rule>>>;

function mixedWords([first, ...others]: readonly MixedTool[]): string {
  const values = { tool: first?.tool ?? '', parameter: first?.parameter ?? '', more: others.length };
  return others.length === 0
    ? say('A guess: the parameter “{parameter}” of {tool} lets one tool both read and write.', values)
    : say('A guess: the parameter “{parameter}” of {tool}, and {more} more, let one tool both read and write.', values);
}

interface MixedTool {
  readonly tool: string;
  readonly parameter: string;
}

/** Tools whose parameter chooses among actions of which some read and some write. */
function mixedTools({ evidence }: Report): readonly MixedTool[] {
  const keys = ['signed-in-listing', 'listing'] as const;
  const tools = keys.map((key) => objectsIn(observedValue(evidence, key), 'tools')).find((list) => list.length > 0);
  return (tools ?? []).slice(0, mostTools).flatMap((tool) => {
    const parameter = mixingParameter(tool);
    return parameter === null
      ? []
      : [{ tool: inOneLine(stringMember(tool, 'name') ?? '', 64), parameter: inOneLine(parameter, 64) }];
  });
}

const mostTools = 2_000;

function mixingParameter(tool: JsonObject): string | null {
  const schema = tool['inputSchema'];
  const properties = isJsonObject(schema) ? schema['properties'] : undefined;
  if (!isJsonObject(properties)) return null;
  const entry = Object.entries(properties).find(
    ([name, shape]) => /^(?:action|operation|command|mode|method|verb|op)$/i.test(name) && isMixed(choicesOf(shape)),
  );
  return entry?.[0] ?? null;
}

function choicesOf(schema: Json | undefined): readonly string[] {
  const listed = isJsonObject(schema) ? schema['enum'] : undefined;
  return Array.isArray(listed) ? (listed as readonly Json[]).filter((each) => typeof each === 'string') : [];
}

function isMixed(choices: readonly string[]): boolean {
  const verbs = choices.slice(0, 200).map((choice) => /^[a-z]+/.exec(choice.toLowerCase())?.[0] ?? '');
  return verbs.some((verb) => readingVerbs.has(verb)) && verbs.some((verb) => writingVerbs.has(verb));
}
