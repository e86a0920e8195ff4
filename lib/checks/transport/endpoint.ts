import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap, NearbyPath } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Values } from '../../kernel/finding.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { AnswerKind } from '../http/answer-kind.ts';
import { answerValues, quoted } from './answer-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { opening, sseOpens, type Opening } from './opening.ts';
import { issue, sources } from './sources.ts';
import { versionDefect, versionUses, type VersionsSeen } from './versions.ts';
import { whyNot } from './why-not.ts';

type Code =
  | 'transport.wrong-path'
  | 'transport.not-mcp'
  | 'transport.post-not-allowed'
  | 'transport.accept-rejected'
  | 'transport.host-not-allowed';

type Refused = Extract<Opening, { kind: 'refused' }>;
type EndpointSeen = VersionsSeen & { readonly 'nearby-paths': Observation<EvidenceMap['nearby-paths']> };

const allCodes: readonly Code[] = [
  'transport.wrong-path',
  'transport.not-mcp',
  'transport.post-not-allowed',
  'transport.accept-rejected',
  'transport.host-not-allowed',
];

/** Is this URL an MCP endpoint, and does it take a client's request? */
export const endpoint = defineCheck({
  topic: 'endpoint',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...versionUses, 'nearby-paths'],
  codes: {
    'transport.wrong-path': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'you',
      title: 'This address is not the MCP endpoint, but {target} is',
      detail:
        'The address given does not answer as an MCP server. A nearby one on the same host does: {target}. Claude uses the address exactly as it was entered and does not search.{sse, select, yes { It speaks the older HTTP+SSE transport, which Claude still takes and is withdrawing.} other {}}',
      fix: 'Remove the connector and add it again with {target}.{slash, select, yes { Claude strips a slash at the end, so the server must also answer without it.} other {}}{sse, select, yes { Better, see whether the server can serve Streamable HTTP, the transport that stays, and enter that address.} other {}}',
      sources: [sources.sending, issue('anthropics/claude-ai-mcp', 858), issue('anthropics/claude-ai-mcp', 299)],
    },
    'transport.not-mcp': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'you',
      title: 'The address answers, but not as an MCP server',
      detail: `The first request (initialize) was answered with HTTP status {status} and {empty, select, yes {an empty body} other {something that is no JSON-RPC message}}.${quoted} Claude needs the address of an MCP endpoint.`,
      fix: 'Check the connector’s address against its documentation: it often ends in /mcp. If the address is right, the server must answer POST requests with JSON-RPC.',
      sources: [sources.sending, issue('anthropics/claude-ai-mcp', 858)],
    },
    'transport.post-not-allowed': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The address does not take POST requests',
      detail: `The server answered POST with 405 (Method Not Allowed){allow, select, none {} other {; it allows {allow}}}, and no older transport (HTTP+SSE) works here either.${quoted} Every MCP message is sent with POST.`,
      fix: 'Route POST on this path to the MCP server, or enter the address that its documentation names.',
      sources: [sources.sending],
    },
    'transport.accept-rejected': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server refuses the Accept header that clients send',
      detail: `It answered 406 (Not Acceptable), although the request accepts both application/json and text/event-stream, as the protocol demands.${quoted}`,
      fix: 'Let the server, or the proxy before it, take “Accept: application/json, text/event-stream”; see that nothing on the way rewrites that header.',
      sources: [
        sources.sending,
        issue('modelcontextprotocol/python-sdk', 2349),
        issue('anthropics/claude-code', 45368),
      ],
    },
    'transport.host-not-allowed': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server does not know its own public name, {host}',
      detail: `It answered HTTP status {status}, because its protection against DNS rebinding takes only the host names that it was told, and {host} is not among them.${quoted}`,
      fix: 'Add {host} to the server’s allowed hosts (in the official libraries: allowedHosts or allowed_hosts), or let the proxy send a host name that is on the list.',
      sources: [sources.security],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    if (opened.kind === 'works') return [];
    if (opened.kind === 'unreached') return [skip('not-reached', ...allCodes)];
    // A 401 shows that POST is taken, and nothing else about what is behind the sign-in.
    if (opened.kind === 'sign-in') {
      return [skip('needs-sign-in', ...allCodes.filter((code) => code !== 'transport.post-not-allowed'))];
    }
    const wrongPath = betterPath(seen, opened);
    if (wrongPath) return wrongPath;
    return refusal(seen, opened);
  },
});

/** Answers that say something about the road or the host, and nothing about the path. */
const elsewhere: readonly AnswerKind[] = [
  'mcp',
  'redirect',
  'host-not-allowed',
  'tunnel-offline',
  'tunnel-interstitial',
  'bot-challenge',
  'edge-block',
  'rate-limited',
  'gateway-error',
];

/** The nearby path that answers as MCP when the given one does not, or undefined. */
export function nearbyEndpoint(nearby: Observation<EvidenceMap['nearby-paths']>): NearbyPath | undefined {
  const hits = (observed(nearby)?.tried ?? []).filter((path) => path.looksLikeMcp);
  // Claude strips a slash at the end, and the older transport is being withdrawn: such a hit is second choice.
  return (
    hits.find((path) => path.transport === 'streamable-http' && !endsInSlash(path.url)) ??
    hits.find((path) => !endsInSlash(path.url)) ??
    hits[0]
  );
}

function endsInSlash(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.length > 1 && url.endsWith('/');
}

function betterPath(seen: EndpointSeen, opened: Refused): Outcome<Code>[] | null {
  const target = nearbyEndpoint(seen['nearby-paths']);
  const is404Error = opened.answer === 'mcp' && opened.exchange.kind === 'response' && opened.exchange.status === 404;
  if (!target || (elsewhere.includes(opened.answer) && !is404Error)) return null;
  const values = {
    target: target.url,
    slash: endsInSlash(target.url) ? 'yes' : 'no',
    sse: target.transport === 'http+sse' ? 'yes' : 'no',
  };
  return [
    found('transport.wrong-path', { values, evidence: [opened.exchange, target.exchange] }),
    skip('not-reached', ...allCodes.filter((code) => code !== 'transport.wrong-path')),
  ];
}

function refusal(seen: EndpointSeen, opened: Refused): Outcome<Code>[] {
  // A client that falls back to the older transport is stopped there, and the checks of that speak.
  const isExplained = sseOpens(seen) || versionDefect(seen, opened) !== null;
  const code = isExplained ? undefined : codeOf(opened);
  const others = allCodes.filter((each) => each !== code && !isRuledOut(each, opened.answer));
  const nearby = seen['nearby-paths'];
  const skips = others.map((each) =>
    each === 'transport.wrong-path'
      ? skip(observed(nearby) ? 'not-applicable' : whyNot(nearby), each)
      : skip('not-reached', each),
  );
  if (!code) return skips;
  const { exchange, reply } = opened;
  return [
    found(code, { values: { ...answerValues(exchange, reply), ...about(opened) }, evidence: [exchange] }),
    ...skips,
  ];
}

function codeOf({ answer, reply, isFirst }: Refused): Code | undefined {
  if (answer === 'method-not-allowed') return 'transport.post-not-allowed';
  if (answer === 'not-acceptable') return 'transport.accept-rejected';
  if (answer === 'host-not-allowed') return 'transport.host-not-allowed';
  if (answer === 'client-error') return 'transport.not-mcp';
  if (answer === 'other') return reply.kind === 'wrong-content-type' ? undefined : 'transport.not-mcp';
  // These are the checks’ of HTTP, unless they look at another answer.
  return !isFirst && ['html', 'not-found', 'server-error', 'redirect'].includes(answer)
    ? 'transport.not-mcp'
    : undefined;
}

/** An answer in JSON-RPC proves that this is MCP, that POST is taken, and that neither Accept nor Host was refused. */
function isRuledOut(code: Code, answer: AnswerKind): boolean {
  return answer === 'mcp' || (answer === 'no-reply' && code === 'transport.post-not-allowed');
}

function about({ exchange }: Refused): Values {
  const url = exchange.kind === 'response' ? exchange.finalUrl : exchange.url;
  const allow = exchange.kind === 'response' ? inOneLine(exchange.headers['allow'] ?? '') : '';
  return {
    host: URL.canParse(url) ? new URL(url).host : url,
    allow: allow === '' ? 'none' : allow,
    empty: isEmpty(exchange) ? 'yes' : 'no',
  };
}

function isEmpty(exchange: Exchange): boolean {
  return exchange.kind === 'response' && exchange.body.trim() === '';
}
