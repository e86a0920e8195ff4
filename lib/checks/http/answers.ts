import { defineCheck, found, skip, type Found, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap, Listing } from '../../kernel/evidence.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import type { Subject } from '../../kernel/finding.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { StepNumber } from '../../kernel/step.ts';
import { asksToWait } from './asked-wait.ts';
import { answerKind, type AnswerKind } from './answer-kind.ts';
import { answerValues, nearbyWords } from './answer-values.ts';
import { passedAsClaude } from './claude-user-agent.ts';
import { documentExchanges, refusedDocuments, type DocumentsSeen } from './document-answers.ts';
import { edgeOf } from './edge-marks.ts';
import { gatewayState, isMaintenance } from './gateway-state.ts';
import { sources, trackerIssue } from './sources.ts';
import { walkAnswer, walkAnswerUses, type WalkAnswer, type WalkAnswerSeen } from './walk-answer.ts';

const codes = [
  'http.rate-limited',
  'http.server-error',
  'http.gateway-error',
  'http.not-found',
  'http.html-response',
] as const satisfies readonly FindingCode[];

type Code = (typeof codes)[number];

/** Is the answer one that an app, or the server that hosts it, gives in place of MCP? */
export const httpAnswersCheck = defineCheck({
  topic: 'answers',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...walkAnswerUses, 'user-agents', 'listing', 'resource-metadata', 'authorization-server'],
  codes: {
    'http.rate-limited': {
      severity: 'problem',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server refuses because it was asked too often',
      detail:
        '{place, select, document {It answered HTTP status {status} (Too Many Requests) at {url}, where metadata of the sign-in is looked for.{wait} Repeated checks may have used the limit up; what stands there was not seen.} repeat {It answered a request at {url} with HTTP status {status} (Too Many Requests) that it had answered well a moment before.{wait} This check asks a few dozen times within seconds. All of Claude’s users come from the same few addresses, so a limit by address may be reached by them as well.} other {It answered HTTP status {status} (Too Many Requests).{wait} All of Claude’s users come from the same few addresses, so a limit by address is soon reached for everybody.}}',
      fix: '{place, select, document {Wait and run the check again. If it says so at the first run as well, raise the limit for /.well-known/.} other {{setting}}}',
      sources: [sources.troubleshooting, sources.tooManyRequests, sources.addresses],
    },
    'http.server-error': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server fails with an error of its own (HTTP {status})',
      detail:
        'The request reached the app at {host}, and the app failed while it answered: HTTP status {status}. Claude cannot go on from there.',
      fix: 'Look in the server’s log at the time of this check. If the connector is not yours, tell its operator.',
      sources: [sources.serverErrors],
    },
    'http.gateway-error': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title:
        '{state, select, flapping {Some requests fail with HTTP status {status}, and others are answered} maintenance {The server says that it is down for maintenance (HTTP {status})} unavailable {{host} says that it is not available just now (HTTP {status})} other {{vendor} is up, but the app behind it does not answer (HTTP {status})}}',
      detail:
        '{state, select, flapping {In this check {host} answered some requests to the same address, and failed on others with HTTP status {status}. Most likely there are several instances of the app and one of them is down, or the app breaks on certain requests.} maintenance {Its answer says so itself, for everybody who asks now.} unavailable {HTTP status {status} means that the server, or a proxy before it, cannot serve anybody for the moment: too much work, maintenance, or an app that does not run.} other {The answer for {host} comes from the proxy or hosting platform in front of the app: it could not reach the app, or got no usable answer from it.}}{wait}',
      fix: '{state, select, flapping {Look in the proxy’s or platform’s log which instance failed at the time of this check, and see that only healthy ones are asked.} maintenance {Wait until the maintenance is over and check again. If it stays so, end it in the app: WordPress, for one, leaves a file named .maintenance behind when an update breaks off.} other {{setting}}}',
      sources: [sources.serverErrors],
    },
    'http.not-found': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'you',
      title: 'Nothing is at this address (HTTP {status})',
      detail:
        'The server {host} answers, but not at {url}: HTTP status {status}.{gateway, select, yes { This is how Amazon API Gateway says that it has no such path, method or stage, although it speaks of a missing token.} other {}} {nearby} Claude uses the address exactly as it was entered.',
      fix: 'Compare the address with the connector’s documentation. If it is right, see that the MCP server is deployed and active there{gateway, select, yes {, with a route for POST in this stage} other {}}.',
      sources: [sources.notFound, trackerIssue(858)],
    },
    'http.html-response': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'you',
      title: 'A web page answers where an MCP server is expected',
      detail:
        'The address {url} answers with an HTML page (HTTP status {status}), made for people to read. {nearby} Claude needs the address of the MCP endpoint.',
      fix: 'Look in the connector’s documentation for the address of its MCP server: it often ends in /mcp, and may be on another host than the web site.',
      sources: [sources.sending, trackerIssue(858)],
    },
  },
  evaluate(seen) {
    const walk = walkAnswer(seen);
    const limited = firstLimited(seen, walk);
    const elsewhere = [...(limited ? [limited] : []), ...gatewayErrors(seen)];
    if (walk.kind === 'works') return [...unsteady(seen), ...elsewhere];
    if (walk.kind === 'sign-in') return elsewhere;
    if (walk.kind !== 'refused') return [...elsewhere, skip('not-reached', ...codes)];
    const { answer, exchange } = walk;
    const code = answerCodes[answer];
    if (!code) return roadEnds.includes(answer) ? [...elsewhere, skip('not-reached', ...codes)] : elsewhere;
    const own = code === 'http.gateway-error' ? [gatewayError(seen, exchange)] : [];
    const values = { ...answerValues(exchange), nearby: nearbyWords(seen) };
    const isNew = code !== 'http.rate-limited' && code !== 'http.gateway-error';
    return [
      ...(isNew ? [found(code, { values, evidence: [exchange] })] : own),
      ...elsewhere,
      ...(hidesTheRest.includes(answer) ? [skip('not-reached', ...codes.filter((each) => each !== code))] : []),
    ];
  },
});

const answerCodes: Readonly<Partial<Record<AnswerKind, Code>>> = {
  'rate-limited': 'http.rate-limited',
  'server-error': 'http.server-error',
  'gateway-error': 'http.gateway-error',
  'not-found': 'http.not-found',
  html: 'http.html-response',
};

/** Answers of something else than the server, which itself was not seen. */
const roadEnds: readonly AnswerKind[] = [
  'redirect',
  'tunnel-offline',
  'tunnel-interstitial',
  'login-wall',
  'bot-challenge',
  'edge-block',
];

const hidesTheRest: readonly AnswerKind[] = ['rate-limited', 'gateway-error'];

interface Seen extends WalkAnswerSeen, DocumentsSeen {
  readonly listing: Observation<Listing>;
  readonly 'user-agents': Observation<EvidenceMap['user-agents']>;
}

interface Place {
  readonly exchange: Exchange;
  readonly step: StepNumber;
  readonly subject?: Subject;
  readonly isRepeat?: boolean;
}

const warning = { severity: 'warning', confidence: 'likely' } as const;
const note = { severity: 'note', confidence: 'likely' } as const;

/** What was answered before, and is limited when it is asked again. */
function repeated(seen: Seen): readonly Place[] {
  const repeats = observed(seen['user-agents'])?.repeats ?? [];
  return repeats
    .filter(({ plain }) => plain.kind === 'response' && !asksToWait(plain))
    .map(({ what, exchange }) => ({ exchange, step: placeOf[what], isRepeat: true }));
}

const placeOf = { mcp: 3, 'resource-metadata': 5, 'authorization-server': 6 } as const;

function firstLimited(seen: Seen, walk: WalkAnswer): Found<Code> | undefined {
  const page = observed(seen.listing)?.pages.at(-1)?.exchange;
  const places: readonly Place[] = [
    ...(walk.kind === 'refused' && walk.answer === 'rate-limited'
      ? [{ exchange: walk.exchange, step: 3 as const }]
      : []),
    ...documentExchanges(seen, seen.initialize.exchange.url),
    ...(page ? [{ exchange: page, step: 11 as const }] : []),
    ...repeated(seen),
  ];
  for (const { exchange, isRepeat = false, ...where } of places) {
    if (exchange.kind !== 'response' || !asksToWait(exchange)) continue;
    const place = isRepeat ? 'repeat' : where.step === 3 || where.step === 11 ? 'server' : 'document';
    // Nobody knows yet whether others meet the limit.
    const own = { server: {}, document: warning, repeat: note }[place];
    // The same request was let through beside it: whether Claude meets the limit is open.
    const passed =
      place === 'server' && where.step === 3 ? passedAsClaude(observed(seen['user-agents'])?.repeats ?? []) : undefined;
    return found('http.rate-limited', {
      ...where,
      values: { ...answerValues(exchange), place },
      evidence: [exchange, passed?.exchange],
      ...own,
      ...(passed && { confidence: 'likely' as const }),
    });
  }
  return undefined;
}

/** A way in was found although the first request failed: the next one may fail again. */
function unsteady(seen: Seen): Outcome<Code>[] {
  const { exchange, reply } = seen.initialize;
  if (exchange.kind !== 'response' || answerKind(exchange, reply) !== 'gateway-error') return [];
  return [{ ...gatewayError(seen, exchange), severity: 'problem' }];
}

function gatewayError(seen: Seen, exchange: ResponseExchange): Found<Code> {
  const { state, beside } = gatewayState(seen, exchange);
  return found('http.gateway-error', {
    values: { ...answerValues(exchange), state },
    evidence: [exchange, beside],
    ...((state === 'flapping' || state === 'unavailable') && { confidence: 'likely' as const }),
  });
}

/** A document that nobody has, because the app behind another host’s proxy is down. */
function gatewayErrors(seen: Seen): Outcome<Code>[] {
  return refusedDocuments(seen, seen.initialize.exchange.url).flatMap(({ exchange, ...where }) => {
    if (!where.subject || !isGatewayStatus(exchange.status) || isOtherThanGateway(exchange)) return [];
    const values = { ...answerValues(exchange), state: isMaintenance(exchange) ? 'maintenance' : 'behind' };
    return [found('http.gateway-error', { ...where, values, evidence: [exchange] })];
  });
}

function isGatewayStatus(status: number): boolean {
  return (status >= 502 && status <= 504) || (status >= 520 && status < 530);
}

function isOtherThanGateway(exchange: ResponseExchange): boolean {
  const edge = edgeOf(exchange);
  return edge !== undefined && edge.kind !== 'gateway';
}
