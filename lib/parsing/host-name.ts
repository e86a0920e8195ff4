/**
 * Why no server can have this host name, in one clause, or undefined; URL parsers let such names through. IP literals are fine.
 * @see https://www.rfc-editor.org/rfc/rfc1123#section-2.1
 */
export function hostNameProblem(hostname: string): string | undefined {
  if (hostname.startsWith('[')) return undefined;
  const labels = hostname.replace(/\.$/, '').split('.');
  if (labels.includes('')) return 'its host name has a dot too many';
  const hyphenated = labels.find((label) => label.startsWith('-') || label.endsWith('-'));
  if (hyphenated !== undefined)
    return `its host name has a part that begins or ends with a hyphen (${hyphenated.slice(0, 63)})`;
  if (labels.some((label) => label.length > 63)) return 'a part of its host name is longer than 63 letters';
  return hostname.length > 254 ? 'its host name is longer than 253 letters' : undefined;
}
