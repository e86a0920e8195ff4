import type { ExtensionsSeen } from '../../kernel/evidence-browser.ts';
import { knownBlocker } from '../../standards/blocking-extensions.ts';
import { short } from './look-words.ts';

/** An extension as people know it; where its name was not seen, by its id. */
export function nameOfExtension(id: string, seen: ExtensionsSeen | undefined): string {
  const name = seen?.suspects.find((suspect) => suspect.id === id)?.name ?? knownBlocker(id)?.name;
  return name === undefined || name.trim() === '' ? `the extension with the id ${short(id)}` : short(name);
}
