import type { PreviewTool } from '../preview.ts';
import { speaksOfTrial, verbOf } from './tool-verb.ts';

/**
 * What a tool does, as one answer from which both hints follow.
 * `adds`: it changes something, and deletes or overwrites nothing.
 */
export type ToolEffect = 'reads' | 'adds' | 'destroys';

/** Both hints, stated. The second counts only where the first is false, and is stated all the same: pages differ in what they want. */
export const hintsOf: Readonly<Record<ToolEffect, Readonly<Record<string, boolean>>>> = {
  reads: { readOnlyHint: true, destructiveHint: false },
  adds: { readOnlyHint: false, destructiveHint: false },
  destroys: { readOnlyHint: false, destructiveHint: true },
};

/** What an author wants a tool to say of itself; an empty title and a null effect are still open. */
export interface ToolEdit {
  readonly name: string;
  readonly title: string;
  readonly effect: ToolEffect | null;
  readonly idempotent: boolean | null;
  readonly openWorld: boolean | null;
}

/** A tool’s own words as the beginning of an edit. Hints that contradict each other leave the effect open. */
export function editOf({ name, title, readOnly, destructive, idempotent, openWorld }: PreviewTool): ToolEdit {
  return { name, title: title ?? '', effect: effectOf(readOnly, destructive), idempotent, openWorld };
}

/** The edit with a title and an effect guessed from the name where they are open. */
export function withGuesses(edit: ToolEdit): ToolEdit {
  return {
    ...edit,
    title: edit.title.trim() === '' ? guessedTitle(edit.name) : edit.title,
    effect: edit.effect ?? guessedEffect(edit.name)?.effect ?? null,
  };
}

/** True where nothing differs from what the server says by itself. */
export function isUnchanged(edit: ToolEdit, tool: PreviewTool): boolean {
  const own = editOf(tool);
  return edit.title === own.title && edit.effect === own.effect;
}

/** What the first verb of a name suggests, and the verb; undefined where it suggests nothing. A guess, and to be said as one. */
export function guessedEffect(name: string): { readonly effect: ToolEffect; readonly verb: string } | undefined {
  if (speaksOfTrial(name)) return undefined;
  const verb = verbOf(name);
  if (verb === undefined) return undefined;
  const effect = verb.kind === 'reads' ? 'reads' : addingVerbs.has(verb.word) ? 'adds' : 'destroys';
  return { effect, verb: verb.word };
}

/** A technical name as words: “search_invoices” becomes “Search invoices”. Empty where there is nothing to make words of. */
export function guessedTitle(name: string): string {
  const words = name
    .slice(0, 200)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map((word) => (/^\p{Lu}+$/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return words.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

/** Verbs of writing that only add: nothing that was there is lost. */
const addingVerbs: ReadonlySet<string> = new Set([
  'append',
  'create',
  'insert',
  'install',
  'invite',
  'reply',
  'send',
  'submit',
]);

/** Where destructiveHint is left out, the specification takes it as true. */
function effectOf(readOnly: boolean | null, destructive: boolean | null): ToolEffect | null {
  if (readOnly === true) return destructive === true ? null : 'reads';
  if (readOnly === null && destructive === null) return null;
  return destructive === false ? 'adds' : 'destroys';
}
