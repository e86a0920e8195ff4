import { msg, say, saidValue } from '../../lib/i18n/say.ts';
import type { Cleaning, TypedTarget } from '../../lib/kernel/target.ts';
import { isPrivateHostname } from '../../lib/kernel/address.ts';
import { readTypedTarget } from '../../lib/parsing/typed-target.ts';

/** What is understood of a text while it is being typed. Everything here is free of secrets. */
export type TypedReading =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'connector';
      readonly url: string;
      readonly host: string;
      /** Only a private network knows it, so Claude’s cloud cannot reach it. */
      readonly isPrivate: boolean;
      /** What was done to read it and what was left aside, as sentences; empty for a plain address. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'no-address'; readonly words: string };

/** Reads what stands in the field for a connector, at every key. Never throws. */
export function readingOf(text: string, { local }: { readonly local: boolean }): TypedReading {
  if (text.trim() === '') return { kind: 'empty' };
  const { typed } = readTypedTarget(text, undefined, { local });
  if (typed.kind === 'local-server-config') return { kind: 'no-address', words: say(localServerWords) };
  if (typed.url === null) return { kind: 'no-address', words: problemWords(typed) };
  const { href, hostname } = typed.url;
  return {
    kind: 'connector',
    url: href,
    host: hostname,
    isPrivate: isPrivateHostname(hostname),
    notes: notesOf(typed),
  };
}

const localServerWords = msg(
  'This starts a program on one computer, so there is no address that Claude’s connectors could use. A connector has a web address that begins with https://.',
);

function problemWords({ placeholder, problem }: TypedTarget): string {
  if (placeholder !== null) return say('“{placeholder}” still has to be filled in.', { placeholder });
  if (problem === null) return say('This is no web address yet.');
  return say('This is no web address yet: {problem}.', { problem: saidValue('problem', problem) });
}

const cleaningWords: Readonly<Record<Cleaning, string | null>> = {
  trimmed: null,
  'scheme-added': null,
  'taken-from-json': msg('taken out of the configuration'),
  'taken-from-command': msg('taken out of the command'),
  'joined-lines': msg('its lines were joined'),
  'percent-decoded': msg('its percent-encoding was undone'),
};

function notesOf({ cleaned, ignored, placeholder, url }: TypedTarget): readonly string[] {
  const ways = cleaned.flatMap((step) => {
    if (step === 'scheme-added') return say('“{start}” was added', { start: `${url?.scheme ?? 'https:'}//` });
    const words = cleaningWords[step];
    return words === null ? [] : say(words);
  });
  return [
    ...(ways.length > 0 ? [`${capitalized(ways.join(', '))}.`] : []),
    ...(ignored.addresses > 0
      ? [say('The first of {count} addresses is taken.', { count: ignored.addresses + 1 })]
      : []),
    ...(ignored.headers > 0
      ? [say('The headers that stand beside it are left out: they can be given on the doctor page.')]
      : []),
    ...(placeholder !== null
      ? [say('“{placeholder}” looks like a placeholder that is still to be filled in.', { placeholder })]
      : []),
  ];
}

function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
