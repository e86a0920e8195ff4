import { describe, expect, it } from 'vitest';
import { authorizationPageCheck } from '../../../../lib/checks/auth/authorization-page.ts';
import type { AuthorizationPage } from '../../../../lib/kernel/evidence-active.ts';
import type { EndpointLook } from '../../../../lib/kernel/evidence-sign-in.ts';
import type { SignIn } from '../../../../lib/kernel/evidence-signed-in.ts';
import { callback, page, registering, visit } from './active-evidence.ts';
import { answer, failure, judge, origin, unavailable, type Evidence } from './sign-in-evidence.ts';

const rejects = 'auth.authorize-rejects-callback';
const policy = 'auth.consent-csp-blocks-callback';
const post = 'auth.callback-redirect-keeps-post';

function judged(evidence: AuthorizationPage, more: Evidence = {}) {
  return judge(authorizationPageCheck, { ...registering(), 'authorization-page': evidence, ...more });
}

function withPolicy(text: string, more: Parameters<typeof page>[0] = {}) {
  return judged(visit(200, '<form method="post">', { page: page({ policies: [text], ...more }) }));
}

describe('the authorization request', () => {
  it('leads to a page', () => {
    const { codes, skipped } = judged(visit(200, '<form method="post">', { page: page() }));
    expect(codes).toEqual([]);
    expect(skipped).toEqual({ [post]: 'needs-sign-in' });
  });

  it('leads back to Claude at once', () => {
    const { codes, skipped } = judged(visit(302, '', { end: 'callback' }));
    expect(codes).toEqual([]);
    expect(skipped).toEqual({ [policy]: 'not-applicable' });
  });

  it.each(['login_required', 'consent_required', 'interaction_required'])('may want a person first: %s', (code) => {
    expect(judged(visit(302, '', { end: 'callback', error: { code, description: '' } })).codes).toEqual([]);
  });

  it.each([
    ['callback', 'invalid_scope', 'certain', 'scope'],
    ['callback', 'invalid_target', 'certain', 'resource'],
    ['callback', 'access_denied', 'likely', 'other'],
    ['callback', 'server_error', 'likely', 'other'],
    ['error-address', 'invalid_redirect_uri', 'certain', 'callback'],
    ['error-address', 'invalid_client', 'certain', 'client'],
  ] as const)('ends at the %s with %s', (end, code, confidence, about) => {
    const { found, skipped } = judged(visit(302, '', { end, error: { code, description: '' } }));
    expect(found).toMatchObject([{ code: rejects, confidence, values: { code, about } }]);
    expect(skipped).toMatchObject({ [policy]: 'not-reached' });
  });

  it.each([
    [
      'names the callback',
      400,
      { error: 'invalid_request', error_description: 'redirect_uri mismatch' },
      'certain',
      'callback',
    ],
    [
      'names PKCE',
      400,
      { error: 'invalid_request', error_description: 'code_challenge is missing' },
      'certain',
      'pkce',
    ],
    ['fails', 500, 'Internal Server Error', 'likely', 'other'],
    ['says little', 400, 'Bad Request', 'likely', 'other'],
    ['is JSON under 401', 401, { error: 'invalid_client' }, 'certain', 'client'],
    ['is JSON under 200', 200, { error: 'invalid_client' }, 'certain', 'client'],
  ] as const)('is refused by an answer that %s', (_name, status, body, confidence, about) => {
    expect(judged(visit(status, body)).found).toMatchObject([{ code: rejects, confidence, values: { status, about } }]);
  });

  it.each([
    ['an error page', 400, '<title>Error</title><p>The redirect URI is not allowed</p>', 'certain', 'callback'],
    ['an error page without a reason', 403, '<h1>Oh no</h1>', 'likely', 'other'],
    ['Microsoft’s page of success', 200, '<p>AADSTS50011: The redirect URI does not match</p>', 'likely', 'callback'],
    ['a page of success with a code', 200, '<p>Error: redirect_uri_mismatch</p>', 'likely', 'callback'],
  ] as const)('is refused by %s', (_name, status, body, confidence, about) => {
    const shown = page({ forms: [], title: '' });
    expect(judged(visit(status, body, { page: shown })).found).toMatchObject([
      { code: rejects, confidence, values: { about } },
    ]);
  });

  it.each([
    ['the browser’s own prompt', visit(401, '', { headers: { 'www-authenticate': 'Basic realm="acme"' } })],
    ['a sign-in page under 401', visit(401, '<form>', { page: page() })],
    [
      'a page with scripts that name errors',
      visit(200, '<script>if (e === "invalid_client") x()</script>', { page: page() }),
    ],
  ])('is not refused by %s', (_name, evidence) => {
    expect(judged(evidence).codes).toEqual([]);
  });

  it.each([
    [
      'a bot check',
      visit(403, '<title>Just a moment...</title>', { headers: { 'cf-mitigated': 'challenge' }, page: page() }),
      'not-reached',
    ],
    ['too many requests', visit(429, 'slow down'), 'not-reached'],
    ['a lost server', visit(502, 'Bad Gateway'), 'not-reached'],
    ['no answer', { ...visit(200), hops: [failure('timeout')], end: 'failed' as const }, 'not-reached'],
    ['too many redirects', visit(302, '', { end: 'too-many-hops' }), 'not-reached'],
    ['an address that is not asked', visit(302, '', { end: 'refused-hop' }), 'not-reached'],
  ] as const)('is not judged by %s', (_name, evidence, because) => {
    const { codes, passed, skipped } = judged(evidence);
    expect(codes).toEqual([]);
    expect(passed).toEqual([]);
    expect(skipped[rejects]).toBe(because);
  });

  it('is refused by a 404 that comes for this client alone', () => {
    const look = (status: number): EndpointLook => ({
      role: 'authorization',
      url: `${origin}/authorize`,
      exchange: answer(status),
      refused: null,
    });
    const missing = visit(404, 'Not Found');
    expect(judged(missing, { 'sign-in-endpoints': { endpoints: [look(400)] } }).codes).toEqual([rejects]);
    expect(judged(missing, { 'sign-in-endpoints': { endpoints: [look(404)] } }).codes).toEqual([]);
  });

  it('is not sent without the person’s word', () => {
    const { skipped, passed } = judge(authorizationPageCheck, {
      ...registering(),
      'authorization-page': unavailable('consent'),
    });
    expect(passed).toEqual([]);
    expect(skipped[rejects]).toBe('consent');
  });
});

describe('the policy of the sign-in page', () => {
  it.each([
    "form-action 'self'",
    "form-action 'none'",
    'form-action https://claude.com',
    "default-src x; form-action 'self', form-action *",
  ])('stops the way back: %s', (text) => {
    const { found } = withPolicy(text);
    expect(found).toMatchObject([{ code: policy, values: { hop: 'callback', sure: 'form' } }]);
    expect(found[0]).not.toHaveProperty('severity');
  });

  it.each(["default-src 'none'", "form-action 'self' https://claude.ai claude:", 'form-action https: claude:'])(
    'lets the person back: %s',
    (text) => {
      expect(withPolicy(text)).toMatchObject({ codes: [], passed: [rejects, policy] });
    },
  );

  it('may stop what comes after the callback', () => {
    const { found } = withPolicy("form-action 'self' https://claude.ai");
    expect(found).toMatchObject([
      { code: policy, severity: 'warning', confidence: 'possible', values: { hop: 'desktop' } },
    ]);
  });

  it.each([
    ['a script makes the page', { forms: [], hasScript: true }],
    [
      'a script sends the form',
      { forms: [{ action: `${origin}/`, method: 'get', asksForPassword: true }], hasScript: true },
    ],
    ['the page is another provider’s', { url: 'https://login.acme-idp.com/' }],
  ] as const)('is only told where %s', (_name, more) => {
    const { found } = withPolicy("form-action 'self'", more);
    expect(found).toMatchObject([
      { code: policy, severity: 'warning', confidence: 'possible', values: { sure: 'unseen' } },
    ]);
  });

  it('of the consent page is unseen behind a sign-in', () => {
    const forms = [{ action: `${origin}/login`, method: 'post', asksForPassword: true }] as const;
    expect(judged(visit(200, '<form>', { page: page({ forms }) })).skipped).toMatchObject({
      [policy]: 'needs-sign-in',
    });
  });
});

describe('the way back', () => {
  it('is how a sign-in of our own came back', () => {
    const signIn: SignIn = {
      client: 'registered',
      by: 'browser',
      scope: null,
      registration: null,
      hops: [],
      returnedBy: 'POST',
      tokenAnswer: null,
      issued: null,
      failure: null,
    };
    const alone = { ...registering(), 'sign-in': signIn, 'authorization-page': unavailable('consent') };
    const { found, skipped } = judge(authorizationPageCheck, alone);
    expect(found).toMatchObject([{ code: post, confidence: 'certain', values: { how: 'back' } }]);
    expect(skipped).toEqual({ [rejects]: 'consent', [policy]: 'consent' });
    const both = judged(visit(302, '', { end: 'callback' }), { 'sign-in': signIn });
    expect(both.codes).toEqual([post]);
    const byGet = judged(visit(302, '', { end: 'callback' }), { 'sign-in': { ...signIn, returnedBy: 'GET' } });
    expect(byGet.codes).toEqual([]);
  });

  it('is a form that is posted', () => {
    const forms = [{ action: `${callback}?x=1`, method: 'post', asksForPassword: false }] as const;
    expect(judged(visit(200, '<form>', { page: page({ forms }) })).found).toMatchObject([
      { code: post, confidence: 'certain', values: { how: 'form' } },
    ]);
  });

  it.each([307, 308])('keeps the method: %s', (status) => {
    expect(judged(visit(status, '', { end: 'callback' })).found).toMatchObject([
      { code: post, severity: 'warning', confidence: 'possible', values: { how: 'redirect', status } },
    ]);
  });

  it.each([301, 302, 303])('is a GET: %s', (status) => {
    expect(judged(visit(status, '', { end: 'callback' })).passed).toContain(post);
  });
});
