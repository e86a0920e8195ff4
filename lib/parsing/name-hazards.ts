import type { NameHazard } from '../kernel/evidence-listing.ts';

/**
 * What in a connector’s name was reported to break its tools, or is easily taken for something else; each hazard once, in this order.
 * @see https://github.com/anthropics/claude-ai-mcp/issues/537
 * @see https://github.com/anthropics/claude-ai-mcp/issues/476
 */
export function nameHazards(name: string): readonly NameHazard[] {
  // A joiner or a selector within an emoji is a part of it, and hides nothing.
  const rest = name.replace(emoji, '');
  const found: readonly (readonly [NameHazard, boolean])[] = [
    ['apostrophe', apostrophe.test(rest)],
    ['quote', quote.test(rest)],
    ['emoji', rest !== name],
    ['control-character', invisible.test(rest)],
    ['non-ascii', otherLetter.test(rest.replace(marks, ''))],
  ];
  return found.filter(([, isThere]) => isThere).map(([hazard]) => hazard);
}

/** One emoji as it is drawn: a flag, a keycap, or a picture with its skin tone, joined to others by U+200D. */
const emoji =
  /\p{RI}{2}|[0-9#*]\ufe0f?\u20e3|(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)\p{EMod}?(?:\u200d\p{Emoji}\ufe0f?\p{EMod}?)*/gu;

/** Typed, curly, modifier and prime forms, and the accents that are typed in place of one. */
const apostrophe = /['’‘‛ʼʹ′＇`´]/u;

const quote = /["“”„‟«»‹›″＂]/u;

/** Controls, format characters, those that draw nothing, and what no font knows. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{DI}\u2800]/u;

/** What has a hazard of its own is not counted among the other characters again. */
const marks = new RegExp(`${apostrophe.source}|${quote.source}|${invisible.source}`, 'gu');

const otherLetter = /[^\u0020-\u007e]/u;
