import { describe, expect, it } from 'vitest';
import { answerKind } from '../../../../lib/checks/http/answer-kind.ts';
import { malformedAnswerCheck } from '../../../../lib/checks/http/malformed-answer.ts';
import { refusalsCheck } from '../../../../lib/checks/http/refusals.ts';
import { statedRefusal } from '../../../../lib/checks/http/stated-refusal.ts';
import { exchange, failedExchange, healthy, judged, missingServer, rpc } from '../../../support/evidence-builders.ts';

const page = (body: string): string => `<!doctype html><html><body>${body}</body></html>`;
const noReply = { kind: 'empty' } as const;
const apiGateway = { 'x-amzn-errortype': 'MissingAuthenticationTokenException' };

describe('statedRefusal', () => {
  it.each([
    ['csrf', exchange(403, page('<p>CSRF verification failed. Request aborted.</p>'))],
    ['csrf', exchange(419, page('<h1>Page Expired</h1>'))],
    ['csrf', exchange(422, page('The change you wanted was rejected.'))],
    ['csrf', exchange(403, 'Cross-site POST form submissions are forbidden')],
    ['origin-required', exchange(403, 'Forbidden: Origin header required')],
    ['origin-required', exchange(400, '{"error":"Missing Origin"}')],
    ['origin-required', exchange(403, '{"error":"Invalid origin: undefined"}')],
    ['address-refused', exchange(403, '{"error":"IP address not allowed"}')],
    ['address-refused', exchange(403, 'Your IP 203.0.113.7 is not whitelisted')],
    ['unknown-route', exchange(403, '{"message":"Missing Authentication Token"}', apiGateway)],
  ])('reads %s', (refusal, answer) => {
    expect(statedRefusal(answer, noReply)).toBe(refusal);
  });

  it.each([
    ['a page that carries a token for its own forms', exchange(403, page('<meta name="csrf-token" content="x">No.'))],
    ['a page whose script does', exchange(403, page('<script>const csrf = "x";</script>No entry'))],
    ['a good answer that speaks of it', exchange(200, 'CSRF token missing')],
    ['a missing sign-in', exchange(403, '{"message":"Missing Authentication Token"}')],
    ['a web server behind a proxy', exchange(403, 'Missing origin server')],
    ['a wrong parameter', exchange(422, '{"error":"description is not allowed"}')],
    ['no answer', failedExchange('reset')],
  ])('finds none in %s', (_what, answer) => {
    expect(statedRefusal(answer, noReply)).toBeUndefined();
  });

  it('does not take the refusal of a foreign Origin for the want of one', () => {
    const variant = { era: 'modern', userAgent: 'connector-doctor', origin: 'https://claude.ai' } as const;
    expect(statedRefusal(exchange(403, 'Invalid Origin', {}, { variant }), noReply)).toBeUndefined();
  });

  it('keeps such answers from every other kind', () => {
    const kinds = [exchange(419, ''), exchange(403, 'IP address not allowed'), exchange(403, '{}', apiGateway)].map(
      (answer) => answerKind(answer, noReply),
    );
    expect(kinds).toEqual(['csrf', 'address-refused', 'not-found']);
  });
});

describe('refusals for a stated reason', () => {
  const said = (answer: ReturnType<typeof exchange>) => judged([refusalsCheck], { initialize: rpc(answer) });

  it('are quoted', () => {
    const { findings } = said(exchange(403, '{"error":"IP address not allowed"}'));
    expect(findings).toMatchObject([{ code: 'http.address-not-allowed', confidence: 'possible' }]);
    expect(findings[0]?.words.detail).toContain('The server said: “IP address not allowed”.');
  });

  it('are no fault of the sign-in where a framework wants its form token', () => {
    const { findings } = said(exchange(403, page('<p>CSRF verification failed. Request aborted.</p>')));
    expect(findings).toMatchObject([{ code: 'http.csrf-protection', confidence: 'certain' }]);
    expect(findings[0]?.words.fix).toContain('Exempt the MCP path');
  });

  it('are only likely about Origin, unless a request with one was answered', () => {
    const refused = exchange(403, 'Origin header required');
    expect(said(refused).findings).toMatchObject([{ code: 'http.origin-required', confidence: 'likely' }]);
    const proof = { ...rpc(exchange(200, '{}')), origin: 'https://claude.ai' };
    const { findings } = judged([refusalsCheck], { initialize: rpc(refused), 'browser-origin': proof });
    expect(findings).toMatchObject([{ confidence: 'certain' }]);
    expect(findings[0]?.words.detail).toContain('With “Origin: https://claude.ai” the server answered.');
  });

  it('are none where the server answers, and unknown where it was not seen', () => {
    expect(judged([refusalsCheck], { initialize: healthy() }).passed).toHaveLength(3);
    expect(said(exchange(502)).passed).toEqual([]);
  });
});

describe('an answer that cannot be read', () => {
  const said = (detail: string) =>
    judged([malformedAnswerCheck], { initialize: rpc(failedExchange('malformed-http', { detail })) }).findings[0];

  it.each([
    ['the content encoding gzip could not be decoded: incorrect header check', 'encoding'],
    ['Headers Overflow Error (UND_ERR_HEADERS_OVERFLOW)', 'headers'],
    ['Expected HTTP/, RTSP/ or ICE/ (HPE_INVALID_CONSTANT)', 'other'],
  ])('is named by what the client says: %s', (detail, how) => {
    expect(said(detail)).toMatchObject({ code: 'http.malformed-answer', step: 3, values: { how } });
    expect(said(detail)?.words.detail).toContain(detail);
  });

  it('may break off in the middle', () => {
    const cut = exchange(200, '{"jsonrpc', { 'content-length': '400' }, { bodyEnd: 'reset' });
    const { findings } = judged([malformedAnswerCheck], { initialize: rpc(cut, { kind: 'none' }) });
    expect(findings[0]?.words.detail).toContain('after 9 bytes of the body');
    expect(findings[0]?.words.detail).toContain('400 bytes were announced');
  });

  it('may be the authorization server’s', () => {
    const url = 'https://auth.acme.net/.well-known/oauth-authorization-server';
    const server = missingServer('https://auth.acme.net', failedExchange('malformed-http', { url }));
    const evidence = { initialize: rpc(exchange(401)), 'authorization-server': server };
    expect(judged([malformedAnswerCheck], evidence).findings).toMatchObject([
      { step: 6, subject: { kind: 'authorization-server' } },
    ]);
  });

  it('is no question of a connection that never stood', () => {
    const { found, passed } = judged([malformedAnswerCheck], { initialize: rpc(failedExchange('reset')) });
    expect([found, passed]).toEqual([[], []]);
  });
});
