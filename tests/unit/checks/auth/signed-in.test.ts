import { describe, expect, it } from 'vitest';
import { signedIn } from '../../../../lib/checks/auth/signed-in.ts';
import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import type { IssuedToken, RefreshRound, SignIn } from '../../../../lib/kernel/evidence-signed-in.ts';
import { registering } from './active-evidence.ts';
import { answer, failure, judge, unavailable } from './sign-in-evidence.ts';
import { behind, endedBy, issued, opened, round, signIn } from './signed-in-evidence.ts';

const failed = 'auth.sign-in-failed';
const rejected = 'auth.token-rejected';
const expiry = 'auth.token-without-expiry';
const renewal = 'auth.refresh-fails';
const unissued = 'auth.refresh-not-issued';
const all = ['auth.sign-in-needs-client', failed, rejected, expiry, renewal, unissued];

const refused: RefreshRound['failure'] = {
  why: 'refused',
  error: { code: 'invalid_grant', description: 'unknown' },
  detail: 'HTTP status 400',
};

describe('a sign-in that works', () => {
  it('passes', () => {
    expect(judge(signedIn, behind())).toMatchObject({ codes: [], passed: all, skipped: {} });
  });

  it('is not judged where nobody asked for it, or none is wanted', () => {
    const unasked = judge(signedIn, { ...registering(), 'sign-in': unavailable('not-asked') });
    expect(Object.values(unasked.skipped)).toEqual(all.map(() => 'not-asked'));
    const open = judge(signedIn, { initialize: opened(), 'sign-in': unavailable('prerequisite') });
    expect(Object.values(open.skipped)).toEqual(all.map(() => 'not-applicable'));
  });
});

describe('a sign-in that needs a client', () => {
  it.each([
    ['only-documents', 'only_documents'],
    ['no-way', 'no_way'],
  ] as const)('is no fault of the service: %s', (why, value) => {
    const ended = endedBy({ stage: 'client', why }, { client: null, registration: null, hops: [] });
    const { found, skipped } = judge(signedIn, behind({ 'sign-in': ended }));
    expect(found).toMatchObject([{ code: 'auth.sign-in-needs-client', values: { why: value } }]);
    expect(skipped).toMatchObject({ [failed]: 'not-reached', [rejected]: 'not-reached' });
  });
});

describe('a sign-in that ends without a token', () => {
  const server = answer(500, '<h1>Internal Server Error</h1>');
  const named = (code: string) => ({ code, description: 'no' });

  it.each<[string, SignIn, string, string, number]>([
    ['a page waits', endedBy({ why: 'page' }), 'warning', 'certain', 8],
    ['nobody came back', endedBy({ why: 'closed' }), 'warning', 'certain', 8],
    ['an old tab came back', endedBy({ why: 'closed', detail: 'other-state' }), 'warning', 'possible', 8],
    ['nothing could be opened', endedBy({ why: 'no-window', detail: 'port 1 is taken' }), 'warning', 'certain', 8],
    ['it was declined', endedBy({ error: named('access_denied') }), 'warning', 'certain', 8],
    ['another error came back', endedBy({ error: named('invalid_scope') }), 'blocker', 'likely', 8],
    ['another state came back', endedBy({ why: 'wrong-state', detail: 'other' }), 'blocker', 'certain', 8],
    [
      'another state came back to a browser',
      endedBy({ why: 'wrong-state', detail: 'other' }, { by: 'browser' }),
      'warning',
      'possible',
      8,
    ],
    ['nothing came back', endedBy({ why: 'no-code' }), 'blocker', 'certain', 8],
    ['another issuer came back', endedBy({ why: 'wrong-issuer', detail: 'https://x.dev' }), 'problem', 'likely', 8],
    ['no issuer came back', endedBy({ why: 'wrong-issuer' }), 'problem', 'likely', 8],
    ['it goes in circles', endedBy({ why: 'too-many-hops' }), 'problem', 'likely', 8],
    ['it does not know its own client', endedBy({}, { hops: [answer(400)] }), 'problem', 'likely', 8],
    [
      'it does not know a given client',
      endedBy({}, { client: 'given', hops: [answer(400)] }),
      'problem',
      'possible',
      8,
    ],
    [
      'it registers no loopback callback',
      endedBy({ stage: 'registration', error: named('invalid_redirect_uri') }, { registration: answer(400) }),
      'problem',
      'possible',
      7,
    ],
    ['its registration fails', endedBy({ stage: 'registration' }, { registration: server }), 'problem', 'likely', 7],
    [
      'its registration cannot be read',
      endedBy({ stage: 'registration', why: 'unreadable' }, { registration: answer(201, {}) }),
      'problem',
      'likely',
      7,
    ],
    ['its token endpoint fails', endedBy({ stage: 'token' }, { tokenAnswer: server }), 'blocker', 'certain', 9],
    [
      'its token endpoint gives no token',
      endedBy({ stage: 'token', why: 'unreadable' }, { tokenAnswer: answer(200, {}) }),
      'blocker',
      'certain',
      9,
    ],
    [
      'its token endpoint is silent',
      endedBy({ stage: 'token', why: 'unreachable', detail: 'timeout' }, { tokenAnswer: failure('timeout') }),
      'blocker',
      'likely',
      9,
    ],
    [
      'it refuses the code',
      endedBy({ stage: 'token', error: named('invalid_grant') }, { tokenAnswer: answer(400) }),
      'blocker',
      'likely',
      9,
    ],
    [
      'it refuses the given secret',
      endedBy({ stage: 'token', error: named('invalid_client') }, { client: 'given', tokenAnswer: answer(401) }),
      'problem',
      'possible',
      9,
    ],
    [
      'it forgot the client that it registered',
      endedBy({ stage: 'token', error: named('invalid_client') }, { tokenAnswer: answer(401) }),
      'problem',
      'likely',
      9,
    ],
  ])('is told by how it ended: %s', (_name, ended, severity, confidence, step) => {
    const { found, skipped } = judge(signedIn, behind({ 'sign-in': ended }));
    expect(found).toMatchObject([{ code: failed, severity, confidence, step }]);
    expect(skipped).toMatchObject({ [rejected]: 'not-reached', [expiry]: 'not-reached', [renewal]: 'not-reached' });
  });

  it.each(['incompatible', 'not-asked'] as const)('is left to the findings on the metadata: %s', (why) => {
    const { codes, skipped } = judge(signedIn, behind({ 'sign-in': endedBy({ why }) }));
    expect(codes).toEqual([]);
    expect(skipped[failed]).toBe('not-reached');
  });
});

describe('a token that is refused', () => {
  const no = (status: number, challenge = 'Bearer error="invalid_token"') =>
    answer(status, '', { 'www-authenticate': challenge });
  const claims = (more: Partial<NonNullable<IssuedToken['claims']>>) => ({
    audience: 'ours' as const,
    issuer: 'ours' as const,
    time: 'valid' as const,
    ...more,
  });

  it.each<[string, IssuedToken['claims'], string]>([
    ['it is opaque', null, 'other'],
    ['all seems right', claims({}), 'other'],
    ['it is for somebody else', claims({ audience: 'other' }), 'audience'],
    ['its audience has a slash', claims({ audience: 'alike' }), 'audience_alike'],
    ['it has no audience', claims({ audience: 'missing' }), 'audience_missing'],
    ['it is of another issuer', claims({ issuer: 'other' }), 'issuer'],
    ['its issuer has a slash', claims({ issuer: 'alike' }), 'issuer_alike'],
    ['it has expired', claims({ time: 'expired', audience: 'other' }), 'expired'],
    ['it is not valid yet', claims({ time: 'not-yet' }), 'not_yet'],
  ])('is told with what can be seen of it: %s', (_name, seen, reason) => {
    const evidence = behind({
      'sign-in': signIn({ issued: { ...issued, claims: seen } }),
      'signed-in-initialize': opened(no(401)),
    });
    const { found } = judge(signedIn, evidence);
    expect(found).toMatchObject([{ code: rejected, step: 10, values: { asked: 'initialize', status: 401, reason } }]);
  });

  it('repeats what the challenge says', () => {
    const challenge = 'Bearer error="invalid_token", error_description="Token has no expiration time"';
    const { found } = judge(signedIn, behind({ 'signed-in-initialize': opened(no(401, challenge)) }));
    expect(found[0]?.values).toMatchObject({ said: 'Token has no expiration time', spoke: 'yes' });
  });

  it('is one where the list alone stays closed, and where calls do', () => {
    const page = { exchange: no(403, 'Bearer error="insufficient_scope"'), reply: { kind: 'empty' } as const };
    const list = { era: 'legacy', pages: [page], tools: [], end: 'failed' } as const;
    const stepUp = { asked: 'list', refused: page.exchange, wanted: 'notes:list', signIn: signIn() } as const;
    expect(judge(signedIn, behind({ 'signed-in-listing': list, 'step-up': stepUp })).found).toMatchObject([
      { code: rejected, step: 11, values: { asked: 'list', reason: 'scope' } },
    ]);
    expect(judge(signedIn, behind({ 'signed-in-call': { ...page, exchange: no(401) } })).found).toMatchObject([
      { code: rejected, severity: 'problem', confidence: 'likely', values: { asked: 'call' } },
    ]);
  });

  it('is none where one era is open, or where the server fails otherwise', () => {
    const modern = { exchange: answer(200), reply: { kind: 'result', via: 'json', result: {} } } as const;
    const evidence = behind({ 'signed-in-initialize': opened(no(401)), 'signed-in-discover': modern });
    expect(judge(signedIn, evidence).codes).toEqual([]);
    expect(judge(signedIn, behind({ 'signed-in-initialize': opened(answer(500)) })).codes).toEqual([]);
    const silent = judge(signedIn, behind({ 'signed-in-initialize': opened(failure('timeout')) }));
    expect(silent.skipped[rejected]).toBe('not-reached');
  });
});

describe('a token of unknown life', () => {
  it('is noted', () => {
    const evidence = behind({ 'sign-in': signIn({ issued: { ...issued, expiresIn: null } }) });
    expect(judge(signedIn, evidence).codes).toEqual([expiry]);
  });
});

describe('a sign-in that cannot be renewed', () => {
  it.each<[string, EvidenceMap['refresh'], object]>([
    ['at once', { rounds: [round(refused)], used: null }, { which: 'first', error: 'invalid_grant', status: 400 }],
    ['the second time', { rounds: [round(null), round(refused)], used: null }, { which: 'second', rotated: 'yes' }],
    [
      'to a token that works',
      { rounds: [round(null), round(null)], used: answer(401) },
      { which: 'used', status: 401 },
    ],
  ])('is told: %s', (_name, refresh, values) => {
    expect(judge(signedIn, behind({ refresh })).found).toMatchObject([{ code: renewal, values }]);
  });

  it('shows the request first that was refused', () => {
    const first = answer(200);
    const second = answer(400);
    const refresh = { rounds: [round(null, first), round(refused, second)], used: null };
    const [found] = judge(signedIn, behind({ refresh })).found;
    expect(found?.evidence?.[0]).toBe(second);
    expect(found?.evidence).toContain(first);
  });

  it('is likely one where the endpoint says nothing of the token', () => {
    const mute = { why: 'unreachable', error: null, detail: 'timeout' } as const;
    const refresh = { rounds: [round(mute, failure('timeout'))], used: null };
    expect(judge(signedIn, behind({ refresh })).found).toMatchObject([{ code: renewal, confidence: 'likely' }]);
  });

  it('is no question without a refresh token, and cannot be told from too many requests', () => {
    const without = behind({ 'sign-in': signIn({ issued: { ...issued, hasRefreshToken: false } }) });
    expect(judge(signedIn, without).skipped).toEqual({ [renewal]: 'not-applicable', [unissued]: 'not-applicable' });
    const many = { ...refused, error: null };
    const busy = behind({ refresh: { rounds: [round(many, answer(429))], used: null } });
    expect(judge(signedIn, busy).skipped).toEqual({ [renewal]: 'not-reached' });
    const unseen = behind({ refresh: unavailable('deadline') });
    expect(judge(signedIn, unseen).skipped).toEqual({ [renewal]: 'deadline' });
  });
});
