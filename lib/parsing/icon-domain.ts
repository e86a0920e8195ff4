import { parse } from 'tldts';
import { ipLiteral, isPrivateHostname } from '../kernel/address.ts';
import type { IconDomains } from '../kernel/evidence-icons.ts';

/**
 * The names by which a favicon service may be asked for a host's icon.
 * @see https://publicsuffix.org/list/
 */
export function iconDomains(hostname: string): IconDomains {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (ipLiteral(host) || isPrivateHostname(host)) return { host, asked: host, registrable: null, suffixOf: null };
  const { domain, isPrivate } = parse(host, { allowPrivateDomains: true });
  const labels = host.split('.');
  const asked = labels.slice(-2).join('.');
  const isBeyond = labels.length > 2 && (domain === null || domain.split('.').length > 2);
  return {
    host,
    asked,
    registrable: domain,
    suffixOf: isBeyond ? (isPrivate === true ? 'platform' : 'registry') : null,
  };
}
