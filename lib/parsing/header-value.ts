import type { TokenForm } from '../kernel/evidence-signed-in.ts';

/**
 * Whether a header can carry a token behind `Bearer `. Line breaks, control characters and letters beyond ASCII cannot stand there; what
 * else a token may not hold by RFC 6750 is sent nevertheless, as clients do.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export function tokenForm(token: string): TokenForm {
  if (token.trim() === '') return 'empty';
  return /^[\x20-\x7e]+$/.test(token) ? 'sendable' : 'unsendable';
}

/**
 * The value of an Authorization header that names a client by its secret: the plain form that most services expect, and the encoded one
 * of the RFC where the plain form cannot be written.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 */
export function basicCredentials(id: string, secret: string): string {
  const plain = `${id}:${secret}`;
  const isPlain = !/[^\0-\xff]/.test(plain);
  return `Basic ${btoa(isPlain ? plain : `${formEncoded(id)}:${formEncoded(secret)}`)}`;
}

function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
