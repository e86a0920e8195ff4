import { msg, say, sayCount } from '../../../lib/i18n/say.ts';
import { roundedTokens } from '../../../lib/preview/preview-words.ts';
import type { ToolGroup } from '../../../lib/preview/preview.ts';
import type { ToolEffect } from '../../../lib/preview/tools/tool-edit.ts';

/** The groups of the permission screen. */
export const groupTitles: Readonly<Record<ToolGroup, string>> = {
  'read-only': msg('Read-only tools'),
  write: msg('Write and delete tools'),
};

/** What puts a tool into its group. */
export const groupReasons: Readonly<Record<ToolGroup, string>> = {
  'read-only': msg('They state readOnlyHint: true. Claude takes their word for it.'),
  write: msg('Every tool that does not state readOnlyHint: true, those without any hint among them.'),
};

/** What a tool does, in an order from harmless to not. */
export const effectWords: Readonly<Record<ToolEffect, string>> = {
  reads: msg('It only reads'),
  adds: msg('It adds, changes or sends, but deletes and overwrites nothing'),
  destroys: msg('It may delete or overwrite something'),
};

/** An estimate has no last digits. */
export function tokenWords(tokens: number): string {
  return sayCount(roundedTokens(tokens), { one: 'about {count} token', other: 'about {count} tokens' });
}

/** The guess from a tool’s name, said as one. */
export function guessWords(effect: ToolEffect, verb: string): string {
  const words: Readonly<Record<ToolEffect, string>> = {
    reads: say('A guess from “{verb}” in its name: it only reads.', { verb }),
    adds: say('A guess from “{verb}” in its name: it adds or sends something, and deletes nothing.', { verb }),
    destroys: say('A guess from “{verb}” in its name: it may delete or overwrite something.', { verb }),
  };
  return words[effect];
}
