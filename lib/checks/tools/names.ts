import { defineCheck, type Found } from '../../kernel/check.ts';
import { longestToolName, toolNamePattern } from '../../standards/tool-limits.ts';
import { issue } from '../transport/sources.ts';
import { judgeListed, listedToolsUses, theNames, type ListedTool, type ListedTools } from './listed-tools.ts';
import { toolSources } from './sources.ts';

type Code = 'tools.name-invalid' | 'tools.name-duplicate';

/** Are the names of the tools such as Claude accepts? */
export const toolNames = defineCheck({
  topic: 'names',
  needs: ['initialize'],
  uses: listedToolsUses,
  afterSignIn: true,
  codes: {
    'tools.name-invalid': {
      severity: 'blocker',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title:
        '{count, plural, one {Claude does not accept the name of one tool, and then shows none of them} other {Claude does not accept the names of {count} tools, and then shows none}}',
      detail: `{reason, select, length {{longest, plural, one {A name has one character} other {The longest name has {longest} characters}}; Claude accepts 64.} empty {A name is empty.} other {Claude accepts names of 1 to 64 letters a–z, A–Z, digits, “_” and “-”{characters, select, none {} other {; found in them: {characters}}}.}} {count, plural, one {It is} other {They are}}: ${theNames}. Claude checks the list as a whole, so one such name can hide every tool and stop chats with the connector. (MCP itself also allows dots and 128 characters.)`,
      fix: 'Give {count, plural, one {that tool} other {those tools}} a name of at most 64 letters, digits, underscores and hyphens, then disconnect and connect again in Claude.',
      sources: [issue('anthropics/claude-code', 57813), toolSources.review, toolSources.toolNames],
    },
    'tools.name-duplicate': {
      severity: 'blocker',
      confidence: 'likely',
      step: 11,
      who: 'author',
      title:
        '{count, plural, one {Several tools have the same name} other {{count} names stand for more than one tool each}}',
      detail: `Listed more than once: ${theNames}. Claude’s API refuses a chat with two tools of one name (“Tool names must be unique”), and which of them would be called is anybody’s guess.`,
      fix: 'Let every tool have a name of its own. Where the same tool is registered twice, register it once.',
      sources: [toolSources.toolNames, issue('kesslerio/attio-mcp-server', 284)],
    },
  },
  evaluate: (seen) => judgeListed<Code>(seen, ['tools.name-invalid', 'tools.name-duplicate'], judged),
});

function judged(listed: ListedTools): readonly Found<Code>[] {
  const { tools, isWhole, about } = listed;
  const invalid = tools.filter(({ name }) => name !== undefined && !toolNamePattern.test(name));
  return [
    ...about('tools.name-invalid', invalid, { values: whatIsWrong(invalid) }),
    // Pages that come again bring their tools again.
    ...about('tools.name-duplicate', isWhole ? repeated(tools) : []),
  ];
}

function whatIsWrong(tools: readonly ListedTool[]) {
  const longest = tools.reduce((most, { name = '' }) => Math.max(most, name.length), 0);
  const strange = new Set<string>();
  for (const { name = '' } of tools.slice(0, mostLookedAt)) {
    for (const character of name.slice(0, mostLookedAt)) if (!/[a-zA-Z0-9_-]/.test(character)) strange.add(character);
  }
  const reason = strange.size > 0 ? 'characters' : longest > longestToolName ? 'length' : 'empty';
  const shown = [...strange].slice(0, mostShown).map(visible).join(' ');
  return { reason, longest, characters: shown === '' ? 'none' : shown };
}

const mostLookedAt = 200;
const mostShown = 8;

/** A space or a control character shows in no sentence. */
function visible(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const isPlain = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character);
  return isPlain ? character : point === 0x20 ? 'space' : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** One tool for each name that occurs again. */
function repeated(tools: readonly ListedTool[]): readonly ListedTool[] {
  const first = new Map<string, ListedTool>();
  const again = new Map<string, ListedTool>();
  for (const tool of tools) {
    if (tool.name === undefined) continue;
    if (first.has(tool.name)) again.set(tool.name, tool);
    else first.set(tool.name, tool);
  }
  return [...again.values()];
}
