import { claudePageHosts, connectorPaths, unreadPaths } from '../standards/claude-page-places.ts';

/** What may be read on a page, by its address. `none`: nothing; `notices`: short notices; `all`: also windows and the page itself. */
export type ReadingScope = 'none' | 'notices' | 'all';

const longestAddress = 16_384;

/** The address as a URL when it is a page of Claude's; else null. */
export function claudePage(address: string): URL | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && claudePageHosts.includes(url.hostname.replace(/^www\./, '')) ? url : null;
}

/** How much of the page at this address may be read. */
export function readingScope({ pathname }: URL): ReadingScope {
  if (unreadPaths.some((path) => isBelow(pathname, path))) return 'none';
  return connectorPaths.some((path) => isBelow(pathname, path)) ? 'all' : 'notices';
}

/** The page's address as it may be shown and kept: `*` stands for ids of accounts, conversations and connectors. */
export function pageAddress({ origin, pathname }: URL): string {
  const segments = pathname.split('/').map((segment) => (isId(segment) ? '*' : segment));
  return `${origin}${segments.join('/')}`.slice(0, 200);
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}

function isId(segment: string): boolean {
  return segment.length > 40 || (segment.length >= 12 && /\d/.test(segment));
}
