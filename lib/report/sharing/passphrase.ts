/**
 * How often the passphrase is hashed on the way to its key: what OWASP asks of PBKDF2 with HMAC-SHA-256.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html (the figure of 2023, read on 2026-11-21)
 */
export const iterationsWritten = 600_000;

/** Who reads a link must not be held for minutes by a number in it; fewer than we write was not written by us. */
export const iterationsRead = { least: iterationsWritten, most: 10_000_000 } as const;

/** Bytes. */
export const saltLength = 16;

/** Bytes: the length for which AES-GCM is made. @see NIST SP 800-38D, section 5.2.1.1 */
export const ivLength = 12;

/** What a passphrase is turned into a key with. */
export interface Derivation {
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** How one text is locked: never twice with the same key and `iv`. */
export interface Lock extends Derivation {
  readonly iv: Uint8Array<ArrayBuffer>;
  /** Stands beside the locked bytes, readable: whoever changes it cannot unlock them any more. */
  readonly header: Uint8Array<ArrayBuffer>;
}

/** Locks bytes with AES-256-GCM. Rejects with a RangeError for an empty passphrase, which locks nothing. */
export async function lock(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
  how: Lock,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await keyOf(passphrase, how);
  return new Uint8Array(await crypto.subtle.encrypt(cipher(how), key, bytes));
}

/** The bytes, or null when the passphrase is another one or anything was changed: the two cannot be told apart. */
export async function unlock(
  locked: Uint8Array<ArrayBuffer>,
  passphrase: string,
  how: Lock,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await keyOf(passphrase, how);
  return crypto.subtle.decrypt(cipher(how), key, locked).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
}

function cipher({ iv, header }: Lock): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: header };
}

async function keyOf(passphrase: string, { iterations, salt }: Derivation): Promise<CryptoKey> {
  // One keyboard writes ü as one character, another as two: both mean the same letter.
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  if (typed.length === 0) throw new RangeError('empty-passphrase');
  const { subtle } = crypto;
  const base = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations, salt },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
