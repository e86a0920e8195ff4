/**
 * Text as one word of a POSIX shell, exactly as it is: within single quotes nothing means anything. Control and invisible characters
 * are written as octal escapes, because a terminal acts on them when they are pasted (the end of a paste, Ctrl-C, a hidden direction);
 * line breaks stay as they are. No word can hold NUL, so its picture stands there.
 */
export function shellWord(text: string): string {
  const whole = text.toWellFormed().replaceAll('\0', '\u2400');
  if (plainWord.test(whole)) return whole;
  return whole
    .split(hidden)
    .map((part, index) => (index % 2 === 0 ? quoted(part) : octal(part)))
    .join('');
}

/** Nothing in it is special to any shell. */
const plainWord = /^[\w./:@%+,-]+$/;

/** A final line break would be lost in the substitution, so line breaks are no part of it. */
const hidden = /((?:(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}])+)/u;

function quoted(part: string): string {
  return part === '' ? "''" : `'${part.replaceAll("'", "'\\''")}'`;
}

function octal(part: string): string {
  const bytes = [...new TextEncoder().encode(part)];
  return `"$(printf '${bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}')"`;
}
