/**
 * The match pattern of a URL's host, such as `https://mcp.acme.dev/*`: with every port, since Firefox knows none in patterns. Null for
 * what is no http(s) URL.
 */
export function originPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}/*` : null;
}
