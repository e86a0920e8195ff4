import { defineCheck, type Found } from '../../kernel/check.ts';
import { estimatedToolTokens } from '../../parsing/token-estimate.ts';
import { heavyList } from '../../standards/tool-limits.ts';
import { judgeListed, listedToolsUses, type ListedTools } from './listed-tools.ts';
import { toolSources } from './sources.ts';

type Code = 'tools.list-heavy';

/** How much room does the list take in every chat? */
export const listWeight = defineCheck({
  topic: 'weight',
  needs: ['initialize'],
  uses: listedToolsUses,
  afterSignIn: true,
  codes: {
    'tools.list-heavy': {
      severity: 'warning',
      confidence: 'likely',
      step: 11,
      who: 'author',
      title:
        'The list of tools is heavy: {total, plural, one {1 tool} other {{total, number} tools}}, about {tokens, number} tokens',
      detail:
        'Where Claude loads all tools at once, they take that much room in every chat, and the more there are, the less surely it picks the right one. The heaviest is “{heaviest}”, with about {most, number} tokens. The figures are an estimate from the length of names, descriptions and input schemas (three and a half characters a token); the true ones depend on the model.',
      fix: 'In Claude, set “Tool access” to load tools on demand, or turn off tools that you do not use. As the author: fewer tools, shorter descriptions and schemas, or a smaller list by default with the rest behind a setting.',
      sources: [toolSources.policy, toolSources.review, toolSources.claudeCode],
    },
  },
  evaluate: (seen) => judgeListed<Code>(seen, ['tools.list-heavy'], judged),
});

function judged({ tools, about }: ListedTools): readonly Found<Code>[] {
  const weights = tools.map(({ tool }) => estimatedToolTokens(tool));
  const tokens = weights.reduce((sum, weight) => sum + weight, 0);
  if (tokens <= heavyList.tokens && tools.length <= heavyList.tools) return [];
  const most = weights.reduce((highest, weight) => Math.max(highest, weight), 0);
  const heaviest = tools[weights.indexOf(most)]?.shown ?? '';
  return about('tools.list-heavy', tools, { values: { tokens: rounded(tokens), most: rounded(most), heaviest } });
}

/** An estimate has no last digits. */
function rounded(tokens: number): number {
  const step = tokens >= 1_000 ? 100 : 10;
  return Math.round(tokens / step) * step;
}
