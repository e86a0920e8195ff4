/**
 * The form in which two resource identifiers are compared: lower-case scheme and host, no default port, no trailing slash, no
 * fragment; path and query count. Undefined for what is no absolute URL.
 * @see https://www.rfc-editor.org/rfc/rfc8707#section-2
 */
export function canonicalResource(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname, search } = new URL(url);
  const authority = host === '' ? '' : `//${host}`;
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
  return `${protocol}${authority}${path}${search}`;
}
