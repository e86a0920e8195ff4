import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { EdgeKind } from '../../standards/edge-types.ts';
import type { AnswerKind } from './answer-kind.ts';
import { refusedDocuments } from './document-answers.ts';
import { edgeOf, passedOnThrough } from './edge-marks.ts';
import { sources, trackerIssue } from './sources.ts';
import { walkAnswer, walkAnswerUses, type WalkAnswerSeen } from './walk-answer.ts';

const codes = [
  'http.login-wall',
  'http.bot-challenge',
  'http.waf-block',
  'http.tunnel-offline',
  'http.tunnel-interstitial',
] as const satisfies readonly FindingCode[];

type Code = (typeof codes)[number];

/** Does something stand before the server, and answer in its place? */
export const edgeCheck = defineCheck({
  topic: 'edge',
  needs: ['initialize'],
  uses: [...walkAnswerUses, 'resource-metadata', 'authorization-server', 'user-agents'],
  codes: {
    'http.login-wall': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: '{vendor} shows a sign-in page before the server',
      detail:
        'The request to {host} ends at a sign-in page or gateway (HTTP status {status}) and never reaches the MCP server. Claude cannot sign in there: it signs in by OAuth with the server itself.',
      fix: '{setting}',
      sources: [sources.authentication, trackerIssue(410)],
    },
    'http.bot-challenge': {
      severity: 'blocker',
      confidence: 'likely',
      step: 3,
      who: 'author',
      title: '{vendor} asks for a browser before it lets anybody through',
      detail:
        'In place of {host} a challenge page answers (HTTP status {status}) that only a browser with a person can pass. Claude is a program and stops there. Seen from Claude’s own addresses it may differ, so this is likely and not certain.',
      fix: '{setting}',
      sources: [sources.troubleshooting, sources.addresses, trackerIssue(49)],
    },
    'http.waf-block': {
      severity: 'blocker',
      confidence: 'likely',
      step: 3,
      who: 'author',
      title: '{vendor} refuses the request before it reaches the server',
      detail:
        'The answer for {host} (HTTP status {status}) was made by a firewall or rule in front of the server and not by the server itself. Claude, which asks from 160.79.104.0/21, is likely to meet the same.',
      fix: '{setting}',
      sources: [sources.troubleshooting, sources.addresses, trackerIssue(49), trackerIssue(1061)],
    },
    'http.tunnel-offline': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The tunnel ({vendor}) is not connected to any server',
      detail:
        'The tunnel’s own page answers for {host} (HTTP status {status}): its other end, on the machine where the server runs, is not there.',
      fix: '{setting}',
      sources: [sources.troubleshooting, sources.serverErrors],
    },
    'http.tunnel-interstitial': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The tunnel ({vendor}) shows a warning page before the server',
      detail:
        'In place of {host} the tunnel’s own warning page answers (HTTP status {status}; shown to {audience}). It waits for a person’s click, which Claude cannot give.',
      fix: '{setting}',
      sources: [sources.troubleshooting, sources.sending],
    },
  },
  evaluate(seen) {
    const { exchange } = seen.initialize;
    const places = refusedDocuments(seen, exchange.url).flatMap(({ exchange: refused, ...rest }) => {
      const code = codeOf(edgeOf(refused)?.kind);
      return code ? [found(code, { ...rest, values: valuesOf(refused), evidence: [refused] })] : [];
    });
    return [...onceEach([...atTheEndpoint(seen), ...places]), ...shownToBrowsers(seen)];
  },
});

/** What stands before a host answers for all of its addresses alike: it is told once. */
function onceEach(outcomes: readonly Outcome<Code>[]): Outcome<Code>[] {
  const told = new Set<string>();
  return outcomes.filter((outcome) => {
    if (outcome.kind === 'skip') return true;
    const key = `${outcome.code} ${outcome.subject?.url ?? ''}`;
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  });
}

function atTheEndpoint(seen: WalkAnswerSeen): Outcome<Code>[] {
  const walk = walkAnswer(seen);
  if (walk.kind === 'unreached' || walk.kind === 'disguised-sign-in') return [skip('not-reached', ...codes)];
  if (walk.kind !== 'refused') return [];
  const { answer, exchange } = walk;
  const code = answerCodes[answer];
  if (!code) return roadEnds.includes(answer) ? [skip('not-reached', ...codes)] : [];
  // Without a product’s mark, only the page’s name says that it is for signing in.
  const confidence = answer === 'login-wall' && !edgeOf(exchange) ? 'likely' : undefined;
  const others = codes.filter((each) => each !== code);
  return [
    found(code, { values: valuesOf(exchange), evidence: [exchange], ...(confidence && { confidence }) }),
    skip('not-reached', ...others),
  ];
}

const answerCodes: Readonly<Partial<Record<AnswerKind, Code>>> = {
  'login-wall': 'http.login-wall',
  'bot-challenge': 'http.bot-challenge',
  'edge-block': 'http.waf-block',
  'tunnel-offline': 'http.tunnel-offline',
  'tunnel-interstitial': 'http.tunnel-interstitial',
};

/** Answers behind which the server itself was not seen. */
const roadEnds: readonly AnswerKind[] = ['redirect', 'gateway-error', 'rate-limited'];

const edgeCodes: Readonly<Partial<Record<EdgeKind, Code>>> = {
  challenge: 'http.bot-challenge',
  block: 'http.waf-block',
  'login-wall': 'http.login-wall',
  'tunnel-offline': 'http.tunnel-offline',
  'tunnel-interstitial': 'http.tunnel-interstitial',
};

function codeOf(kind: EdgeKind | undefined): Code | undefined {
  return kind && edgeCodes[kind];
}

function valuesOf(exchange: ResponseExchange, audience = 'programs as well') {
  const edge = edgeOf(exchange);
  return {
    vendor: edge?.vendor ?? passedOnThrough(exchange) ?? 'Something in front of the server',
    setting: edge?.setting ?? unknownSetting,
    status: exchange.status,
    host: URL.canParse(exchange.url) ? new URL(exchange.url).host : exchange.url,
    audience,
  };
}

const unknownSetting =
  'Find out which gateway, firewall or access rule stands before the server, and let the MCP, OAuth and /.well-known/ paths through it, at least for 160.79.104.0/21.';

/** A warning that only browsers see does not stop Claude, but explains what a person sees who opens the address. */
function shownToBrowsers(seen: { readonly 'user-agents': Observation<EvidenceMap['user-agents']> }): Outcome<Code>[] {
  const isWarning = (exchange: ResponseExchange): boolean => edgeOf(exchange)?.kind === 'tunnel-interstitial';
  for (const { as, exchange, plain } of observed(seen['user-agents'])?.repeats ?? []) {
    if (as !== 'browser' || exchange.kind !== 'response' || plain.kind !== 'response') continue;
    if (!isWarning(exchange) || isWarning(plain)) continue;
    const values = valuesOf(exchange, 'browsers only');
    return [found('http.tunnel-interstitial', { values, severity: 'note', evidence: [exchange, plain] })];
  }
  return [];
}
