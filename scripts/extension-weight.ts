import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the extension may weigh at most, compressed, in bytes. */
export const weightBudgets = { popup: 110_000, background: 80_000 } as const;

/**
 * What a part of a built extension weighs: its scripts and all that they import, sooner or later, each compressed. Bytes. What only
 * readers of another language than English load is left out.
 */
export function weightOf(folder: string, part: keyof typeof weightBudgets): number {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const entries = part === 'popup' ? scriptsOf(read('popup.html')) : ['background.js'];
  return loadedBy(read, entries).reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
}

function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].flatMap(([, file]) => file ?? []);
}

function loadedBy(read: (file: string) => string, entries: readonly string[]): readonly string[] {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file) || isCatalogue(file)) return;
    loaded.add(file);
    for (const [, path = ''] of read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) {
      load(normalize(join(dirname(file), path)));
    }
  };
  for (const entry of entries) load(entry);
  return [...loaded];
}

/** The words of another language, by the name of their module (lib/i18n/german/catalogue.ts). */
function isCatalogue(file: string): boolean {
  return /(^|\/)catalogue-[^/]*$/.test(file);
}
