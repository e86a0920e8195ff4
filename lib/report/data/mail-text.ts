/**
 * A text as it was before it went through a mail program: other readings of it, without the marks of a quotation (`> `) and out of
 * quoted-printable, each where it is there at all. Empty where there is nothing to undo, and for texts longer than mails are.
 * @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
 */
export function beforeMail(text: string): readonly string[] {
  if (text.length > mostLength) return [];
  const readings = new Set([withoutQuotes(text), decoded(text), withoutQuotes(decoded(text))]);
  readings.delete(text);
  return [...readings];
}

/** Undoing takes far more memory than the text has characters. */
const mostLength = 8 * 1024 * 1024;

function withoutQuotes(text: string): string {
  return text.replace(/^(?:> ?)+/gm, '');
}

/** Lines that end in `=` go on in the next; without one, or an encoded `=`, the text is not of this kind. */
function decoded(text: string): string {
  if (!/=(?:3D|\r?\n)/i.test(text)) return text;
  return text.replace(/=[ \t]{0,4}\r?\n/g, '').replace(/(?:=[\dA-F]{2})+/gi, (run) => {
    const bytes = new Uint8Array(run.length / 3);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(run.slice(at * 3 + 1, at * 3 + 3), 16);
    return new TextDecoder().decode(bytes);
  });
}
