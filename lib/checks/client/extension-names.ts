import type { ExtensionsSeen } from '../../kernel/evidence-browser.ts';
import { short } from './look-words.ts';

/** What an id that the page told can be believed to be. */
export type Believed =
  /** The browser has it enabled and says its name. */
  | { readonly kind: 'known'; readonly name: string }
  /** Some extension: nobody has said which are there, so none is named on the page's word alone. */
  | { readonly kind: 'some' }
  /** The browser has no such extension enabled that may touch Claude's page. */
  | { readonly kind: 'none' };

/**
 * The page's world is anybody's: it may tell of any extension. One is named only where the browser says that it is enabled and may touch
 * the page. Firefox's own names for extensions' files, which are other ones in each browser, stand for some extension.
 */
export function believedExtension(id: string, seen: ExtensionsSeen | undefined): Believed {
  if (seen === undefined) return { kind: 'some' };
  const name = seen.suspects.find((suspect) => suspect.id === id)?.name;
  if (name === undefined) return { kind: firefoxHost.test(id) ? 'some' : 'none' };
  return { kind: 'known', name: name.trim() === '' ? `the extension with the id ${short(id)}` : short(name) };
}

const firefoxHost = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
