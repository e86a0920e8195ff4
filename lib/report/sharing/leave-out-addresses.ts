import { addressKind, ipLiteral, isGloballyRoutable, isLoopbackHost } from '../../kernel/address.ts';
import { isJsonObject } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { placesOf, type Replacer } from './replacer.ts';

/** Which addresses go: those of private networks, or the public ones that the connector’s names lead to. */
export type AddressesLeftOut = 'private' | 'public';

/**
 * Puts other addresses of the same kind in the place of addresses, so that judging stays the same. In the place of public ones stand
 * addresses that are handed out to nobody: no reader goes to somebody else’s server by mistake.
 */
export function leaveOutAddresses(report: Report, which: AddressesLeftOut, replacer: Replacer): void {
  const numbers = new Map<string, number>();
  const known = new Map<string, string>();
  const put = (address: string, kind: string, version: 4 | 6): string | null => {
    const base = bases[version][kind] ?? (which === 'private' ? undefined : bases[version]['unicast']);
    if (base === undefined) return null;
    const before = known.get(address);
    if (before !== undefined) return before;
    const number = (numbers.get(base[0] ?? '') ?? 0) + 1;
    numbers.set(base[0] ?? '', number);
    const made = numbered(base, version, number);
    known.set(address, made);
    return made;
  };
  const ofLiteral = (found: string): string | null => {
    const literal = ipLiteral(found);
    if (literal === undefined || isLoopbackHost(found) || keptAddresses.has(literal.address)) return null;
    const isPublic = isGloballyRoutable(found);
    if (isPublic !== (which === 'public') || (isPublic && !seen.has(literal.address))) return null;
    return put(literal.address, addressKind(found) ?? '', literal.version);
  };
  const seen = which === 'public' ? publicAddresses(report) : new Set<string>();
  const everywhere = which === 'public' ? [...seen] : [...allAddresses(report)];
  for (const address of everywhere) {
    const instead = ofLiteral(address);
    if (instead !== null) replacer.encoded(address, instead);
  }
  replacer.rule(placesOf(ipv4Like, ofLiteral));
  replacer.rule(placesOf(ipv6Like, ofLiteral));
  // As machines are named after their addresses: ip-10-42-7-9.
  replacer.rule(
    placesOf(inName, (found) => {
      const joint = found.includes('_') ? '_' : '-';
      return ofLiteral(found.replaceAll(joint, '.'))?.replaceAll('.', joint) ?? null;
    }),
  );
}

const ipv4Like = String.raw`(?<![\p{L}\p{N}_-]|\d\.)\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}_-]|\.\d)`;
const inName = String.raw`(?<![\p{L}\p{N}]|\d[_-])(?:10|100|169|172|192)(?:(?:-\d{1,3}){3}|(?:_\d{1,3}){3})(?![\d]|[_-]\d)`;
const ipv6Like = String.raw`(?<![\p{L}\p{N}_:.])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?(?![\p{L}\p{N}_:])`;

/** Public resolvers’, which name nobody, and the ones that mean every or no address. */
const keptAddresses: ReadonlySet<string> = new Set([
  '0.0.0.0',
  '255.255.255.255',
  '::',
  '1.1.1.1',
  '1.0.0.1',
  '8.8.8.8',
  '8.8.4.4',
  '9.9.9.9',
]);

/**
 * Where addresses of each kind are put. The public ones are the prefixes of RFC 7450 (AMT) and of the AS112 project: set aside for
 * purposes of the network itself, and still judged as public.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/
 */
const bases: Readonly<Record<4 | 6, Readonly<Record<string, readonly string[]>>>> = {
  4: {
    unicast: ['192.52.193', '192.31.196', '192.175.48'],
    private: ['10.0.0', '10.0.1', '10.0.2', '10.0.3'],
    linkLocal: ['169.254.0', '169.254.1'],
    carrierGradeNat: ['100.64.0', '100.64.1'],
    reserved: ['192.0.2', '198.51.100', '203.0.113'],
  },
  6: {
    unicast: ['2001:3::'],
    uniqueLocal: ['fd00::'],
    linkLocal: ['fe80::'],
    reserved: ['2001:db8::'],
  },
};

function numbered(base: readonly string[], version: 4 | 6, number: number): string {
  if (version === 6) return `${base[0] ?? ''}${number.toString(16)}`;
  const net = base[Math.floor((number - 1) / 254) % base.length] ?? '';
  return `${net}.${String(((number - 1) % 254) + 1)}`;
}

/** What the names of a run led to: addresses that answered, and those that resolvers told. */
function publicAddresses({ exchanges, evidence, facts, target }: Report): ReadonlySet<string> {
  const told = [
    ...exchanges.map(({ remoteAddress }) => remoteAddress ?? ''),
    ...(facts.dns ? [...facts.dns.public, ...facts.dns.local] : []),
    ...(target && 'host' in target ? [target.host] : []),
    ...['local-resolution', 'public-resolution'].flatMap((key) => addressesIn(evidence, key)),
  ];
  return new Set(told.map((text) => ipLiteral(text)?.address ?? '').filter((address) => address !== ''));
}

function addressesIn(evidence: Report['evidence'], key: string): readonly string[] {
  const observation = isJsonObject(evidence) ? evidence[key] : undefined;
  const value = isJsonObject(observation) ? observation['value'] : undefined;
  if (!isJsonObject(value)) return [];
  return ['a', 'aaaa'].flatMap((member) => {
    const list = value[member];
    return Array.isArray(list) ? (list as readonly unknown[]).filter((item) => typeof item === 'string') : [];
  });
}

function allAddresses(report: Report): ReadonlySet<string> {
  return new Set(JSON.stringify(report).match(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/g) ?? []);
}
