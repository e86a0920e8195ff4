import { addressSecrets } from '../../help/address-secrets.ts';
import { say } from '../../i18n/say.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Report } from '../../kernel/report.ts';
import { createNeedles } from '../redaction/needles.ts';
import { changeTexts } from '../sharing/report-texts.ts';
import { createReplacer, placesOf, type Rule } from '../sharing/replacer.ts';

/** Takes out of everything that is handed on what in the connector’s address may be its key. */
export interface AddressKey {
  /** Whether the address holds what may be a key. */
  readonly isThere: boolean;
  /** The report without it, note and sources included: the same one where there is none. */
  readonly report: Report;
  /** A text without it, behind escapes and in base64 as well. */
  readonly hide: (text: string) => string;
}

const known = new WeakMap<Report, AddressKey>();

/**
 * What in the connector’s address may be its key, by the same measure as `aboutConnector`: what it takes out of the address stands in no
 * other place either, as `redacted`. Pure, and remembered for as long as the report is there.
 * @see withoutAddressSecrets
 */
export function addressKeyOf(report: Report): AddressKey {
  const before = known.get(report);
  if (before !== undefined) return before;
  const made = withoutKeys(report, keysIn(report));
  known.set(report, made);
  return made;
}

/** That the address may be a key, and what became of it; said beside everything that is handed on. */
export function addressKeyWords(): string {
  return say(
    'The address itself may be the key to this connector: what looks like one stands here as “redacted”. Leave out paths where nothing of it should be told.',
  );
}

const mark = 'redacted';

function withoutKeys(report: Report, keys: readonly string[]): AddressKey {
  if (keys.length === 0) return { isThere: false, report, hide: (text) => text };
  const replacer = createReplacer();
  const isLong = (key: string): boolean => key.length >= shortestAnywhere;
  replacer.rule(placesOfAny(keys.filter(isLong)));
  const short = keys.filter((key) => !isLong(key)).slice(0, mostShort);
  if (short.length > 0) replacer.rule(placesOf(short.map(asSegment).join('|'), () => mark));
  for (const key of keys) if (isLong(key)) replacer.encoded(key, mark);
  const hide = (text: string): string => replacer.replace(text);
  const changed = changeTexts(report, hide);
  const findings = changed.findings.map((finding) => ({ ...finding, sources: finding.sources.map(hide) }));
  return { isThere: true, report: { ...changed, findings, note: report.note && hide(report.note) }, hide };
}

/** A shorter one may stand in other words by chance: it is looked for as a part of a path. */
const shortestAnywhere = 8;
/** An address has one or two of these. */
const mostShort = 100;

/** The target’s own first; thousands of them are only in a report of somebody else’s, and each has to be looked for. */
const mostKeys = 60;

/** In any case of its letters: what writes an address in capitals writes the key in capitals. */
function placesOfAny(keys: readonly string[]): Rule {
  const needles = createNeedles<string>();
  for (const key of keys) for (const form of [key, key.toLowerCase()]) needles.add(form, mark);
  return (reading) => {
    const lower = reading.toLowerCase();
    return [...needles.find(reading), ...(lower.length === reading.length ? needles.find(lower) : [])];
  };
}

function asSegment(key: string): string {
  const escaped = key.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  return String.raw`(?<=\/)${escaped}(?![\p{L}\p{N}_-])`;
}

/** Keys in the target’s address, and in what was asked of the same host. */
function keysIn({ target, exchanges }: Report): readonly string[] {
  const host = target !== null && 'url' in target ? hostOf(target.url) : null;
  if (target === null || !('url' in target) || host === null) return [];
  const others = new Set(exchanges.flatMap(addressesOf).filter((address) => hostOf(address) === host));
  return [...new Set([target.url, ...others].flatMap(addressSecrets))].slice(0, mostKeys);
}

function addressesOf(exchange: Exchange): readonly string[] {
  const hops = exchange.redirects.flatMap(({ from, to }) => [from, to]);
  return [exchange.url, ...hops, ...(exchange.kind === 'response' ? [exchange.finalUrl] : [])];
}

function hostOf(address: string): string | null {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).hostname : null;
}
