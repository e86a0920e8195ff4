import { ipLiteral, isGloballyRoutable, isPrivateHostname } from '../../kernel/address.ts';
import { defineCheck, found, skip, type Found, type Outcome } from '../../kernel/check.ts';
import type { PublicResolution } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { observed } from '../../kernel/observation.ts';
import { failedDocuments, type DocumentsSeen } from '../http/document-answers.ts';
import { sources, trackerIssue } from '../http/sources.ts';
import { whyNot } from '../transport/why-not.ts';
import { failureFinding } from './failure-finding.ts';
import { localView, type LocalView, type NamesSeen } from './local-view.ts';
import { isVantageFault } from './vantage-fault.ts';

const ofAddresses = [
  'dns.not-found',
  'dns.no-a-record',
  'dns.private-address',
  'dns.mixed-addresses',
  'dns.split-horizon',
] as const satisfies readonly FindingCode[];

type AddressCode = (typeof ofAddresses)[number];
type Code = AddressCode | 'dns.public-view-unavailable';

/** Does the name lead Claude’s cloud to a public IPv4 address? */
export const namesCheck = defineCheck({
  topic: 'names',
  needs: ['typed', 'initialize'],
  uses: ['public-resolution', 'local-resolution', 'surroundings', 'resource-metadata', 'authorization-server'],
  codes: {
    'dns.not-found': {
      severity: 'blocker',
      confidence: 'certain',
      step: 1,
      who: 'you',
      title: 'The name {host} does not exist',
      detail:
        'The name system, asked from {view}, knows no address for {host}. {asked, select, here {Only this computer’s own resolver was asked, so Claude may see it otherwise.} other {Claude finds no server there.}}',
      fix: 'Compare the spelling with the connector’s documentation. If the name is new, its A record may still be missing.{asked, select, here { To see what the internet knows, {vantage, select, extension {check again with “Ask public DNS what Claude’s cloud sees”} other {run again with --public-dns}}.} other {}}',
      sources: [sources.troubleshooting, sources.nameErrors],
    },
    'dns.no-a-record': {
      severity: 'blocker',
      confidence: 'certain',
      step: 1,
      who: 'author',
      title:
        '{records, select, none {The name {host} exists, but leads to no address} other {{host} has IPv6 addresses only, and Claude connects over IPv4}}',
      detail:
        'Asked from {view}, the name leads to {records, select, none {no address at all, neither IPv4 (A record) nor IPv6} other {{addresses} and to no IPv4 address (A record)}}.',
      fix: 'Add an A record with a public IPv4 address, or put the server behind a proxy or tunnel that has one.',
      sources: [sources.troubleshooting],
    },
    'dns.private-address': {
      severity: 'blocker',
      confidence: 'certain',
      step: 1,
      who: 'author',
      title: '{host} leads to a private address: {addresses}',
      detail:
        'Asked from {view}, the name leads to {addresses}. Such addresses work inside one network only, so Claude’s cloud cannot reach the server.{asked, select, connected { (If connections from here go through a proxy at that address, it says nothing of the server; public DNS tells.)} other {}}',
      fix: 'Publish a public IPv4 address for the name, or put the server behind a tunnel or reverse proxy on the internet.',
      sources: [sources.troubleshooting, sources.specialAddresses],
    },
    'dns.mixed-addresses': {
      severity: 'blocker',
      confidence: 'certain',
      step: 1,
      who: 'author',
      title: '{host} leads to public and private addresses at once',
      detail:
        'Besides public addresses the name leads to {addresses}. Claude wants every address to be public and refuses the connector because of one that is not.',
      fix: 'Remove the private A records from the public zone.',
      sources: [sources.troubleshooting, sources.specialAddresses],
    },
    'dns.split-horizon': {
      severity: 'blocker',
      confidence: 'certain',
      step: 1,
      who: 'author',
      title: '{host} works on this computer, and not from the internet',
      detail:
        'This computer reaches the host, but the public name system {publicly}. So the connector works here, in the office network or over a VPN, and never from Claude’s cloud.',
      fix: 'Publish the name with a public IPv4 address, or give the server a second, public name through a tunnel or reverse proxy.',
      sources: [sources.troubleshooting, trackerIssue(214)],
    },
    'dns.public-view-unavailable': {
      severity: 'note',
      confidence: 'certain',
      step: 1,
      who: 'network',
      title: 'The public resolver {resolver} could not be asked',
      detail:
        'So it is unknown how {host} looks from the internet, where Claude asks ({said}). Nothing was guessed in its place.',
      fix: 'Try again later or {vantage, select, extension {choose another resolver in the options} other {name another resolver with --resolver}}.',
      sources: [sources.troubleshooting],
    },
  },
  evaluate(seen) {
    return [...ofConnector(seen), ...ofDocuments(seen)];
  },
});

function ofConnector(seen: NamesSeen): Outcome<Code>[] {
  const hostname = seen.typed.url?.hostname;
  const all: readonly Code[] = [...ofAddresses, 'dns.public-view-unavailable'];
  if (hostname === undefined) return [skip('not-reached', ...all)];
  if (seen.typed.local || ipLiteral(hostname) || isPrivateHostname(hostname)) return [skip('not-applicable', ...all)];
  const resolution = observed(seen['public-resolution']);
  if (resolution && resolution.status !== 'unavailable') return inPublic(seen, resolution);
  const unseen = skip(resolution ? 'not-reached' : whyNot(seen['public-resolution']), ...ofAddresses);
  return [...unavailable(resolution, hostname, seen), ...inLocalView(seen, hostname), unseen];
}

function unavailable(
  resolution: PublicResolution | undefined,
  host: string,
  seen: Pick<NamesSeen, 'public-resolution'>,
): Outcome<Code>[] {
  if (!resolution) return [skip(whyNot(seen['public-resolution']), 'dns.public-view-unavailable')];
  const values = { host, resolver: resolution.resolver, said: resolution.detail || 'no answer' };
  return [found('dns.public-view-unavailable', { values })];
}

function inPublic(seen: NamesSeen, resolution: PublicResolution): Outcome<Code>[] {
  const { a, aaaa, host, resolver } = resolution;
  const view = `the internet (${resolver})`;
  const split = splitHorizon(seen, resolution);
  const finding = (code: AddressCode, addresses: readonly string[]): Found<Code> =>
    found(code, { values: { host, view, asked: 'public', addresses: addresses.join(', '), records: recordsOf(aaaa) } });
  // Of addresses that nobody has nothing can be said.
  const ofFound = ['dns.private-address', 'dns.mixed-addresses'] as const;
  if (split && a.length === 0) return [split, skip('not-reached', 'dns.not-found', 'dns.no-a-record', ...ofFound)];
  // Where the machine's own view is no evidence, a horizon cannot be seen to be split.
  const unseen = split || localView(seen) ? [] : [skip('vantage', 'dns.split-horizon')];
  if (a.length === 0) {
    const exists = resolution.status === 'answered';
    return [
      exists ? finding('dns.no-a-record', aaaa) : finding('dns.not-found', []),
      skip('not-reached', ...(exists ? ofFound : (['dns.no-a-record', ...ofFound] as const))),
      ...unseen,
    ];
  }
  const bad = a.filter((address) => !isGloballyRoutable(address));
  if (bad.length === 0) return unseen;
  if (bad.length < a.length) return [finding('dns.mixed-addresses', bad), ...unseen];
  return [...(split ? [split] : []), finding('dns.private-address', bad), ...unseen];
}

/** Works here and nowhere else: the public view has no address for a host that was reached, or another, private one. */
function splitHorizon(seen: NamesSeen, { a, host }: PublicResolution): Found<Code> | undefined {
  const { typed, initialize } = seen;
  if (typed.connectTo || initialize.exchange.kind === 'failure') return undefined;
  const here = localView(seen);
  if (a.length > 0 && (!here || here.a.length === 0 || here.a.some((address) => a.includes(address)))) return undefined;
  const publicly = a.length === 0 ? 'knows no address for it' : `leads elsewhere, to ${a.join(', ')}`;
  return found('dns.split-horizon', { values: { host, publicly }, evidence: [initialize.exchange] });
}

/** What this machine alone can tell, without a public view; never a pass. */
function inLocalView(seen: NamesSeen, host: string): Outcome<Code>[] {
  const { exchange } = seen.initialize;
  const here = localView(seen);
  if (isVantageFault(seen)) return [skip('vantage', ...ofAddresses)];
  // After a redirect the failure is another host’s.
  const reason = exchange.kind === 'failure' && exchange.redirects.length === 0 ? exchange.reason : null;
  const words = { host, view: 'this computer', asked: 'here' };
  const lookup = observed(seen['local-resolution']);
  if (here?.missing === true && lookup?.failure === 'no-data' && exchange.kind === 'failure')
    return withoutAddress(words, exchange);
  if (here?.missing === true && exchange.kind === 'failure') return [notFound(seen, words, 'likely')];
  if (reason === 'dns') return [notFound(seen, words, 'possible')];
  // Without an answer of the resolver it is the address that was dialled, and that may be a proxy’s.
  const asked = lookup && lookup.failure !== 'failed' ? 'here' : 'connected';
  return likely(
    here ?? { a: [], aaaa: [] },
    { ...words, asked },
    exchange,
    reason === 'private-address' && !seen.typed.connectTo,
  );
}

function notFound({ initialize }: NamesSeen, values: LocalWords, confidence: 'likely' | 'possible'): Found<Code> {
  return found('dns.not-found', { values, evidence: [initialize.exchange], confidence });
}

interface LocalWords {
  readonly [name: string]: string;
  readonly host: string;
  readonly view: string;
}

function withoutAddress(words: LocalWords, exchange: Exchange): Outcome<Code>[] {
  const values = { ...words, addresses: '', records: 'none' };
  return [found('dns.no-a-record', { confidence: 'likely', values, evidence: [exchange] })];
}

function recordsOf(aaaa: readonly string[]): 'none' | 'ipv6' {
  return aaaa.length > 0 ? 'ipv6' : 'none';
}

function likely(
  { a, aaaa }: Pick<LocalView, 'a' | 'aaaa'>,
  words: LocalWords,
  exchange: Exchange,
  wasRefused: boolean,
): Outcome<Code>[] {
  const finding = (code: AddressCode, addresses: readonly string[]): Outcome<Code>[] => [
    found(code, {
      confidence: 'likely',
      values: { ...words, addresses: addresses.join(', ') || 'a private network', records: recordsOf(aaaa) },
      evidence: [exchange],
    }),
  ];
  if (a.length === 0 && aaaa.length > 0) return finding('dns.no-a-record', aaaa);
  const bad = a.filter((address) => !isGloballyRoutable(address));
  // A mixture proves nothing here, unless it kept our own request from being sent.
  if (bad.length < a.length) return wasRefused && bad.length > 0 ? finding('dns.mixed-addresses', bad) : [];
  return bad.length > 0 || wasRefused ? finding('dns.private-address', bad) : [];
}

function ofDocuments(seen: DocumentsSeen & Pick<NamesSeen, 'initialize'>): Outcome<Code>[] {
  return failedDocuments(seen, seen.initialize.exchange.url).flatMap(({ exchange, step, subject }) => {
    if (exchange.reason !== 'dns') return [];
    const finding = failureFinding(exchange, subject, step, { view: 'this computer' });
    return finding ? [found('dns.not-found', { ...finding, confidence: 'likely' })] : [];
  });
}
