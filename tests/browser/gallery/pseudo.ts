import { browserCodeDefinitions } from '../../../lib/checks/browser-catalog.ts';
import { codeDefinitions } from '../../../lib/checks/catalog.ts';
import { formatMessage } from '../../../lib/i18n/message.ts';
import type { Catalogue } from '../../../lib/i18n/say.ts';
import type { CodeWords } from '../../../lib/kernel/check.ts';

/**
 * A language in which every message is its English one with an accent on each letter, and a third longer: what stands on a screen
 * without accents was never said, and what does not fit will not fit in other languages either.
 */
export const pseudo: Catalogue = {
  language: 'en',
  messages: new Proxy<Record<string, string>>(
    {},
    {
      get: (_none, message) => accented(String(message)),
      getOwnPropertyDescriptor: (_none, message) => ({
        configurable: true,
        enumerable: true,
        value: accented(String(message)),
      }),
    },
  ),
  wordsOfCode: (code, values) => {
    const definition = definitions[code];
    if (definition === undefined) return null;
    const { title, detail, fix } = definition;
    const words = (message: string): string => accented(formatMessage(message, values));
    return { title: words(title), detail: words(detail), fix: words(fix) };
  },
  wordsOfValue: (_name, text) => accented(text),
};

/** Some codes have other words where a browser was looked at. */
const definitions: Readonly<Record<string, CodeWords | undefined>> = {
  ...codeDefinitions,
  ...Object.fromEntries(Object.entries(browserCodeDefinitions).map(([code, words]) => [`browser:${code}`, words])),
};

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const marked = 'áƀćđéƒĝĥíĵķĺɱńóƥɋŕśţúṽŵẋýžÁƁĆĐÉƑĜĤÍĴĶĹḾŃÓƤɊŔŚŢÚṼŴẊÝŽ';
const accents = new Map([...plain].map((letter, index) => [letter, [...marked][index] ?? letter]));

function accented(message: string): string {
  // Names of placeholders stay.
  const said = message
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : [...part].map((letter) => accents.get(letter) ?? letter).join('')))
    .join('');
  const words = Math.ceil(message.length / 18);
  return `${said}${' ńéẋţ'.repeat(words)}`;
}
