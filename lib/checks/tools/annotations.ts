import { defineCheck, type Found } from '../../kernel/check.ts';
import { isJsonObject, stringMember } from '../../kernel/json.ts';
import { judgeListed, listedToolsUses, theNames, type ListedTool, type ListedTools } from './listed-tools.ts';
import { toolSources } from './sources.ts';
import { speaksOfTrial, verbOf } from '../../preview/tools/tool-verb.ts';

const codes = [
  'tools.title-missing',
  'tools.hint-missing',
  'tools.hint-conflict',
  'tools.hint-contradicts-name',
] as const;

type Code = (typeof codes)[number];

/** Do the tools say what they are called and whether they change anything? */
export const toolAnnotations = defineCheck({
  topic: 'annotations',
  needs: ['initialize'],
  uses: listedToolsUses,
  afterSignIn: true,
  codes: {
    'tools.title-missing': {
      severity: 'warning',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title: '{count, plural, one {One tool has no title} other {{count} tools have no title}}',
      detail: `{count, plural, one {One of {total, plural, one {1 tool} other {{total} tools}} has} other {{count} of {total} tools have}} neither “title” nor “annotations.title”: ${theNames}. People then read the technical name where Claude asks them for permission, and Anthropic’s directory wants a title on every tool.`,
      fix: 'Give every tool a “title” in people’s words, such as “Search invoices”.',
      sources: [toolSources.review, toolSources.toolType],
    },
    'tools.hint-missing': {
      severity: 'warning',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title:
        '{count, plural, one {One tool does not say whether it changes anything} other {{count} tools do not say whether they change anything}}',
      detail: `{count, plural, one {One of {total, plural, one {1 tool} other {{total} tools}} has} other {{count} of {total} tools have}} neither readOnlyHint nor destructiveHint in the annotations: ${theNames}. Claude goes by these hints when it decides whether to ask before a call, and missing hints are the most frequent reason why the directory turns a connector down.`,
      fix: 'Set “readOnlyHint” and “destructiveHint” on every tool, both as true or false: Anthropic’s pages differ in whether one of them is enough.',
      sources: [toolSources.review, toolSources.policy, toolSources.annotations],
    },
    'tools.hint-conflict': {
      severity: 'warning',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title:
        '{count, plural, one {One tool says that it changes nothing, and that it destroys} other {{count} tools say that they change nothing, and that they destroy}}',
      detail: `readOnlyHint and destructiveHint are both true: ${theNames}. The second has a meaning only where the first is false, so one of them is wrong.`,
      fix: 'Set readOnlyHint to false on tools that change something, and destructiveHint to false on those that only read.',
      sources: [toolSources.annotations, toolSources.review],
    },
    'tools.hint-contradicts-name': {
      severity: 'warning',
      confidence: 'possible',
      step: 11,
      who: 'author',
      title:
        '{count, plural, one {One tool says that it only reads, and its name says otherwise} other {{count} tools say that they only read, and their names say otherwise}}',
      detail: `readOnlyHint is true, while the name speaks of “{verb}”: ${theNames}. This is a guess from the name alone. If it is right, Claude may call {count, plural, one {the tool} other {these tools}} without asking anybody.`,
      fix: 'Set readOnlyHint to false where something is created, changed, sent or deleted. Where nothing is, a name that says so spares people the doubt.',
      sources: [toolSources.review, toolSources.annotations],
    },
  },
  evaluate: (seen) => judgeListed<Code>(seen, codes, judged),
});

function judged({ tools, about }: ListedTools): readonly Found<Code>[] {
  const contradicting = tools.filter((tool) => hint(tool, 'readOnlyHint') === true && writingVerb(tool) !== undefined);
  const [first] = contradicting;
  return [
    ...about(
      'tools.title-missing',
      tools.filter((tool) => !hasTitle(tool)),
    ),
    ...about(
      'tools.hint-missing',
      tools.filter((tool) => !hasHint(tool)),
    ),
    ...about(
      'tools.hint-conflict',
      tools.filter((tool) => hint(tool, 'readOnlyHint') === true && hint(tool, 'destructiveHint') === true),
    ),
    ...about('tools.hint-contradicts-name', contradicting, { values: { verb: (first && writingVerb(first)) ?? '' } }),
  ];
}

function hasTitle({ tool }: ListedTool): boolean {
  const titles = [stringMember(tool, 'title'), stringMember(tool['annotations'], 'title')];
  return titles.some((title) => title !== undefined && title.trim() !== '');
}

function hasHint(tool: ListedTool): boolean {
  return hint(tool, 'readOnlyHint') !== undefined || hint(tool, 'destructiveHint') !== undefined;
}

function hint({ tool }: ListedTool, name: 'readOnlyHint' | 'destructiveHint'): boolean | undefined {
  const annotations = tool['annotations'];
  const value = isJsonObject(annotations) ? annotations[name] : undefined;
  return typeof value === 'boolean' ? value : undefined;
}

function writingVerb({ name }: ListedTool): string | undefined {
  const verb = name === undefined || speaksOfTrial(name) ? undefined : verbOf(name);
  return verb?.kind === 'writes' ? verb.word : undefined;
}
