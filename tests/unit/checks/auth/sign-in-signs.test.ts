import { describe, expect, it } from 'vitest';
import { refusesForWantOfSignIn, signInSign } from '../../../../lib/checks/auth/sign-in-signs.ts';
import type { RpcReply } from '../../../../lib/kernel/rpc-reply.ts';
import {
  answer,
  attempt,
  bearer,
  connector,
  documents,
  failure,
  goodResource,
  metadataUrl,
  origin,
  resource,
  rpcError,
} from './sign-in-evidence.ts';

const other: RpcReply = { kind: 'other-type', contentType: 'application/json' };
const valid = resource(goodResource(), 'path');

describe('refusesForWantOfSignIn', () => {
  it.each([
    ['a challenge on 403', answer(403, '', { 'www-authenticate': bearer }), other],
    [
      'a challenge on 400',
      answer(400, { error: 'x' }, { 'www-authenticate': 'Bearer error="invalid_request"' }),
      other,
    ],
    ['FastAPI’s HTTPBearer', answer(403, { detail: 'Not authenticated' }), other],
    ['a JSON member', answer(403, { error: 'unauthorized', message: 'Missing bearer token' }), other],
    ['an error code in snake case', answer(400, { error: { code: 'missing_token' } }), other],
    ['a list of errors', answer(400, { errors: [{ message: 'Authentication required' }] }), other],
    ['a JSON-RPC error on 200', answer(200), rpcError('Unauthorized: missing access token')],
    [
      'a tool error',
      answer(200),
      {
        kind: 'result',
        via: 'json',
        result: { isError: true, content: [{ type: 'text', text: 'Please sign in first' }] },
      } as RpcReply,
    ],
    ['a short plain text', answer(500, 'No authorization header'), other],
    ['an API key', answer(403, { message: 'Invalid API key' }), other],
  ] as const)('knows %s', (_name, exchange, reply) => {
    expect(refusesForWantOfSignIn(exchange, reply, undefined)).toBe(true);
  });

  it.each([
    ['a 401 itself', answer(401, { error: 'unauthorized' }, { 'www-authenticate': bearer }), other],
    ['no answer', failure('reset'), { kind: 'failed' } as RpcReply],
    [
      'a challenge on an answer that did its work',
      answer(200, '', { 'www-authenticate': bearer }),
      { kind: 'result', via: 'json', result: {} } as RpcReply,
    ],
    ['an unknown session', answer(404), rpcError('Session not found')],
    ['a parser’s error', answer(400), rpcError('Unexpected token < in JSON at position 0', -32_700)],
    ['an unknown host', answer(403, 'Invalid Host header'), other],
    ['an anti-forgery token', answer(403, { detail: 'CSRF Failed: CSRF token missing.' }), other],
    ['a route that an AWS gateway does not know', answer(403, { message: 'Missing Authentication Token' }), other],
    ['a page about signing in', answer(403, '<html>Unauthorized</html>', { 'content-type': 'text/html' }), other],
    ['overload', answer(429, { error: 'unauthorized' }), other],
    [
      'Cloudflare Access',
      answer(302, '', { 'www-authenticate': 'Cloudflare-Access resource_metadata="https://x.dev/"' }),
      other,
    ],
  ] as const)('does not take %s for one', (_name, exchange, reply) => {
    expect(refusesForWantOfSignIn(exchange, reply, undefined)).toBe(false);
  });

  it('reads it from the metadata beside a refusal that says nothing', () => {
    expect(signInSign(answer(403, 'Forbidden'), other, valid)).toBe('metadata');
    expect(signInSign(answer(500, ''), other, valid)).toBe('metadata');
    expect(signInSign(answer(302, ''), other, valid)).toBe('metadata');
    expect(signInSign(answer(404, 'Cannot POST /mcp'), other, valid)).toBe('metadata');
  });

  it('does not read it from metadata that proves nothing', () => {
    const wildcard = resource(goodResource({ resource: `${origin}/other` }), 'path');
    const empty = resource(goodResource({ authorization_servers: [] }), 'path');
    const missing = documents(attempt(metadataUrl, 'path', answer(404)));
    expect(signInSign(answer(404, ''), other, wildcard)).toBeNull();
    expect(signInSign(answer(403, ''), other, empty)).toBeNull();
    expect(signInSign(answer(403, ''), other, missing)).toBeNull();
    expect(signInSign(answer(400), rpcError('Server not initialized'), valid)).toBeNull();
    expect(signInSign(answer(403), rpcError('Invalid Host: mcp.acme.dev'), valid)).toBeNull();
    expect(signInSign(answer(405, ''), other, valid)).toBeNull();
  });

  it('sees the app’s own sign-in page behind a redirect', () => {
    const redirects = [{ status: 302, from: connector, to: `${origin}/login?next=%2Fmcp` }];
    const page = answer(200, '<form></form>', { 'content-type': 'text/html' }, { redirects });
    expect(signInSign(page, other, valid)).toBe('metadata');
    expect(signInSign(page, other, undefined)).toBeNull();
  });
});
