import { withoutInvisible } from '../page/plain-text.ts';

/** A pasted text, prepared once for everything that looks into it. */
export interface ReadableText {
  /** Bounded, without invisible characters, with what was encoded written out. */
  readonly text: string;
  readonly lines: readonly string[];
}

const longestText = 100_000;
const mostLines = 4_000;
/** An address may be encoded within an address that is encoded. */
const rounds = 2;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: "'",
  lsquo: "'",
  hellip: '…',
};

/** Reads at most the first 100,000 characters. */
export function readable(pasted: string): ReadableText {
  const text = decoded(withoutInvisible(pasted.slice(0, longestText).toWellFormed()));
  const lines = text
    .split(/[\r\n]+/, mostLines)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { text, lines };
}

function decoded(raw: string): string {
  let text = raw
    .replace(/&(#\d{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entityOf(name) ?? whole)
    .replace(/\\u([0-9a-f]{4})/gi, (_whole, digits: string) => String.fromCharCode(parseInt(digits, 16)))
    .replace(/\\[rn]/g, '\n')
    .replace(/\\"/g, '"');
  for (let round = 0; round < rounds && text.includes('%'); round += 1) text = withoutPercents(text);
  return text.toWellFormed();
}

function entityOf(name: string): string | null {
  if (!name.startsWith('#'))
    return Object.hasOwn(entities, name.toLowerCase()) ? (entities[name.toLowerCase()] ?? null) : null;
  const code = Number(name.slice(1));
  return code > 31 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : null;
}

function withoutPercents(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
