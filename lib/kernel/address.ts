import ipaddr from 'ipaddr.js';

/**
 * True when an IPv4 or IPv6 address can be reached over the public internet. An IPv6 form that carries an IPv4 address
 * (mapped, 6to4, NAT64) is judged by that one. False for what is no address at all.
 * @see https://www.rfc-editor.org/rfc/rfc6890#section-2.2
 */
export function isGloballyRoutable(ip: string): boolean {
  const address = parseAddress(ip);
  if (address === undefined) return false;
  if (address instanceof ipaddr.IPv4) return globalIpv4Ranges.has(address.range());
  const embedded = embeddedIpv4(address);
  if (embedded !== undefined) return globalIpv4Ranges.has(embedded.range());
  return globalIpv6Ranges.has(address.range()) && address.match(globalUnicast, globalUnicastBits);
}

/** An IP address as a host name; undefined for names. */
export interface IpLiteral {
  readonly version: 4 | 6;
  /** Normalized, without brackets and zone. */
  readonly address: string;
}

/** The IP literal that a host name is (with or without brackets, also in the short, hexadecimal and octal forms that URLs allow), else undefined. */
export function ipLiteral(hostname: string): IpLiteral | undefined {
  const address = parseAddress(hostname);
  if (address === undefined) return undefined;
  if (address instanceof ipaddr.IPv4) return { version: 4, address: address.toString() };
  return { version: 6, address: address.toRFC5952String().replace(/%.*$/, '') };
}

/** True for a host that only a private network knows: a local or single-label name, or an IP literal that is not globally routable. */
export function isPrivateHostname(hostname: string): boolean {
  if (ipLiteral(hostname) !== undefined) return !isGloballyRoutable(hostname);
  const name = plainName(hostname);
  if (name === '') return false;
  return !name.includes('.') || privateSuffixes.some((suffix) => isAtOrUnder(name, suffix));
}

/**
 * True for names that are set aside for documentation and tests, so nobody can have a server there.
 * @see https://www.rfc-editor.org/rfc/rfc6761#section-6
 */
export function isReservedHostname(hostname: string): boolean {
  const name = plainName(hostname);
  return reservedSuffixes.some((suffix) => isAtOrUnder(name, suffix));
}

/** True for a host that is this machine itself: localhost and names under it, loopback addresses, and 0.0.0.0 or ::, which connect to it as well. */
export function isLoopbackHost(hostname: string): boolean {
  const address = parseAddress(hostname);
  if (address === undefined) return isAtOrUnder(plainName(hostname), 'localhost');
  const judged = address instanceof ipaddr.IPv6 ? (embeddedIpv4(address) ?? address) : address;
  return judged.range() === 'loopback' || judged.toNormalizedString() === '0.0.0.0' || isUnspecifiedIpv6(judged);
}

/** Which kind of range an IP address is of, as the registries name it: `unicast`, `private`, `uniqueLocal` …; null for what is none. */
export function addressKind(ip: string): string | null {
  return parseAddress(ip)?.range() ?? null;
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

const globalIpv4Ranges: ReadonlySet<string> = new Set(['unicast', 'as112', 'amt']);
const globalIpv6Ranges: ReadonlySet<string> = new Set(['unicast', 'as112v6', 'amt']);
/** Everything outside of it is not handed out. */
const globalUnicast = ipaddr.IPv6.parse('2000::');
const globalUnicastBits = 3;
const nat64 = ipaddr.IPv6.parse('64:ff9b::');
const nat64Bits = 96;

/** `corp` and `home` are not delegated, because private networks use them. */
const privateSuffixes = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'home.arpa',
  'lan',
  'corp',
  'home',
];

const reservedSuffixes = ['example.com', 'example.net', 'example.org', 'example.edu', 'example', 'test', 'invalid'];

function parseAddress(text: string): Address | undefined {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const literal = bare.endsWith('.') ? bare.slice(0, -1) : bare;
  return ipaddr.isValid(literal) ? ipaddr.parse(literal) : undefined;
}

function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray();
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  if (address.range() === '6to4') return new ipaddr.IPv4(bytes.slice(2, 6));
  if (address.match(nat64, nat64Bits)) return new ipaddr.IPv4(bytes.slice(12, 16));
  return undefined;
}

function isUnspecifiedIpv6(address: Address): boolean {
  return address instanceof ipaddr.IPv6 && address.range() === 'unspecified';
}

function plainName(hostname: string): string {
  const name = hostname.toLowerCase();
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

function isAtOrUnder(name: string, suffix: string): boolean {
  return name === suffix || name.endsWith(`.${suffix}`);
}
