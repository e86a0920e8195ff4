/** Where a link of foreign text leads. */
export type LinkTarget =
  | { readonly kind: 'https'; readonly href: string; readonly host: string }
  | { readonly kind: 'mailto'; readonly href: string; readonly address: string }
  | { readonly kind: 'http' }
  /** Nowhere that a person should be led to, or to a place within the page that shows it. */
  | { readonly kind: 'unsafe' };

const longest = 1_000;

/** Reads the address of a link as browsers do, which drop line breaks, tabs and leading controls. An https address with a user name is unsafe. */
export function linkTarget(address: string): LinkTarget {
  if (address.length > longest || !URL.canParse(address)) return { kind: 'unsafe' };
  const { protocol, href, host, pathname, username, password } = new URL(address);
  if (protocol === 'http:') return { kind: 'http' };
  if (protocol === 'https:' && username === '' && password === '') return { kind: 'https', href, host };
  const isMail = protocol === 'mailto:' && /^[^\s@,;]+@[^\s@,;]+$/.test(pathname);
  return isMail ? { kind: 'mailto', href: `mailto:${pathname}`, address: pathname } : { kind: 'unsafe' };
}
