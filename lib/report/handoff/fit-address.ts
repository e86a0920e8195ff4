/** What is to stand in an address, by name. */
export type Parts = Readonly<Record<string, string>>;

/** How a part gives way when the address is too long: it goes as a whole, or keeps its beginning. */
export interface Yielding {
  readonly name: string;
  readonly by: 'leaving' | 'shortening';
}

/** What of a part did not fit. */
export interface LeftPart {
  readonly name: string;
  /** All of it, or what comes after the beginning that fits. */
  readonly text: string;
  readonly isRest: boolean;
}

export interface Fitted {
  readonly address: string;
  /** What the address holds; what was left out whole has no member. */
  readonly sent: Parts;
  readonly left: readonly LeftPart[];
}

/**
 * An address that fits: as long as it does not, parts give way in the order of `yielding`, the least important first. What is sent and what
 * is left make up every part, letter by letter; characters are never cut in two. What yields nothing stays in any case. The time is
 * linear in the length of the parts but for a factor that is the logarithm of the longest.
 */
export function fitAddress(
  parts: Parts,
  yielding: readonly Yielding[],
  addressOf: (parts: Parts) => string,
  fits: (address: string) => boolean,
): Fitted {
  let sent: Parts = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
  const left: LeftPart[] = [];
  for (const { name, by } of yielding) {
    const text = sent[name];
    if (text === undefined || fits(addressOf(sent))) continue;
    const { [name]: _gone, ...others } = sent;
    const beginning =
      by === 'leaving' ? '' : beginningThatFits(text, (start) => fits(addressOf({ ...sent, [name]: start })));
    sent = beginning === '' ? others : { ...sent, [name]: beginning };
    left.push({ name, text: text.slice(beginning.length), isRest: beginning !== '' });
  }
  return { address: addressOf(sent), sent, left };
}

/** Less than this tells nothing: then the whole is left. */
const shortestBeginning = 60;
/** So far back a place between two words is looked for. */
const longestWord = 80;

function beginningThatFits(text: string, fits: (beginning: string) => boolean): string {
  let fitting = 0;
  let tooLong = text.length;
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (fits(text.slice(0, wholeUpTo(text, middle)))) fitting = middle;
    else tooLong = middle;
  }
  const end = wholeUpTo(text, fitting);
  const gap = text.slice(Math.max(0, end - longestWord), end).search(/\s\S*$/);
  const between = gap === -1 ? end : Math.max(0, end - longestWord) + gap + 1;
  return between < shortestBeginning ? '' : text.slice(0, between);
}

/** The same place, or the one before where it would cut a surrogate pair. */
function wholeUpTo(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}
