import { say } from '../../i18n/say.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { andMore } from '../../report/words/finding-words.ts';

/** The names of the tools that a finding is about: the first few, and how many more; null where it is about none. */
export function toolsOf({ code, values }: Pick<WordedFinding, 'code' | 'values'>): string | null {
  const { names, more } = values;
  if (!code.startsWith('tools.') || typeof names !== 'string') return null;
  // Findings hold them in quotation marks, in one text.
  const each = [...names.matchAll(/“([^”]*)”/g)].map(([, name = '']) => name);
  return each.length === 0 ? null : namesOf(each, typeof more === 'number' ? more : 0);
}

/** Names of tools in a sentence: the first few, and how many more; `untold` of them have no name in the list. */
export function namesOf(names: readonly string[], untold = 0): string {
  const shown = names.slice(0, mostNames).map((name) => say('“{name}”', { name: inOneLine(name, 80) }));
  return andMore(shown.join(', '), names.length - shown.length + untold);
}

const mostNames = 5;
