import { defineCheck, found, skip, type Found, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { steps, type StepNumber } from '../../kernel/step.ts';
import { discoveryTimeoutMs, slowAnswerMs } from '../../standards/limits.ts';
import { speaksModern } from './first-answer.ts';
import { documentExchanges, type DocumentExchange } from './document-answers.ts';
import { isCutAtLimit, isLimitLowered, isOwnLimit } from './reading-limit.ts';
import { sources } from './sources.ts';

/** Does everything answer soon enough, and without end? */
export const paceCheck = defineCheck({
  topic: 'pace',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [
    'discover',
    'slash-form',
    'legacy-sse',
    'initialized',
    'listing',
    'resource-metadata',
    'authorization-server',
    'sign-in-endpoints',
  ],
  codes: {
    'http.slow': {
      severity: 'warning',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'An answer took {seconds} seconds',
      detail:
        'In step {step} ({name}) the answer from {host} took {seconds} seconds. Everything over {limit} seconds feels slow, and some of Claude’s requests give up after 10 seconds.',
      fix: 'Look at what the server does before it answers: a cold start, a database, another service. Keep one instance warm where the platform allows it.',
      sources: [sources.authentication],
    },
    'http.too-slow': {
      severity: 'blocker',
      confidence: 'certain',
      step: 6,
      who: 'author',
      title:
        '{what, select, token {The token endpoint probably} registration {The registration endpoint probably} other {Sign-in metadata}} takes longer than Claude waits',
      detail:
        '{url} gave no complete answer within {seconds} seconds. Claude gives up on discovery, registration and token endpoints after 10 seconds.{what, select, document {} other { It was asked with GET, which writes nothing; Claude sends a POST.}}',
      fix: '{what, select, document {Serve this document from memory or a file: it hardly ever changes.} other {Let the endpoint answer at once, also to a request that it does not accept.}} See that no firewall swallows the request, and that the host is not asleep.',
      sources: [sources.authentication],
    },
    'http.body-too-large': {
      severity: 'problem',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title:
        '{limit, select, own {A reply is longer than this check was told to read} other {A reply is too large to be read}}',
      detail:
        'The reply from {host} was still going on after {size}, and reading stopped there{limit, select, usual {} other {, because this check was told to read no more{vantage, select, extension {} other { (--max-body)}}}}. {limit, select, own {A sound server’s reply may be longer than that, so this says nothing of the server.} other {Clients give up on such replies or run out of memory.}}',
      fix: '{limit, select, own {{vantage, select, extension {Run the check again with the usual limit.} other {Run again without --max-body, or with a larger limit.}}} other {Send a smaller reply: page long lists, and see that the stream ends after the reply.}}',
      sources: [sources.building, sources.sending],
    },
  },
  evaluate(seen) {
    const documents = documentExchanges(seen, seen.initialize.exchange.url);
    const late = [...documents, ...lookedAt(seen)].find(({ exchange }) => isTooLate(exchange));
    const walk = walkExchanges(seen);
    return [
      ...slow(
        seen,
        walk.filter((exchange) => exchange !== late?.exchange),
      ),
      ...tooSlow(seen, documents, late),
      ...tooLarge(seen, walk),
    ];
  },
});

interface Seen {
  readonly initialize: EvidenceMap['initialize'];
  readonly discover: Observation<EvidenceMap['discover']>;
  readonly 'slash-form': Observation<EvidenceMap['slash-form']>;
  readonly 'legacy-sse': Observation<EvidenceMap['legacy-sse']>;
  readonly initialized: Observation<EvidenceMap['initialized']>;
  readonly listing: Observation<EvidenceMap['listing']>;
  readonly 'resource-metadata': Observation<EvidenceMap['resource-metadata']>;
  readonly 'authorization-server': Observation<EvidenceMap['authorization-server']>;
  readonly 'sign-in-endpoints': Observation<EvidenceMap['sign-in-endpoints']>;
}

/** What may come too late: a document, or an endpoint at which Claude itself waits. */
type Awaited = Pick<DocumentExchange, 'exchange' | 'subject'> & {
  readonly step: StepNumber;
  readonly what?: 'token' | 'registration';
};

/** A person’s browser waits longer at the authorization endpoint. */
function lookedAt(seen: Seen): readonly Awaited[] {
  return (observed(seen['sign-in-endpoints'])?.endpoints ?? []).flatMap(({ role, exchange, url }) => {
    if (role === 'authorization' || exchange === null) return [];
    const subject = { kind: 'authorization-server', url: originOf(url) } as const;
    return [{ exchange, subject, step: role === 'token' ? (9 as const) : (7 as const), what: role }];
  });
}

/** What Claude would ask too; the stream of the older transport stays open by design and is left out. */
function walkExchanges(seen: Seen): readonly Exchange[] {
  const discover = observed(seen.discover);
  const sse = observed(seen['legacy-sse']);
  const listing = observed(seen.listing) ?? sse?.listing;
  return [
    seen.initialize.exchange,
    ...(discover && speaksModern(discover.reply) ? [discover.exchange] : []),
    ...[observed(seen['slash-form'])?.exchange, sse?.initialize?.exchange, observed(seen.initialized)?.exchange],
    ...(listing?.pages.map((page) => page.exchange) ?? []),
    ...documentExchanges(seen, seen.initialize.exchange.url).map(({ exchange }) => exchange),
  ].filter((exchange) => exchange !== undefined);
}

function slow(seen: Seen, walk: readonly Exchange[]): Outcome<'http.slow'>[] {
  const answers = walk.filter(isAnswer);
  if (answers.length === 0) return [skip('not-reached', 'http.slow')];
  const slowest = answers.reduce((a, b) => (b.timing.durationMs > a.timing.durationMs ? b : a));
  if (slowest.timing.durationMs <= slowAnswerMs) return [];
  const step = slowest.step ?? 3;
  const values = {
    seconds: seconds(slowest.timing.durationMs),
    step,
    name: steps[step],
    host: hostOf(slowest.finalUrl),
    limit: seconds(slowAnswerMs),
  };
  return [found('http.slow', { step, values, ...subjectOf(seen, slowest), evidence: [slowest] })];
}

/** A body that never ended is no slow answer: another code says so. */
function isAnswer(exchange: Exchange): exchange is ResponseExchange {
  return exchange.kind === 'response' && (exchange.bodyEnd === 'complete' || exchange.bodyEnd === 'enough');
}

function subjectOf(seen: Seen, exchange: Exchange): Pick<Found<'http.slow'>, 'subject'> {
  const documents = documentExchanges(seen, seen.initialize.exchange.url);
  const subject = documents.find((document) => document.exchange === exchange)?.subject;
  return subject ? { subject } : {};
}

function tooSlow(
  seen: Seen,
  documents: readonly DocumentExchange[],
  late: Awaited | undefined,
): Outcome<'http.too-slow'>[] {
  if (!late) {
    if (documents.length > 0) return [];
    const { exchange } = seen.initialize;
    const isOpen = seen.initialize.reply.kind === 'result';
    return [
      skip(isOpen ? 'not-applicable' : exchange.kind === 'failure' ? 'not-reached' : 'prerequisite', 'http.too-slow'),
    ];
  }
  const { exchange, what = 'document', ...where } = late;
  const values = { url: exchange.url, seconds: seconds(exchange.timing.durationMs), what };
  // Claude sends a POST there, which may be answered sooner than a GET.
  const confidence = what === 'document' ? 'certain' : 'likely';
  return [found('http.too-slow', { ...where, values, confidence, evidence: [exchange] })];
}

/** On these documents our own limit reads as Claude’s: it may be shorter, and the server had not answered by then. */
function isTooLate(exchange: Exchange): boolean {
  if (exchange.kind === 'failure') return exchange.reason === 'timeout';
  return exchange.bodyEnd === 'timeout' || exchange.timing.durationMs > discoveryTimeoutMs;
}

function tooLarge(seen: Seen, walk: readonly Exchange[]): Outcome<'http.body-too-large'>[] {
  const cut = walk.find(isCutAtLimit);
  if (!cut) {
    const isAnswered = walk.some(({ kind }) => kind === 'response');
    return isAnswered ? [] : [skip('not-reached', 'http.body-too-large')];
  }
  const step: StepNumber = cut.step ?? 3;
  const limit = isOwnLimit(cut) ? 'own' : isLimitLowered(cut) ? 'lowered' : 'usual';
  const values = { host: hostOf(cut.finalUrl), size: sizeWords(cut.bodyBytes), limit };
  if (limit === 'own') {
    return [found('http.body-too-large', { step, values, subject: { kind: 'browser' }, evidence: [cut] })];
  }
  // Where it is the first reply, there is nothing to go on with.
  const isFirst = cut === seen.initialize.exchange && seen.initialize.reply.kind !== 'result';
  const rest = { ...subjectOf(seen, cut), ...(isFirst && { severity: 'blocker' as const }) };
  return [found('http.body-too-large', { step, values, ...rest, evidence: [cut] })];
}

function sizeWords(bytes: number): string {
  if (bytes < 10_240) return `${bytes} bytes`;
  return bytes >= 1_048_576 ? `${Math.round(bytes / 104_857.6) / 10} MiB` : `${Math.round(bytes / 1_024)} KiB`;
}

/** Whole seconds, with one decimal below ten. */
function seconds(ms: number): number {
  return ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1_000);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
