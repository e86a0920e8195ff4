import { defineCheck, type Found } from '../../kernel/check.ts';
import { isJsonObject, stringMember } from '../../kernel/json.ts';
import { longestDescription } from '../../standards/tool-limits.ts';
import { judgeListed, listedToolsUses, theNames, type ListedTool, type ListedTools } from './listed-tools.ts';
import { toolSources } from './sources.ts';
import { steeringIn, type Steering } from './steering.ts';

const codes = ['tools.description-missing', 'tools.description-too-long', 'tools.description-steers-model'] as const;

type Code = (typeof codes)[number];

/** Do the descriptions say what the tools do, and nothing else? */
export const toolDescriptions = defineCheck({
  topic: 'descriptions',
  needs: ['initialize'],
  uses: listedToolsUses,
  afterSignIn: true,
  codes: {
    'tools.description-missing': {
      severity: 'warning',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title: '{count, plural, one {One tool has no description} other {{count} tools have no description}}',
      detail: `{count, plural, one {One of {total, plural, one {1 tool} other {{total} tools}} has} other {{count} of {total} tools have}} no description: ${theNames}. Claude chooses tools by their descriptions, and where it looks tools up on demand, a tool without one is hardly ever found.`,
      fix: 'Say in one to three sentences what the tool does, what it gives back, and when to use it.',
      sources: [toolSources.review, toolSources.toolType],
    },
    'tools.description-too-long': {
      severity: 'warning',
      confidence: 'likely',
      step: 11,
      who: 'author',
      title:
        '{count, plural, one {The description of one tool is longer than 2,048 characters} other {The descriptions of {count} tools are longer than 2,048 characters}}',
      detail: `The longest has {longest, number} characters. Concerned: ${theNames}. Claude Code cuts descriptions off there, so that their end is never read, and long descriptions cost room in every chat.`,
      fix: 'Put what matters first, and move examples and details of parameters into the descriptions of the parameters.',
      sources: [toolSources.claudeCode, toolSources.review],
    },
    'tools.description-steers-model': {
      severity: 'warning',
      confidence: 'possible',
      step: 11,
      who: 'author',
      title:
        '{count, plural, one {A description seems to tell Claude how to behave} other {{count} descriptions seem to tell Claude how to behave}}',
      detail: `{why, select, invisible {The text of “{first}” holds characters that nobody sees ({passage}).} comment {The text of “{first}” holds a comment that people do not see: “{passage}”.} encoded {The text of “{first}” holds a long run of what looks like encoded text: “{passage}”.} others {The text of “{first}” seems to steer Claude away from tools of others: “{passage}”.} fetch {The text of “{first}” seems to have Claude get instructions from elsewhere: “{passage}”.} other {The text of “{first}” seems to give Claude orders: “{passage}”.}} {count, plural, one {} other {Concerned: ${theNames}. }}A pattern found this, and it may be wrong. Anthropic’s directory turns down descriptions that do so, and people who read one lose trust.`,
      fix: 'Describe what the tool does and when it is of use. Leave out what Claude should do besides, hidden characters and encoded text.',
      sources: [toolSources.review, toolSources.policy],
    },
  },
  evaluate: (seen) => judgeListed<Code>(seen, codes, judged),
});

function judged({ tools, about }: ListedTools): readonly Found<Code>[] {
  const long = tools.filter((tool) => description(tool).length > longestDescription);
  const longest = long.reduce((most, tool) => Math.max(most, description(tool).length), 0);
  return [
    ...about(
      'tools.description-missing',
      tools.filter((tool) => description(tool).trim() === ''),
    ),
    ...about('tools.description-too-long', long, { values: { longest } }),
    ...steered({ tools, about }),
  ];
}

function steered({ tools, about }: Pick<ListedTools, 'tools' | 'about'>): readonly Found<Code>[] {
  const found = tools.flatMap((tool) => {
    const steering = steeringOf(tool);
    return steering ? [{ tool, steering }] : [];
  });
  // What is hidden weighs most, and is the surest.
  const first = found.find(({ steering }) => isHidden(steering)) ?? found[0];
  if (!first) return [];
  return about(
    'tools.description-steers-model',
    found.map(({ tool }) => tool),
    {
      values: { first: first.tool.shown, why: first.steering.why, passage: first.steering.passage },
      ...(isHidden(first.steering) && { confidence: 'likely' }),
    },
  );
}

function isHidden({ why }: Steering): boolean {
  return why === 'invisible' || why === 'comment';
}

function description({ tool }: ListedTool): string {
  return stringMember(tool, 'description') ?? '';
}

/** More than any real tool has. */
const mostParameters = 5_000;

/** Looks through everything that a model reads of a tool. */
function steeringOf(listed: ListedTool): Steering | undefined {
  for (const text of textsOf(listed)) {
    const steering = steeringIn(text);
    if (steering) return steering;
  }
  return undefined;
}

function textsOf({ tool }: ListedTool): readonly string[] {
  const schema = tool['inputSchema'];
  const properties = isJsonObject(schema) ? schema['properties'] : undefined;
  const parameters = isJsonObject(properties) ? Object.values(properties).slice(0, mostParameters) : [];
  return [tool, ...parameters]
    .flatMap((described) => [stringMember(described, 'title'), stringMember(described, 'description')])
    .filter((text) => text !== undefined);
}
