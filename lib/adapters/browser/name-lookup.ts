import { browser } from 'wxt/browser';
import { ipLiteral } from '../../kernel/address.ts';
import type { NameLookup } from '../../kernel/ports.ts';

/** What Firefox offers with the permission `dns`; Chromium has nothing like it. */
interface DnsApi {
  resolve(hostname: string, flags: readonly string[]): Promise<{ readonly addresses: readonly string[] }>;
}

/** Asks the browser's own resolver; null where it has none to offer: a proxy may resolve names in its place. */
export async function lookUpName(hostname: string): Promise<NameLookup | null> {
  const { dns } = browser as unknown as { readonly dns?: DnsApi };
  if (!dns) return null;
  const literal = ipLiteral(hostname);
  try {
    return sorted(literal ? [literal.address] : (await dns.resolve(hostname, [])).addresses);
  } catch (error) {
    return unresolved(error instanceof Error ? error.message : String(error));
  }
}

function sorted(addresses: readonly string[]): NameLookup {
  const unique = [...new Set(addresses)];
  const ofVersion = (version: 4 | 6) => unique.filter((address) => ipLiteral(address)?.version === version);
  return { a: ofVersion(4), aaaa: ofVersion(6), failure: unique.length === 0 ? 'no-data' : null, detail: '' };
}

/** What Firefox's word for a failed lookup means; null when it does not ask resolvers at all. */
export function unresolved(detail: string): NameLookup | null {
  if (/\bNS_ERROR_UNKNOWN_PROXY_HOST\b/.test(detail)) return null;
  return { a: [], aaaa: [], failure: /\bNS_ERROR_UNKNOWN_HOST\b/.test(detail) ? 'not-found' : 'failed', detail };
}
