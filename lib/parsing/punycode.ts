import { toUnicode } from 'punycode/punycode.es6.js';

/**
 * A host name with its `xn--` labels as Unicode; undefined when it has none, or one that cannot be decoded.
 * @see https://www.rfc-editor.org/rfc/rfc5891#section-5.4
 */
export function unicodeHost(hostname: string): string | undefined {
  if (!/(?:^|\.)xn--/i.test(hostname)) return undefined;
  try {
    return toUnicode(hostname);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
