import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap, UserAgents } from '../../kernel/evidence.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import type { Subject } from '../../kernel/finding.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { StepNumber } from '../../kernel/step.ts';
import { mediaType } from '../../parsing/media-type.ts';
import { edges } from '../../standards/edges.ts';
import { asksToWait } from './asked-wait.ts';
import { edgeOf, passedOnThrough } from './edge-marks.ts';
import { sources, trackerIssue } from './sources.ts';

type Repeat = UserAgents['repeats'][number];

/** Is a request refused for no other reason than the name that Claude gives itself? */
export const claudeUserAgentCheck = defineCheck({
  topic: 'claude-user-agent',
  needs: ['user-agents'],
  uses: ['initialize'],
  codes: {
    'http.claude-user-agent-blocked': {
      severity: 'blocker',
      confidence: 'likely',
      step: 3,
      who: 'author',
      title: '{vendor} refuses requests that call themselves {userAgent}, as Claude’s do',
      detail:
        'The same request was let through as {passedAs} and {how, select, dropped {cut off without an answer, twice,} elsewhere {sent elsewhere by a redirect} other {refused (HTTP status {status})}} as {userAgent}. Some services check a bot’s address as well as its name, and ours is not Claude’s; so this is likely and not certain.',
      fix: '{setting}',
      sources: [trackerIssue(49), trackerIssue(1061), trackerIssue(653), sources.addresses],
    },
    'http.own-user-agent-refused': {
      severity: 'problem',
      confidence: 'likely',
      step: 3,
      who: 'you',
      title: 'This check is refused by its name, and Claude is not',
      detail:
        '{vendor} refused the request with HTTP status {status} as {own} (the User-Agent) and answered the same request as {userAgent}, which is what Claude sends. So nothing is wrong for Claude there, but the rest could not be examined.',
      fix: '{vantage, select, extension {Let this name through; the command line can also ask under another one.} other {Run again with --user-agent and another name, or let this one through.}} For Claude nothing needs to change.',
      sources: [sources.forbidden, sources.addresses],
    },
  },
  evaluate({ 'user-agents': { repeats }, ...seen }) {
    return [...blockedAsClaude(repeats), ...refusedAsWe(repeats, seen.initialize)];
  },
});

function refusedAsWe(
  repeats: readonly Repeat[],
  initialize: Observation<EvidenceMap['initialize']>,
): Outcome<'http.own-user-agent-refused'>[] {
  const first = observed(initialize)?.exchange;
  const asClaude = passedAsClaude(repeats);
  if (!asClaude) return [];
  const { plain, exchange, userAgent } = asClaude;
  // The first request must have met the same: otherwise the walk was not stopped by it.
  if (plain.kind !== 'response' || first?.kind !== 'response' || !isRefused(first) || !isRefused(plain)) return [];
  const values = {
    own: plain.variant.userAgent,
    userAgent,
    status: first.status,
    vendor: vendorOf(first) ?? 'Something in front of the server, or the server itself,',
  };
  const evidence = [first, plain, exchange];
  return [found('http.own-user-agent-refused', { subject: { kind: 'browser' }, values, evidence })];
}

/** The MCP request that was refused under our own name and answered under Claude's, else undefined. */
export function passedAsClaude(repeats: readonly Repeat[]): Repeat | undefined {
  return repeats.find(
    ({ what, as, plain, exchange }) =>
      what === 'mcp' && as === 'claude' && plain.kind === 'response' && !passes(plain) && passes(exchange),
  );
}

function blockedAsClaude(repeats: readonly Repeat[]): Outcome<'http.claude-user-agent-blocked'>[] {
  for (const refused of repeats) {
    const passed = passedBeside(refused, repeats);
    const how = passed && refusal(refused.exchange, passed);
    if (!how) continue;
    const values = {
      userAgent: refused.userAgent,
      passedAs: passed === refused.plain ? 'Connector Doctor' : 'a browser',
      how,
      status: refused.exchange.kind === 'response' ? refused.exchange.status : 0,
      vendor: vendorOf(refused.exchange) ?? 'Something in front of the server',
      setting: settingOf(refused.exchange),
    };
    const where = placeOf(refused, repeats);
    return [found('http.claude-user-agent-blocked', { ...where, values, evidence: [refused.exchange, passed] })];
  }
  const asClaude = repeats.filter(({ as }) => as !== 'browser');
  const isJudged = asClaude.some(
    (repeat) =>
      repeat.exchange.kind === 'response' &&
      repeat.exchange.status < 500 &&
      !asksToWait(repeat.exchange) &&
      !isLimit(repeat) &&
      passes(repeat.plain),
  );
  return isJudged ? [] : [skip('not-reached', 'http.claude-user-agent-blocked')];
}

/** The same request that was let through under another name, else undefined. */
function passedBeside(repeat: Repeat, repeats: readonly Repeat[]): Exchange | undefined {
  if (repeat.as === 'browser' || isLimit(repeat)) return undefined;
  if (passes(repeat.plain)) return repeat.plain;
  const browser = repeats.find(({ what, as }) => what === repeat.what && as === 'browser');
  return browser && passes(browser.exchange) ? browser.exchange : undefined;
}

/** Asked once more under the name that had passed, it was refused as well: whoever asks last meets a limit, or a failure. */
function isLimit({ control }: Repeat): boolean {
  return control !== undefined && !passes(control);
}

/** How a request was refused that passed under another name, else undefined. */
function refusal(exchange: Exchange, passed: Exchange): 'status' | 'dropped' | 'elsewhere' | undefined {
  if (exchange.redirects.length > passed.redirects.length) return 'elsewhere';
  // The probe asks again before it believes in a lost connection.
  if (exchange.kind === 'failure') return exchange.reason === 'reset' ? 'dropped' : undefined;
  // Whoever asks last meets a limit first: it says nothing of the name.
  if (asksToWait(exchange)) return undefined;
  const isPlain: boolean = isRefused(exchange);
  if (isPlain) return 'status';
  // What fails, or is not there for a moment, refuses nobody by name.
  if (exchange.status < 400 || exchange.status >= 500 || passing.includes(exchange.status)) return undefined;
  // Servers refuse what they do not know in JSON, with a 400 as well; a page in its place is somebody else's refusal.
  return !isJson(exchange) && isJson(passed) ? 'status' : undefined;
}

const passing: readonly number[] = [404, 408, 410, 421, 425];

function isJson(exchange: Exchange): boolean {
  return exchange.kind === 'response' && /\bjson$/.test(mediaType(exchange.headers['content-type']) ?? '');
}

/** A 429 alone may only mean that we asked too often. */
function isRefused(exchange: Exchange): exchange is ResponseExchange {
  if (exchange.kind !== 'response') return false;
  const kind = edgeOf(exchange)?.kind;
  if (exchange.status === 403 || exchange.status === 406 || kind === 'challenge') return true;
  return kind === 'block' && exchange.status < 500;
}

function passes(exchange: Exchange): boolean {
  return exchange.kind === 'response' && exchange.status < 500 && exchange.status !== 429 && !isRefused(exchange);
}

function vendorOf(exchange: Exchange): string | undefined {
  if (exchange.kind === 'failure') return undefined;
  return edgeOf(exchange)?.vendor ?? passedOnThrough(exchange);
}

function settingOf(exchange: Exchange): string {
  const vendor = vendorOf(exchange);
  const own = exchange.kind === 'response' ? edgeOf(exchange) : undefined;
  const known = own ?? edges.find((edge) => edge.vendor === vendor && edge.kind === 'block');
  return (
    known?.setting ??
    'Look for a rule that refuses AI bots or unknown programs by their User-Agent, and let Claude-User and python-httpx through it on the MCP, OAuth and /.well-known/ paths.'
  );
}

function placeOf(
  { what, plain }: Repeat,
  repeats: readonly Repeat[],
): { readonly step: StepNumber; readonly subject?: Subject } {
  if (what === 'mcp') return { step: 3 };
  const step = what === 'resource-metadata' ? 5 : 6;
  const mcp = repeats.find((repeat) => repeat.what === 'mcp');
  const origin = originOf(plain.url);
  if (!mcp || originOf(mcp.plain.url) === origin) return { step };
  return { step, subject: { kind: 'authorization-server', url: origin } };
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
