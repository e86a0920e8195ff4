import { german } from '../lib/i18n/german/catalogue.ts';
import { messagesInData } from './message-data.ts';
import { messagesInCode, unreachableWords } from './message-scan.ts';

// Tells what is not translated yet, what is translated in vain, and what no translation can reach. An argument names the part of a
// file's path that is wanted: node scripts/messages.ts components/doctor
const wanted = process.argv[2] ?? '';
const all = [...(await messagesInCode()), ...(await messagesInData())];
const missing = all.filter(({ text, file }) => file.includes(wanted) && !Object.hasOwn(german.messages, text));
const known = new Set(all.map(({ text }) => text));
const inVain = Object.keys(german.messages).filter((text) => !known.has(text));
const bare = (await unreachableWords()).filter(({ file }) => file.includes(wanted));

print('Not in German yet, as JSON:', [
  JSON.stringify(Object.fromEntries(missing.map(({ text }) => [text, ''])), null, 2),
]);
print('In German, and said nowhere:', inVain);
print(
  'Out of reach of any translation:',
  bare.map(({ file, line, text }) => `${file}:${String(line)}  ${text}`),
);
console.log(`${String(missing.length)} missing, ${String(inVain.length)} in vain, ${String(bare.length)} out of reach`);

function print(title: string, lines: readonly string[]): void {
  console.log(`${title}\n${lines.join('\n')}\n`);
}
