import { parse } from 'tldts';
import { ipLiteral } from '../../kernel/address.ts';
import { isAtOrUnder, isKnownHost, isOrdinaryLabel, platformOf } from './known-hosts.ts';
import { highestNumber, isStandIn } from './stand-ins.ts';

/** What stands in place of the hosts of one report. */
export interface HostPseudonyms {
  /** For a host in lower-case ASCII: what stands in its place; null for what stays. The same host gets the same every time. */
  of(host: string): string | null;
  /** True when a host is under a name that was met before. */
  isUnderMet(host: string): boolean;
  /** The names that somebody registered, as far as they were met, each with what stands in its place. */
  met(): ReadonlyMap<string, string>;
}

/** Ends of names that nobody can have on the internet: they say what a name is, and stay. */
const reservedEnds =
  /(?:^|\.)(?:example\.(?:com|net|org|edu)|home\.arpa|localhost|local|localdomain|lan|svc|internal|intranet|private|corp|home|example|test|invalid)$/;

/**
 * Makes pseudonyms that keep a name’s structure: `auth.acme.com` becomes `auth.withheld-1.alt`, `a.acme.com` `host-1.withheld-1.alt`.
 * `own` is the connector’s own host: it goes even where everybody knows it. No name below .alt is ever in the DNS, and a label with
 * an underscore is never a host. What stands in `texts` already in place of a host stays, and new ones are counted on from there.
 * @see https://www.rfc-editor.org/rfc/rfc9476
 */
export function createHostPseudonyms(own: string | null, texts: readonly string[]): HostPseudonyms {
  const sites = new Map<string, string>();
  const labels = new Map<string, string>();
  const ownSite = own === null ? null : siteOf(own);
  const before = { sites: highestNumber(texts, 'withheld'), labels: highestNumber(texts, 'host') };

  const label = (text: string): string => {
    if (isOrdinaryLabel(text) || isStandIn(text)) return text;
    const known = labels.get(text) ?? `host-${String(before.labels + labels.size + 1)}`;
    labels.set(text, known);
    return known;
  };
  const front = (host: string, end: string): string[] =>
    host === end
      ? []
      : host
          .slice(0, -end.length - 1)
          .split('.')
          .map(label);
  const site = (domain: string, shape: (mark: string) => string): string => {
    const known = sites.get(domain) ?? shape(String(before.sites + sites.size + 1));
    sites.set(domain, known);
    return known;
  };

  const of = (host: string): string | null => {
    if (ipLiteral(host) || host === '' || host === 'localhost' || isStandIn(host)) return null;
    if (isKnownHost(host) && (ownSite === null || !isAtOrUnder(host, ownSite))) return null;
    const reserved = reservedEnds.exec(host)?.[0].replace(/^\./, '');
    if (reserved !== undefined) return [...front(host, reserved), reserved].join('.');
    if (!host.includes('.')) return site(host, (mark) => `withheld-${mark}`);
    const { domain, publicSuffix, isPrivate } = parse(host, { allowPrivateDomains: true });
    const platform = platformOf(host) ?? (isPrivate === true ? publicSuffix : null);
    // Whose own host it is, is a platform to nobody.
    if (platform !== null && platform !== ownSite) return onPlatform(host, platform);
    if (domain === null) return null;
    if (standInSite.test(domain)) return front(host, domain).concat(domain).join('.');
    return [...front(host, domain), site(domain, (mark) => `withheld-${mark}.alt`)].join('.');
  };
  const onPlatform = (host: string, platform: string): string => {
    const parts = host === platform ? [] : host.slice(0, -platform.length - 1).split('.');
    const kept = parts.map((part) =>
      isOrdinaryLabel(part) || isStandIn(part)
        ? part
        : site(`${part}.${platform}`, (mark) => `withheld_${mark}.`).replace(/\.$/, ''),
    );
    return [...kept, platform].join('.');
  };
  return {
    of,
    isUnderMet: (host) => [...sites.keys()].some((met) => met.includes('.') && isAtOrUnder(host, met)),
    met: () => sites,
  };
}

/** Also with a letter of another alphabet at its end. */
const standInSite = /^(?:withheld-\d+|xn--withheld-\d+-[a-z\d]+)\.alt$/;

function siteOf(host: string): string {
  return parse(host, { allowPrivateDomains: true }).domain ?? host;
}
