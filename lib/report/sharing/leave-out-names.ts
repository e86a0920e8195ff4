import { ordinaryWords } from './ordinary-words.ts';
import { isJsonObject, stringMember, type Json } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { passedOnBy } from '../../standards/edges.ts';
import { hostedSignIns } from '../../standards/hosted-sign-in.ts';
import { interceptors } from '../../standards/tls-interception.ts';
import { observedValue, objectsIn } from '../data/evidence-value.ts';
import type { HostPseudonyms } from './host-pseudonyms.ts';
import { isOrdinaryLabel } from './known-hosts.ts';
import { highestNumber, isStandIn } from './stand-ins.ts';
import { filler } from './tool-words.ts';
import { withinWords } from './within-words.ts';
import { literalTerms } from './literal-terms.ts';
import type { Replacer } from './replacer.ts';

/**
 * Leaves out what a server says of itself, which tells as much as its host: its name and title, the name of its resource and of its
 * listing, the name in its domain, the organization in a certificate of its own, and its instructions, of which the length stays.
 */
export function leaveOutNames(
  report: Report,
  { texts, pseudonyms }: { readonly texts: readonly string[]; readonly pseudonyms: HostPseudonyms },
  replacer: Replacer,
): void {
  const before = highestNumber(texts, 'name');
  const names = new Map<string, string>();
  for (const name of namesIn(report, pseudonyms)) {
    const folded = name.trim().toLowerCase();
    if (!isTelling(folded) || names.has(folded)) continue;
    const put = `withheld-name-${String(before + names.size + 1)}`;
    names.set(folded, put);
    for (const form of new Set([name.trim(), folded])) replacer.encoded(form, put);
  }
  for (const [host, put] of hostsOfOneWord(pseudonyms)) names.set(host, put);
  replacer.rule(literalTerms(new Map(selfDescriptions(report.evidence).map((text) => [text, filler(text)]))));
  replacer.rule(literalTerms(names, { anyCase: true }));
  for (const label of ownLabels(report, pseudonyms)) replacer.rule(withinWords(label, names.get(label) ?? ''));
}

/** The parts of the connector’s own host that are somebody’s, long enough to be no part of another word. */
function ownLabels({ target }: Report, pseudonyms: HostPseudonyms): readonly string[] {
  const host = target && 'host' in target ? target.host.toLowerCase() : '';
  return [...pseudonyms.met().keys()]
    .map((domain) => domain.split('.')[0] ?? '')
    .filter((label) => host.split('.').includes(label) && label.length >= longEnough && isTelling(label));
}

const longEnough = 6;

/** Hosts without a dot, such as those of a company’s own network, stand in sentences as words do. */
function hostsOfOneWord(pseudonyms: HostPseudonyms): readonly (readonly [string, string])[] {
  return [...pseudonyms.met()].filter(([host]) => !host.includes('.') && isTelling(host));
}

function namesIn(report: Report, pseudonyms: HostPseudonyms): readonly string[] {
  const { server } = report.facts;
  const found = [server?.name, server?.title, ...certifiedNames(report), ...selfNames(report.evidence)];
  const domains = [...pseudonyms.met().keys()]
    .filter((domain) => domain.includes('.'))
    .map((domain) => domain.split('.')[0] ?? '');
  // What cannot be seen in a name is what is judged of it.
  const seen = found.flatMap((name) => (typeof name === 'string' ? name.split(/\p{C}+/u) : []));
  return [...seen, ...domains];
}

/** Where a server, or whoever lists it, says what it is called. */
function selfNames(evidence: Json): readonly string[] {
  const names: string[] = [];
  const draft = observedValue(evidence, 'directory-listing')?.['draft'];
  names.push(stringMember(draft, 'name') ?? '', ...bundleNames(evidence));
  const look = (value: Json): void => {
    if (Array.isArray(value)) for (const item of value as readonly Json[]) look(item);
    if (!isJsonObject(value)) return;
    for (const [name, member] of Object.entries(value)) {
      if (name === 'resource_name' && typeof member === 'string') names.push(member);
      if (/(?:^|\/)serverInfo$/.test(name))
        names.push(stringMember(member, 'name') ?? '', stringMember(member, 'title') ?? '');
      if (typeof member === 'object' && member !== null) look(member);
    }
  };
  look(evidence);
  return names;
}

/** How a bundle’s manifest calls it, and who made it. */
function bundleNames(evidence: Json): readonly string[] {
  const manifest = observedValue(evidence, 'bundle')?.['manifest'];
  const value = isJsonObject(manifest) ? manifest['value'] : undefined;
  if (!isJsonObject(value)) return [];
  const names = ['name', 'display_name'].map((member) => stringMember(value, member));
  return [...names, stringMember(value['author'], 'name')].filter((name) => name !== undefined);
}

/** What a server says of itself in sentences. */
function selfDescriptions(evidence: Json): readonly string[] {
  const texts: string[] = [];
  const look = (value: Json): void => {
    if (Array.isArray(value)) for (const item of value as readonly Json[]) look(item);
    if (!isJsonObject(value)) return;
    texts.push(stringMember(value, 'instructions') ?? '');
    for (const [name, member] of Object.entries(value)) {
      if (/(?:^|\/)serverInfo$/.test(name)) texts.push(stringMember(member, 'description') ?? '');
      if (typeof member === 'object' && member !== null) look(member);
    }
  };
  look(evidence);
  return texts.filter((text) => text.length >= shortestSentence);
}

/** Shorter ones are words, which may stand anywhere. */
const shortestSentence = 12;

/** Organizations of certificates that no public authority vouches for are the owner’s; of others only the subject’s. */
function certifiedNames({ evidence }: Report): readonly string[] {
  const peer = observedValue(evidence, 'certificate')?.['peer'];
  if (!isJsonObject(peer)) return [];
  const isPublic = stringMember(peer, 'trust') === 'public';
  return objectsIn(peer, 'chain').flatMap((certificate, index) => {
    const subject = index === 0 || !isPublic ? attributes(certificate['subject']) : [];
    const issuer = isPublic ? [] : attributes(certificate['issuer']);
    return [...subject, ...issuer].filter((name) => !interceptors.some((known) => known.issuer.test(name)));
  });
}

/** Hosts are seen to elsewhere. */
function attributes(name: Json | undefined): readonly string[] {
  if (typeof name !== 'string') return [];
  return [...name.matchAll(/\b(?:CN|O|OU)=([^=]{2,200}?)(?=, ?(?:[A-Z]{1,12}=)|$)/g)]
    .map(([, value = '']) => value)
    .filter((value) => !/^(?:\*\.)?[\w-]+(?:\.[\w-]+)+$/.test(value));
}

/** A name of everyday words names nobody, and taking it out everywhere would take the report apart. */
function isTelling(name: string): boolean {
  if (name.length < 3 || name.length > 200 || isOrdinaryLabel(name) || isStandIn(name) || /^[\d.:_-]+$/.test(name))
    return false;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return (
    !vendors.has(name) && words.some((word) => word.length > 1 && !ordinaryWords.has(word) && !/^v?\d+$/.test(word))
  );
}

/** By these names answers are recognized. */
const vendors: ReadonlySet<string> = new Set(
  [
    ...passedOnBy.map(({ vendor }) => vendor),
    ...hostedSignIns.map(({ name }) => name),
    'ngrok',
    'tailscale',
    'vercel',
    'netlify',
    'heroku',
    'render',
    'amazon',
    'aws',
    'azure',
    'microsoft',
    'google',
    'oracle',
    'apple',
    'envoy',
    'nginx',
    'apache',
    'express',
    'kong',
    'traefik',
    'caddy',
  ].flatMap((name) => [name.toLowerCase(), name.toLowerCase().replace(/[ .].*/, '')]),
);
