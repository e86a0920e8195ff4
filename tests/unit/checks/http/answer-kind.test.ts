import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerKind, type AnswerKind } from '../../../../lib/checks/http/answer-kind.ts';
import type { RpcReply } from '../../../../lib/kernel/rpc-reply.ts';
import { endpoint, exchange, failedExchange, healthy, hops, rpc } from '../../../support/evidence-builders.ts';

const rpcError: RpcReply = { kind: 'error', via: 'json', error: { code: -32600, message: 'no', data: null } };
const kindOf = ({ exchange: answer, reply }: ReturnType<typeof rpc>): AnswerKind => answerKind(answer, reply);
const page = '<!doctype html><html><title>Acme</title></html>';
const metadata = 'Bearer resource_metadata="https://mcp.acme-tools.com/.well-known/oauth-protected-resource"';

describe('answerKind', () => {
  it.each<[AnswerKind, string, ReturnType<typeof rpc>]>([
    ['no-response', 'a reset', rpc(failedExchange('reset'))],
    ['mcp', 'a result', healthy()],
    ['mcp', 'a JSON-RPC error under 400', rpc(exchange(400, '{}'), rpcError)],
    ['server-error', 'a JSON-RPC error under 500', rpc(exchange(500, '{}'), rpcError)],
    ['sign-in', '401', rpc(exchange(401))],
    [
      'sign-in',
      '401 of an edge that knows MCP',
      rpc(exchange(401, page, { 'cf-access-domain': 'a', 'www-authenticate': metadata })),
    ],
    ['redirect', 'a 3xx that nobody followed', rpc(exchange(307, '', { location: 'https://www.acme.net/mcp' }))],
    [
      'redirect',
      '405 to the GET that a 301 made',
      rpc(exchange(405, '{}', {}, { redirects: hops(301, `${endpoint}/`) }), rpcError),
    ],
    [
      'not-found',
      '404 behind a 307 on the same host',
      rpc(exchange(404, '', {}, { redirects: hops(307, `${endpoint}/`) })),
    ],
    [
      'login-wall',
      'an app’s sign-in page',
      rpc(exchange(200, page, {}, { redirects: hops(302, 'https://mcp.acme-tools.com/login') })),
    ],
    ['rate-limited', '429', rpc(exchange(429, '{}'))],
    ['gateway-error', '502', rpc(exchange(502, page))],
    ['server-error', '501', rpc(exchange(501))],
    ['host-not-allowed', '421', rpc(exchange(421, 'Invalid Host header'))],
    ['host-not-allowed', '403 about the host', rpc(exchange(403, '{"error":"Invalid Host: mcp.acme-tools.com"}'))],
    [
      'forbidden',
      '403 in the app’s own JSON behind Cloudflare',
      rpc(exchange(403, '{"error":"no"}', { server: 'cloudflare', 'cf-ray': 'x' })),
    ],
    ['method-not-allowed', '405', rpc(exchange(405))],
    ['not-acceptable', '406', rpc(exchange(406))],
    ['not-found', '410', rpc(exchange(410))],
    ['client-error', '422', rpc(exchange(422, '{}'))],
    ['html', 'a page', rpc(exchange(200, page))],
    ['html', 'a page under the wrong name', rpc(exchange(200, page, { 'content-type': 'text/plain' }))],
    ['malformed', 'broken JSON', rpc(exchange(200, '{'), { kind: 'malformed-json', problem: 'it ends' })],
    ['no-reply', 'silence', rpc(exchange(200), { kind: 'none' })],
    [
      'no-reply',
      'a body past the limit',
      rpc(exchange(200, '[1,', {}, { bodyEnd: 'limit' }), { kind: 'malformed-json', problem: 'it ends' }),
    ],
    ['other', 'plain text', rpc(exchange(200, 'ok'))],
  ])('calls %s what is %s', (kind, _what, evidence) => {
    expect(kindOf(evidence)).toBe(kind);
  });

  it('has one kind for any status and body', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.string(), fc.string(), (status, body, location) => {
        expect(kindOf(rpc(exchange(status, body, { location })))).not.toBe('no-response');
      }),
    );
  });
});
