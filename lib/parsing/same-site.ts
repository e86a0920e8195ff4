import { parse } from 'tldts';

/**
 * True when two addresses are of the same host, or of hosts under one registrable name. Names that platforms give to their customers
 * (`a.workers.dev`, `b.workers.dev`) are sites of their own. False for what is no URL.
 * @see https://publicsuffix.org/list/
 */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [first, second] = [new URL(one).hostname, new URL(other).hostname];
  return first === second ? first !== '' : siteOf(first) !== null && siteOf(first) === siteOf(second);
}

function siteOf(hostname: string): string | null {
  return parse(hostname, { allowPrivateDomains: true }).domain;
}
