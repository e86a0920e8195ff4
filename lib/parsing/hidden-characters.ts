/**
 * Whether a text holds characters that nobody sees, or that reorder what is seen: controls, zero-width and bidirectional characters, tags.
 * What belongs to an emoji or to a script that joins or turns its letters hides nothing.
 */
export function hidesCharacters(text: string): boolean {
  return hidden.test(withoutProper(text));
}

/** The text with a visible mark such as `‹U+200B›` in place of each of them. */
export function showHidden(text: string): string {
  return text.replace(allHidden, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

const characters = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\u2800\p{Cs}\p{DI}`;
const hidden = new RegExp(`[${characters}]`, 'u');
const allHidden = new RegExp(`[${characters}]`, 'gu');

function withoutProper(text: string): string {
  const rest = text.replace(joined, '').replace(/^\ufeff/, '');
  return rightToLeft.test(rest) ? rest.replace(/[\u061c\u200e\u200f]/g, '') : rest;
}

/** Variation selectors and joiners after what they belong to, and a soft hyphen within a word. */
const joined =
  /(?<=[\p{Emoji}\p{S}\p{Script=Han}])[\ufe00-\ufe0f]|(?<=[\p{Emoji}\ufe0f\p{EMod}])\u200d(?=\p{Emoji})|(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{M}])[\u200c\u200d]|(?<=\p{L})\u00ad(?=\p{L})/gu;

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
