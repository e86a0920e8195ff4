/** Direction marks, zero-width characters and other invisible ones: they only disguise what a sentence says. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
// eslint-disable-next-line no-control-regex -- control characters are what it is there to replace
const blank = /[\u0000-\u0020\u007f-\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

/** Untrusted text without characters that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** Untrusted text as one line that can be shown: well-formed, without invisible characters, at most `limit` UTF-16 units. */
export function plainText(raw: string, limit: number): string {
  // Cut first: a crafted page may hold megabytes of blanks.
  const line = withoutInvisible(raw.slice(0, limit * 4).toWellFormed())
    .replace(blank, ' ')
    .trim();
  return line.length <= limit
    ? line
    : `${line
        .slice(0, limit - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, '')}…`;
}

const straight: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
};

/** For comparing: lower case, straight quotes. Each UTF-16 unit stays one unit, so positions are the same in both. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const sameLength = lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return sameLength.replace(/[’‘ʼ“”„«»]/g, (quote) => straight[quote] ?? quote);
}
