import { describe, expect, it } from 'vitest';
import { signedIn } from '../../../../lib/checks/auth/signed-in.ts';
import type { RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import type { SignInFailure } from '../../../../lib/kernel/evidence-signed-in.ts';
import type { Exchange } from '../../../../lib/kernel/exchange.ts';
import { answer, judge } from './sign-in-evidence.ts';
import { behind, endedBy, issued, opened, round, signIn } from './signed-in-evidence.ts';

const rejected = 'auth.token-rejected';
const renewal = 'auth.refresh-fails';

function refusedInWords(message: string, status = 200): RpcEvidence {
  const error = { code: -32001, message, data: null };
  return { exchange: answer(status, { error }), reply: { kind: 'error', via: 'json', error } };
}

const list = (page: RpcEvidence) => ({ era: 'legacy', pages: [page], tools: [], end: 'failed' }) as const;

describe('a token that is refused without a 401', () => {
  it.each<[string, Exchange, string]>([
    ['words in JSON', answer(400, { error: 'invalid_token' }), 'likely'],
    ['a challenge', answer(400, '', { 'www-authenticate': 'Bearer error="invalid_token"' }), 'certain'],
  ])('is told by its sign: %s', (_name, exchange, confidence) => {
    const { found } = judge(signedIn, behind({ 'signed-in-initialize': opened(exchange) }));
    const [finding] = found;
    expect(finding).toMatchObject({ code: rejected, step: 10, values: { soft: 'yes', status: 400 } });
    expect(finding?.confidence ?? 'certain').toBe(confidence);
  });

  it.each(['token_expired', 'jwt malformed', 'Token audience mismatch', 'Invalid token: audience mismatch'])(
    'is told by what servers say of tokens: %s',
    (message) => {
      const { found } = judge(
        signedIn,
        behind({ 'signed-in-initialize': { ...opened(), ...refusedInWords(message) } }),
      );
      expect(found).toMatchObject([{ code: rejected, confidence: 'likely' }]);
    },
  );

  it.each(['Unexpected token < in JSON', 'Internal error', 'CSRF token invalid'])(
    'is not read into other words, which are no pass either: %s',
    (message) => {
      const refused = { ...opened(), ...refusedInWords(message) };
      const { codes, skipped } = judge(signedIn, behind({ 'signed-in-initialize': refused }));
      expect(codes).toEqual([]);
      expect(skipped[rejected]).toBe('not-reached');
    },
  );

  it('is told where JSON-RPC alone says it, at the first request or at the list', () => {
    const first = behind({ 'signed-in-initialize': { ...opened(), ...refusedInWords('Unauthorized') } });
    expect(judge(signedIn, first).found).toMatchObject([
      { code: rejected, confidence: 'likely', values: { asked: 'initialize', said: 'Unauthorized' } },
    ]);
    const listed = behind({ 'signed-in-listing': list(refusedInWords('Unauthorized')) });
    const { found, skipped } = judge(signedIn, listed);
    expect(found).toMatchObject([{ code: rejected, step: 11, values: { asked: 'list' } }]);
    expect(skipped[renewal]).toBe('not-reached');
  });

  it('is told where a client meets it at the older transport', () => {
    const stream = answer(401, '', { 'www-authenticate': 'Bearer error="invalid_token"' });
    const closed = { stream, endpoint: null, refusedEndpoint: false, initialize: null, listing: null, asClient: true };
    const evidence = { 'signed-in-initialize': opened(answer(405)), 'signed-in-legacy-sse': closed };
    expect(judge(signedIn, behind(evidence)).found).toMatchObject([{ code: rejected, values: { status: 401 } }]);
  });

  it('is possible where only words of a made-up call say it', () => {
    const { found } = judge(signedIn, behind({ 'signed-in-call': refusedInWords('Unauthorized') }));
    expect(found).toMatchObject([{ code: rejected, severity: 'problem', confidence: 'possible' }]);
  });
});

describe('answers that say nothing of the token', () => {
  it.each([429, 500, 502, 503, 404, 302])('are not taken for a pass: HTTP %i', (status) => {
    const { codes, skipped } = judge(signedIn, behind({ 'signed-in-initialize': opened(answer(status)) }));
    expect(codes).toEqual([]);
    expect(skipped[rejected]).toBe('not-reached');
  });

  it('are those of requests that are open to everybody', () => {
    const open = { initialize: opened(), listing: { ...list(opened()), end: 'complete' as const } };
    const closed = judge(signedIn, behind({ ...open, 'signed-in-listing': list(opened()) }));
    expect(closed.passed).not.toContain(rejected);
  });
});

describe('a token of a size that no server takes', () => {
  it.each([
    [431, 100],
    [400, 40_000],
    [413, 40_000],
  ])('is told as such: HTTP %i', (status, length) => {
    const evidence = behind({
      'sign-in': signIn({ issued: { ...issued, length } }),
      'signed-in-initialize': opened(answer(status, '<h1>Request Header Or Cookie Too Large</h1>')),
    });
    expect(judge(signedIn, evidence).found).toMatchObject([
      { code: rejected, confidence: 'likely', values: { reason: 'size', length } },
    ]);
  });

  it('is not blamed for a 400 when it is short', () => {
    const evidence = behind({ 'signed-in-initialize': opened(answer(400, '<h1>Bad Request</h1>')) });
    expect(judge(signedIn, evidence).codes).toEqual([]);
  });
});

describe('a list that wants more scope', () => {
  const exchange = answer(403, '', { 'www-authenticate': 'Bearer error="insufficient_scope", scope="x"' });
  const page: RpcEvidence = { exchange, reply: { kind: 'empty' } };
  const error = { code: 'invalid_scope', description: '' };

  it.each<[string, Partial<SignInFailure>, string, string, string]>([
    ['showed a page', { why: 'page' }, 'note', 'possible', 'scope_unfinished'],
    ['was declined', { error: { ...error, code: 'access_denied' } }, 'note', 'possible', 'scope_unfinished'],
    ['was refused', { error }, 'blocker', 'likely', 'scope_refused'],
  ])('is judged by what became of the further sign-in: it %s', (_name, fault, severity, confidence, reason) => {
    const stepUp = { asked: 'list', refused: exchange, wanted: 'x', signIn: endedBy(fault) } as const;
    const { found } = judge(signedIn, behind({ 'signed-in-listing': list(page), 'step-up': stepUp }));
    expect(found).toMatchObject([{ code: rejected, confidence, values: { reason } }]);
    expect(found[0]?.severity ?? 'blocker').toBe(severity);
  });

  it('is not judged where the further sign-in was for another request', () => {
    const stepUp = { asked: 'initialize', refused: exchange, wanted: 'y', signIn: signIn() } as const;
    const { found } = judge(signedIn, behind({ 'signed-in-listing': list(page), 'step-up': stepUp }));
    expect(found).toMatchObject([{ code: rejected, severity: 'note', values: { reason: 'scope_once' } }]);
  });
});

describe('a renewed token', () => {
  const rounds = [round(null), round(null)];
  const sse = 'event: message\ndata: {"jsonrpc":"2.0","id":66,"error":{"code":-32001,"message":"Unauthorized"}}\n\n';

  it.each<[string, Exchange]>([
    ['403', answer(403)],
    ['words in JSON', answer(200, { jsonrpc: '2.0', error: { code: -32001, message: 'Unauthorized' } })],
    ['words in an event', answer(200, sse, { 'content-type': 'text/event-stream' })],
  ])('is refused by %s', (_name, used) => {
    const { found } = judge(signedIn, behind({ refresh: { rounds, used } }));
    expect(found).toMatchObject([{ code: renewal, values: { which: 'used' } }]);
  });

  it.each<[string, Exchange | null]>([
    ['it was not used', null],
    ['the server was overloaded', answer(503)],
    ['nothing of the answer was read', answer(200, '', {}, { bodyEnd: 'limit', bodyBytes: 0 })],
  ])('is not called good where %s', (_name, used) => {
    const { codes, skipped } = judge(signedIn, behind({ refresh: { rounds, used } }));
    expect(codes).toEqual([]);
    expect(skipped[renewal]).toBe('not-reached');
  });
});

describe('a renewal that says nothing of the token', () => {
  const failed = { why: 'refused', error: null, detail: '' } as const;

  it.each<[string, Exchange]>([
    ['overload', answer(503)],
    ['a limit of our own', answer(200, '', {}, { bodyEnd: 'limit', bodyBytes: 0 })],
  ])('is not judged: %s', (_name, exchange) => {
    const refresh = { rounds: [round(failed, exchange)], used: null };
    expect(judge(signedIn, behind({ refresh })).skipped[renewal]).toBe('not-reached');
  });

  it('is told as what it was where the endpoint failed or is gone', () => {
    const of = (status: number) => behind({ refresh: { rounds: [round(failed, answer(status))], used: null } });
    expect(judge(signedIn, of(500)).found).toMatchObject([{ code: renewal, values: { ended: 'failed' } }]);
    expect(judge(signedIn, of(404)).found).toMatchObject([{ code: renewal, values: { ended: 'refused' } }]);
  });
});
