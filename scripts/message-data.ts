import { pathToFileURL } from 'node:url';
import { fileURLToPath } from 'node:url';
import { globSync } from 'node:fs';

/** Rooms and files that hold their English texts as data, without a call around each. */
const dataFiles = [
  'lib/knowledge/**/*.ts',
  'lib/guides/**/*.ts',
  'lib/kernel/step.ts',
  'lib/report/words/passed/*.ts',
  'lib/standards/claude-page-guesses.ts',
];

/** Sources and what Claude shows are names and quotations. */
const withoutWords = ['lib/knowledge/sources'];

/** Members whose texts are for readers; all others are ids, addresses, names and quotations. */
const wordMembers = new Set([
  'statement',
  'question',
  'answer',
  'steps',
  'label',
  'meaning',
  'why',
  'title',
  'when',
  'do',
  'note',
  'seen',
  'afterwards',
  'copy',
  'passed',
]);

/** Every English text in the data, with the file that holds it. */
export async function messagesInData(): Promise<readonly { readonly text: string; readonly file: string }[]> {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const files = dataFiles.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  const found: { text: string; file: string }[] = [];
  for (const file of files.filter((name) => !withoutWords.some((start) => name.startsWith(start)))) {
    const exported = (await import(pathToFileURL(`${root}${file}`).href)) as Readonly<Record<string, unknown>>;
    collect(exported, null, (text) => found.push({ text, file }));
  }
  return found;
}

function collect(value: unknown, member: string | null, tell: (text: string) => void): void {
  if (typeof value === 'string') {
    if (member !== null && wordMembers.has(member)) tell(value);
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) collect(item, member, tell);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  // Numbered entries are like the items of a list.
  for (const [name, inner] of Object.entries(value)) collect(inner, /^\d+$/.test(name) ? member : name, tell);
}
