import { describe, expect, it } from 'vitest';
import { paceCheck } from '../../../../lib/checks/http/pace.ts';
import type { Timing } from '../../../../lib/kernel/exchange.ts';
import {
  builtAt,
  exchange,
  failedExchange,
  healthy,
  judged,
  missingDocuments,
  missingServer,
  rpc,
  type Evidence,
} from '../../../support/evidence-builders.ts';

const said = (evidence: Evidence) => judged([paceCheck], evidence);
const after = (durationMs: number): { readonly timing: Timing } => ({
  timing: { startedAt: builtAt, headersMs: durationMs, durationMs },
});
const url = 'https://auth.acme.net/.well-known/oauth-authorization-server';
const signIn = rpc(exchange(401));

describe('slow answers', () => {
  it('are those of more than three seconds', () => {
    const { found, findings } = said({ initialize: healthy(after(3_200)) });
    expect(found).toEqual(['http.slow']);
    expect(findings[0]?.words.title).toBe('An answer took 3.2 seconds');
    expect(said({ initialize: healthy(after(2_900)) }).passed).toContain('http.slow');
  });

  it('are told of the slowest step alone', () => {
    const pages = [rpc(exchange(200, '{}', {}, { ...after(5_000), step: 11 }))];
    const listing = { era: 'legacy', pages, tools: [], end: 'complete' } as const;
    expect(said({ initialize: healthy(after(3_200)), listing }).findings).toMatchObject([{ step: 11 }]);
  });

  it('do not count on our own side probes, nor when the body never ended', () => {
    const repeat = exchange(200, '{}', {}, after(9_000));
    const agents = { what: 'mcp', as: 'claude', userAgent: 'Claude-User', exchange: repeat, plain: repeat } as const;
    expect(said({ initialize: healthy(), 'user-agents': { repeats: [agents] } }).found).toEqual([]);
    expect(said({ initialize: rpc(exchange(200, '{', {}, { ...after(9_000), bodyEnd: 'timeout' })) }).found).toEqual(
      [],
    );
    const discover = rpc(exchange(400, '{}', {}, after(9_000)));
    expect(said({ initialize: healthy(), discover }).found).toEqual([]);
  });
});

describe('metadata that takes too long', () => {
  it.each([
    ['an answer after eleven seconds', exchange(200, '{}', {}, { url, ...after(11_000) })],
    ['our own limit', failedExchange('timeout', { url })],
    ['a body that does not end', exchange(200, '{', {}, { url, bodyEnd: 'timeout' })],
  ])('%s', (_what, answer) => {
    const documents = missingServer('https://auth.acme.net', answer);
    const { found, findings } = said({ initialize: signIn, 'authorization-server': documents });
    expect(found).toEqual(['http.too-slow']);
    expect(findings[0]).toMatchObject({ step: 6, subject: { kind: 'authorization-server' }, severity: 'blocker' });
  });

  it('may be the connector’s own', () => {
    const own = failedExchange('timeout', { url: 'https://mcp.acme-tools.com/.well-known/oauth-protected-resource' });
    const { findings } = said({ initialize: signIn, 'resource-metadata': missingDocuments(own) });
    expect(findings).toMatchObject([{ code: 'http.too-slow', step: 5, subject: { kind: 'connector' } }]);
  });

  it.each([
    ['token', 9],
    ['registration', 7],
  ] as const)('may be the %s endpoint, which Claude asks with POST', (role, step) => {
    const endpoint = `https://auth.acme.net/${role}`;
    const silent = failedExchange('timeout', { url: endpoint, method: 'GET' });
    const look = { role, url: endpoint, exchange: silent, refused: null };
    const { findings } = said({ initialize: signIn, 'sign-in-endpoints': { endpoints: [look] } });
    const subject = { kind: 'authorization-server', url: 'https://auth.acme.net' };
    expect(findings).toMatchObject([
      { code: 'http.too-slow', confidence: 'likely', step, subject, values: { what: role } },
    ]);
  });

  it('is not the sign-in page, at which a browser waits longer', () => {
    const url = 'https://auth.acme.net/authorize';
    const look = { role: 'authorization', url, exchange: failedExchange('timeout', { url }), refused: null } as const;
    expect(said({ initialize: signIn, 'sign-in-endpoints': { endpoints: [look] } }).found).toEqual([]);
  });

  it('is no other failure, and no question for an open server', () => {
    const refused = missingServer('https://auth.acme.net', failedExchange('refused', { url }));
    expect(said({ initialize: signIn, 'authorization-server': refused }).passed).toContain('http.too-slow');
    expect(said({ initialize: healthy() }).skipped['http.too-slow']).toBe('not-applicable');
    expect(said({ initialize: rpc(failedExchange('timeout')) }).skipped['http.too-slow']).toBe('not-reached');
  });
});

describe('replies past the reading limit', () => {
  const cut = { bodyEnd: 'limit', bodyBytes: 8 * 1_048_576 } as const;

  it('stop a first request', () => {
    const { found, findings } = said({ initialize: rpc(exchange(200, '[1,', {}, cut)) });
    expect(found).toEqual(['http.body-too-large']);
    expect(findings[0]).toMatchObject({ severity: 'blocker', step: 3, values: { size: '8 MiB' } });
  });

  it('are a problem in the listing', () => {
    const pages = [rpc(exchange(200, '{', {}, { ...cut, step: 11 }))];
    const listing = { era: 'legacy', pages, tools: [], end: 'failed' } as const;
    const { findings } = said({ initialize: healthy(), listing });
    expect(findings).toMatchObject([{ code: 'http.body-too-large', severity: 'problem', step: 11 }]);
  });

  it('are this check’s own matter when the person set a limit that sound replies pass', () => {
    const { findings } = said({ initialize: rpc(exchange(200, '{"j', {}, { bodyEnd: 'limit', bodyBytes: 100 })) });
    expect(findings).toMatchObject([
      { severity: 'problem', subject: { kind: 'browser' }, values: { size: '100 bytes' } },
    ]);
    expect(findings[0]?.words.detail).toContain('says nothing of the server');
  });

  it('name a limit that was lowered and is large enough for sound replies', () => {
    const lowered = rpc(exchange(200, '[1,', {}, { bodyEnd: 'limit', bodyBytes: 1_000_000 }));
    const { findings } = said({ initialize: lowered });
    expect(findings).toMatchObject([{ severity: 'blocker', subject: { kind: 'connector' } }]);
    expect(findings[0]?.words.detail).toContain('--max-body');
  });

  it('are not there otherwise', () => {
    expect(said({ initialize: healthy() }).passed).toContain('http.body-too-large');
  });
});
