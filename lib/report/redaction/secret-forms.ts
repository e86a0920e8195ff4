import { readEscapes } from './read-escapes.ts';

/** Under which a secret shows once all escapes around it are read: it may hold what looks like an escape itself. */
export function plainForms(secret: string): readonly string[] {
  const wellFormed = secret.replace(/\p{Surrogate}/gu, '\uFFFD');
  return [secret, wellFormed, wellFormed.replaceAll(' ', '+'), readEscapes(secret)?.text ?? secret];
}

/** In base64 and hexadecimal, as it is and percent-encoded, as in a form that is encoded whole. */
export function encodedForms(secret: string): readonly string[] {
  const wellFormed = secret.replace(/\p{Surrogate}/gu, '\uFFFD').slice(0, longestEncoded);
  return [...new Set([wellFormed, encodeURIComponent(wellFormed.toWellFormed())])].flatMap((form) => {
    const bytes = new TextEncoder().encode(form);
    return [...base64Forms(bytes), ...hexadecimalForms(bytes)];
  });
}

/** In base64 of UTF-16, as PowerShell makes it. */
export function wideForms(secret: string): readonly string[] {
  const units = Array.from({ length: Math.min(secret.length, longestEncoded) }, (_, index) => secret.charCodeAt(index));
  return base64Forms(Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8])));
}

/** A longer secret is known by its beginning in these. */
const longestEncoded = 4_096;

/** Shorter ones may stand there by chance. */
const shortest = { base64: 10, hexadecimal: 12 };

/** A secret inside a longer text shows in its base64 form in one of three ways, depending on where it begins. */
function base64Forms(bytes: Uint8Array): readonly string[] {
  const text = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  return [0, 1, 2].flatMap((offset) => {
    const whole = btoa('a'.repeat(offset) + text);
    const certain = whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    if (certain.length < shortest.base64) return [];
    return [certain, certain.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function hexadecimalForms(bytes: Uint8Array): readonly string[] {
  const form = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return form.length < shortest.hexadecimal ? [] : [form, form.toUpperCase()];
}
