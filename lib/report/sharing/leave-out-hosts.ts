import { stringMember } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { observedValue } from '../data/evidence-value.ts';
import { createHostPseudonyms, type HostPseudonyms } from './host-pseudonyms.ts';
import { isLookedUp, isNamedOutright } from './named-outright.ts';
import { literalTerms } from './literal-terms.ts';
import { placesOf, type Replacer } from './replacer.ts';

/**
 * Leaves out the connector’s host and every other one that not everybody knows, wherever they stand: in any letter case, in Unicode or
 * in punycode, backwards, behind escapes and in encodings.
 */
export function leaveOutHosts(report: Report, texts: readonly string[], replacer: Replacer): HostPseudonyms {
  const own = report.target && 'host' in report.target ? report.target.host : null;
  const pseudonyms = createHostPseudonyms(own === null ? null : ascii(own), texts);
  const named = new Map<string, string>();
  leaveOutMixedName(report, { named, pseudonyms }, replacer);
  for (const host of hostsIn(report, texts)) {
    const plain = ascii(host);
    const put = plain === null ? null : pseudonyms.of(plain);
    if (plain === null || put === null || put === plain || named.has(host.toLowerCase())) continue;
    for (const form of [host, host.toLowerCase(), plain, plain.toUpperCase()]) {
      const instead = named.get(form.toLowerCase()) ?? put;
      named.set(form.toLowerCase(), instead);
      replacer.encoded(form, instead);
    }
  }
  replacer.rule(placesOf(hostLike, (found, at, text) => putFor(found, { at, text, named, pseudonyms })));
  return pseudonyms;
}

/**
 * A name whose labels mix alphabets gets one that mixes the same ones, since that is what is judged of it. Both forms go, and each
 * label where it is named alone.
 */
function leaveOutMixedName(
  report: Report,
  { named, pseudonyms }: Pick<Around, 'named' | 'pseudonyms'>,
  replacer: Replacer,
): void {
  const url = observedValue(report.evidence, 'typed')?.['url'];
  const written = stringMember(url, 'unicodeHostname');
  const plain = written === undefined ? null : ascii(written);
  const put = plain === null ? null : pseudonyms.of(plain);
  if (written === undefined || plain === null || put === null || put === plain) return;
  const labels = written.replace(/\.$/, '').split('.');
  const made = put
    .split('.')
    .map((label, index, all) => label + (index < all.length - 1 ? otherLetter(labels[index] ?? '') : ''));
  const unicode = made.join('.');
  named.set(written.toLowerCase(), unicode);
  named.set(plain, ascii(unicode) ?? put);
  const changed = labels.slice(0, made.length - 1).map((label, index) => [label, made[index] ?? ''] as const);
  replacer.rule(literalTerms(new Map(changed.filter(([label]) => /[^\0-\x7f]/.test(label))), { anyCase: true }));
  for (const [form, instead] of named) replacer.encoded(form, instead);
}

/** The first letter of a label that mixes the Latin alphabet with another one, which is not of the Latin one; else nothing. */
function otherLetter(label: string): string {
  return /\p{Script=Latin}/u.test(label) ? (/(?!\p{Script=Latin})\p{L}/u.exec(label)?.[0] ?? '') : '';
}

/** Letters, digits and hyphens of any script, with dots between; no dot at the end. */
const hostLike = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,80}[\p{L}\p{M}\p{N}_])?(?:[.\u3002][\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,80}[\p{L}\p{M}\p{N}_])?){0,20}`;

interface Around {
  readonly at: number;
  readonly text: string;
  readonly named: Map<string, string>;
  readonly pseudonyms: HostPseudonyms;
}

function putFor(found: string, { at, text, named, pseudonyms }: Around): string | null {
  const known = named.get(found.toLowerCase());
  // A name without a dot is a word as well.
  if (known !== undefined && (found.includes('.') || found === text || /\d/.test(found))) return known;
  const before = text.slice(Math.max(0, at - 200), at);
  const isInUrl = /[/@]/.test(text.charAt(at - 1)) && beforeHost.test(before);
  if (known !== undefined && isInUrl) return known;
  const around = { before: before.slice(-24), after: text.slice(at + found.length, at + found.length + 7) };
  if (!found.includes('.') && !isInUrl && !isLookedUp(around.before)) return null;
  const plain = ascii(found);
  if (plain === null || /^[\d.]+$/.test(plain)) return null;
  const put = (host: string): string | null => {
    const instead = pseudonyms.of(host);
    return instead === host ? null : instead;
  };
  if (isInUrl || pseudonyms.isUnderMet(plain) || isNamedOutright(found, plain, around)) return put(plain);
  const backwards = plain.split('.').reverse().join('.');
  const isKnownBackwards = named.has(backwards) || pseudonyms.isUnderMet(backwards);
  return isKnownBackwards ? (put(backwards)?.split('.').reverse().join('.') ?? null) : null;
}

const beforeHost = /:\/\/(?:[^/\s@"'<>]{0,190}@)?$/;

/** The hosts that stand where nothing but hosts stand. */
function hostsIn({ target }: Report, texts: readonly string[]): ReadonlySet<string> {
  const hosts = new Set<string>();
  if (target && 'host' in target) hosts.add(target.host);
  for (const text of texts) {
    for (const [, host = ''] of text.matchAll(inAddress)) hosts.add(host);
    for (const [, host = ''] of text.matchAll(inCertificate)) hosts.add(host);
  }
  return hosts;
}

const inAddress =
  /\b[a-z][a-z\d+.-]{1,20}:\/\/(?:[^/?#\s@"'<>\\]{0,200}@)?([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}._-]{0,250}[\p{L}\p{M}\p{N}_])?)/giu;
const inCertificate = /\bDNS:(?:\*\.)?([\p{L}\p{N}_.-]{1,250}[\p{L}\p{N}])/giu;

/** As a URL has it: lower case, punycode; null for what is no host. */
function ascii(host: string): string | null {
  const url = `https://${host}/`;
  if (!URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/\.$/, '');
}
