import { createNeedles, type Place } from './needles.ts';
import { encodedForms, plainForms, wideForms } from './secret-forms.ts';

/** The secrets that the run itself was given or issued: they are known in any letter case, and cut off, as error messages show them. */
export interface OwnSecrets<T> {
  /** One that is distinctive in small letters too. */
  add(secret: string, meaning: T): void;
  isEmpty(): boolean;
  find(text: string): readonly Place<T>[];
}

/** Makes an empty collection. */
export function createOwnSecrets<T>(): OwnSecrets<T> {
  const needles = createNeedles<Own<T>>();
  let size = 0;
  return {
    isEmpty: () => size === 0,
    add(secret, meaning) {
      const plain = folded(secret);
      size += 1;
      for (const form of [...plainForms(secret), ...encodedForms(secret), ...wideForms(secret)])
        needles.add(folded(form), { meaning, part: 'whole', plain });
      const start = tellingLength(plain);
      if (start !== null) needles.add(plain.slice(0, start), { meaning, part: 'start', plain });
      const end = tellingLength([...plain].reverse().join(''));
      if (end !== null) needles.add(plain.slice(-end), { meaning, part: 'end', plain });
    },
    find(text) {
      const lower = folded(text);
      return needles.find(lower).flatMap((place) => placeOf(lower, place) ?? []);
    },
  };
}

interface Own<T> {
  readonly meaning: T;
  readonly part: 'whole' | 'start' | 'end';
  readonly plain: string;
}

/** As many places as before. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const shortestPart = 12;

/** How many characters of a secret can come from nothing else: twelve, and more where those are words; null where it has none to spare. */
function tellingLength(secret: string): number | null {
  for (let length = shortestPart; length < secret.length; length += 1) {
    const piece = secret.slice(0, length);
    if ((piece.match(/\p{L}(?=\d)|\d(?=\p{L})/gu)?.length ?? 0) >= 2) return length;
  }
  return null;
}

/** A part counts where the rest is left out: before or after dots, stars, or the end of a string. */
function placeOf<T>(text: string, { from, to, meaning: own }: Place<Own<T>>): Place<T> | undefined {
  const { meaning, part, plain } = own;
  if (part === 'whole') return { from, to, meaning };
  if (part === 'start') {
    let end = to;
    while (end - from < plain.length && text.charCodeAt(end) === plain.charCodeAt(end - from)) end += 1;
    return /^(?:[…•*"'`\\<>)\]\s,;]|\.\.|$)/.test(text.slice(end, end + 2)) ? { from, to: end, meaning } : undefined;
  }
  let start = from;
  const offset = to - plain.length;
  while (start > Math.max(offset, 0) && text.charCodeAt(start - 1) === plain.charCodeAt(start - 1 - offset)) start -= 1;
  return /(?:[…•*"'`<>([\s=:]|\.\.|^)$/.test(text.slice(Math.max(0, start - 2), start))
    ? { from: start, to, meaning }
    : undefined;
}
