import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { RpcEvidence } from '../../kernel/evidence.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { isRpcPeer } from '../../kernel/rpc-reply.ts';
import { sources, trackerIssue } from './sources.ts';
import { redirectOf } from './redirect-defect.ts';
import { walkAnswer, walkAnswerUses } from './walk-answer.ts';

const fastMcp = 'https://github.com/PrefectHQ/fastmcp/issues/1466';

/** In the order in which one is told in place of those after it. */
const codes = [
  'http.redirect-loop',
  'http.redirect-insecure',
  'http.redirect-cross-host',
  'http.redirect-changes-method',
  'http.redirect-same-host',
] as const satisfies readonly FindingCode[];

/** Does the first request end where it was sent? */
export const redirectsCheck = defineCheck({
  topic: 'redirects',
  afterSignIn: true,
  needs: ['initialize'],
  uses: walkAnswerUses,
  codes: {
    'http.redirect-cross-host': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'you',
      title: 'The address leads to another host: {target}',
      detail:
        'The server answers HTTP status {status} and sends clients from {from} to {target}. On the way to another host the sign-in token (the Authorization header) is dropped, so the failure shows up later as an authorization error.',
      fix: '{answers, select, yes {Remove the connector and add it again with the address at which the redirect ends: {register}.} other {Compare the connector’s address with its documentation. No MCP server was seen at the end of the redirect, so that address is not the one to enter; if the connector is yours, let the server answer POST at {from} itself.}}',
      sources: [sources.troubleshooting, sources.redirects],
    },
    'http.redirect-insecure': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server sends clients to an unencrypted address: {target}',
      detail:
        'The request to {from} is answered by HTTP status {status} and a redirect to http://. Clients refuse it or lose the sign-in token and the request’s body. Often an app behind a proxy does not know that it is reached over https.',
      fix: 'Let the app trust the proxy’s X-Forwarded-Proto header, so that it builds https addresses, or register the address at which the redirect should end: {register}.',
      sources: [fastMcp, sources.redirects],
    },
    'http.redirect-changes-method': {
      severity: 'problem',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'A redirect turns the request into another one; the server’s own address is {target}',
      detail:
        'The request to {from} is answered by HTTP status {status} and a redirect to {target}. Many clients then send GET in place of POST and drop the body, so the MCP message is lost.',
      fix: 'Register {register}, if it answers directly, or let the server answer POST at {from} without a redirect.',
      sources: [trackerIssue(136), sources.redirects],
    },
    'http.redirect-same-host': {
      severity: 'warning',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The address redirects to {target}',
      detail:
        'The request to {from} is answered by HTTP status {status} and a redirect on the same host. Clients that follow it get there; it costs one more round trip for each request, and not every client follows it.',
      fix: 'Let the server answer at {from} directly. Registering {register} helps as well, unless it differs by the slash at the end, which Claude strips.',
      sources: [fastMcp, sources.redirects],
    },
    'http.redirect-loop': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The redirects never end',
      detail:
        'After {count} redirects clients still get no answer; the last one led to {target}. Clients give up then.',
      fix: 'Look for two rules that contradict each other, such as one that adds a slash and one that removes it, or https being forced behind a proxy that speaks http.',
      sources: [sources.redirects],
    },
  },
  evaluate(seen) {
    const { exchange } = seen.initialize;
    const defect = redirectOf(exchange);
    if (!defect) return exchange.kind === 'failure' ? [skip('not-reached', ...codes)] : [];
    // The way to the server’s own sign-in page is no fault beside the missing 401.
    if (walkAnswer(seen).kind === 'disguised-sign-in') return [skip('not-reached', ...codes)];
    const { code, status, from, target } = defect;
    const answers = isAnsweredAsMcp(seen.initialize) ? 'yes' : 'no';
    const values = { status, from, target, register: asHttps(target), count: exchange.redirects.length, answers };
    const hidden = codes.slice(codes.indexOf(code) + 1);
    return [found(code, { values, evidence: [exchange] }), skip('not-applicable', ...hidden)];
  },
});

/** Only an address that answered as MCP, or asked for a sign-in, is one to register. */
function isAnsweredAsMcp({ exchange, reply }: RpcEvidence): boolean {
  return exchange.kind === 'response' && (exchange.status === 401 || (isRpcPeer(reply) && exchange.status < 500));
}

function asHttps(url: string): string {
  return url.replace(/^http:/i, 'https:');
}
