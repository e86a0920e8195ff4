import { say } from '../../i18n/say.ts';

/** That a name in a text stands for one that was left out, for people who would look for it; null where none does. */
export function standInWords(text: string): string | null {
  const [first, ...others] = new Set(text.match(standIn));
  if (first === undefined) return null;
  return others.length === 0
    ? say('{name} stands for a name that was left out: there is nothing at that address.', { name: first })
    : say('Names such as {name} stand for names that were left out: there is nothing at these addresses.', {
        name: first,
      });
}

/** A name under .alt leads nowhere, by RFC 9476. */
const standIn = /(?:[a-z\d-]+\.){0,8}(?:xn--)?withheld-\d+(?:-[a-z\d]+)?\.alt(?![\w-])/gi;
