/** What a `data:` URL holds. */
export interface DataUrl {
  /** Without parameters, lower case; `text/plain` when it names none. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a `data:` URL of at most so many bytes; undefined when it is none, holds more, or is not encoded as it says.
 * @see https://www.rfc-editor.org/rfc/rfc2397#section-2
 */
export function readDataUrl(url: string, maxBytes: number): DataUrl | undefined {
  const comma = url.indexOf(',');
  if (!/^data:/i.test(url) || comma === -1 || url.length > comma + 1 + 3 * maxBytes) return undefined;
  const [type = '', ...parameters] = url.slice('data:'.length, comma).toLowerCase().split(';');
  const isBase64 = parameters.some((parameter) => parameter.trim() === 'base64');
  const bytes = decoded(url.slice(comma + 1).replace(/#.*$/s, ''), isBase64);
  if (bytes === undefined || bytes.length > maxBytes) return undefined;
  return { mediaType: type.trim() === '' ? 'text/plain' : type.trim(), bytes };
}

function decoded(text: string, isBase64: boolean): Uint8Array | undefined {
  try {
    const plain = decodeURIComponent(text);
    if (!isBase64) return new TextEncoder().encode(plain);
    return Uint8Array.from(atob(plain.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
