import assert from 'node:assert/strict';
import { asks, redirect, respond, respondHtml, respondJson, type Call, type Handler } from '../../clinic/http-call.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { CaseFlags, CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, ready } from '../support/expectations.ts';
import { leavesNothing, serverOf, start, type Wish } from '../support/signed-in-connector.ts';

const flags: CaseFlags = { signIn: 'headless' };

/** What is said of each of these connectors: outside, and behind its sign-in. */
const outside = ['auth.dcr-only'] as const;
const inside = ['auth.dcr-only', 'transport.version-header-strict'] as const;

function signedIn(
  name: string,
  origin: FindingCode,
  wish: Wish,
  expect: CorpusCase['expect'],
  more: Partial<CorpusCase> = {},
): CorpusCase {
  return { name, origin, start: (rig) => start(rig, wish), flags, expect, also: leavesNothing, ...more };
}

/** Nothing was seen that says whether the token is taken. */
function unjudged(code: FindingCode): Partial<CorpusCase> {
  return {
    also: (rig, report) => {
      leavesNothing(rig, report);
      assert.equal(report.skipped.find((skip) => skip.code === code)?.because, 'not-reached');
    },
  };
}

const unauthorized: Handler = (call, response) => {
  const error = { code: -32001, message: 'Unauthorized' };
  return respondJson(200, { jsonrpc: '2.0', id: call.message?.['id'] ?? null, error })(call, response);
};

const isList = (call: Call): boolean => asks('tools/list')(call);

/** Everything with a token is answered by this. */
function answered(handler: Handler): Wish {
  return { accepts: () => handler };
}

const closedList: Handler = respondJson(
  403,
  { error: 'insufficient_scope' },
  { 'www-authenticate': 'Bearer error="insufficient_scope", scope="notes:list"' },
);

/** Connectors whose tokens are refused in unusual ways, cannot be used, or cannot be renewed. */
export const issuedTokenCases: readonly CorpusCase[] = [
  signedIn(
    'a token that is refused with 400',
    'auth.token-rejected',
    answered(respondJson(400, { error: 'invalid_token' })),
    broken('auth.token-rejected', 10, ...outside),
  ),
  signedIn(
    'a token that is refused in JSON-RPC alone',
    'auth.token-rejected',
    answered(unauthorized),
    broken('auth.token-rejected', 10, ...outside),
  ),
  signedIn(
    'a list that is refused in JSON-RPC alone',
    'auth.token-rejected',
    { accepts: (call) => (isList(call) ? unauthorized : true) },
    broken('auth.token-rejected', 11, ...inside),
  ),
  signedIn(
    'overload behind the sign-in says nothing of the token',
    'http.rate-limited',
    answered(respond(429, {})),
    broken('http.rate-limited', 10, ...outside),
    unjudged('auth.token-rejected'),
  ),
  signedIn(
    'nor does a page behind the sign-in',
    'http.redirect-changes-method',
    answered(redirect(302, '/login')),
    broken('http.redirect-changes-method', 10, ...outside),
    unjudged('auth.token-rejected'),
  ),
  signedIn(
    'more scope is wanted, and the further sign-in waits for a person',
    'auth.token-rejected',
    {
      accepts: (call) => (isList(call) ? closedList : true),
      onAuthorizeAgain: respondHtml(200, '<form><input name="user"></form>'),
    },
    { ...ready('auth.token-rejected', ...inside), verdict: 'unknown' },
    {
      also: (rig, report) => {
        leavesNothing(rig, report);
        const finding = report.findings.find(({ code }) => code === 'auth.token-rejected');
        assert.equal(finding?.severity, 'note');
        assert.equal(finding.values['reason'], 'scope_unfinished');
      },
    },
  ),
  signedIn(
    'a renewal that is overloaded',
    'auth.refresh-fails',
    { onRefresh: respond(503, {}) },
    ready(...inside),
    unjudged('auth.refresh-fails'),
  ),
  signedIn(
    'a renewed token that is refused with 403',
    'auth.refresh-fails',
    { onRenewed: respond(403, {}) },
    degraded('auth.refresh-fails', ...inside),
  ),
  signedIn(
    'members that are null beside a good token',
    'auth.token-unusable',
    { issued: (response) => ({ ...response, refresh_token: null, scope: null }) },
    degraded('auth.token-unusable', 'auth.refresh-not-issued', ...inside),
  ),
  signedIn(
    'a token with a line break',
    'auth.token-unusable',
    { issued: (response) => ({ ...response, access_token: 'planted-line\r\nX-Injected: yes' }) },
    broken('auth.token-unusable', 9, ...outside),
  ),
  signedIn(
    'a token that is empty',
    'auth.token-unusable',
    { issued: (response) => ({ ...response, access_token: '' }) },
    broken('auth.token-unusable', 9, ...outside),
  ),
  signedIn(
    'a token for DPoP that is taken as a bearer token',
    'auth.token-unusable',
    { issued: (response) => ({ ...response, token_type: 'DPoP' }) },
    ready('auth.token-unusable', ...inside),
  ),
  signedIn(
    'a token that no header has room for',
    'auth.token-rejected',
    { issued: (response) => ({ ...response, access_token: 'planted-a1'.repeat(4_000) }) },
    broken('auth.token-rejected', 10, ...outside),
  ),
  signedIn(
    'an error that comes back without the state',
    'auth.sign-in-failed',
    {
      onAuthorize: (call, response) => {
        const back = call.url.searchParams.get('redirect_uri') ?? '';
        return redirect(302, `${back}?error=invalid_scope&error_description=no+such+scope`)(call, response);
      },
    },
    degraded('auth.sign-in-failed', ...outside),
    {
      also: (rig, report) => {
        leavesNothing(rig, report);
        const finding = report.findings.find(({ code }) => code === 'auth.sign-in-failed');
        assert.equal(finding?.values['error'], 'invalid_scope');
      },
    },
  ),
  signedIn(
    'a client secret beyond ASCII',
    'auth.sign-in-failed',
    {
      metadata: { token_endpoint_auth_methods_supported: ['client_secret_basic'] },
      registered: (answer) => ({ ...answer, client_secret: 'planted-sécrét-✓-8Wq2' }),
    },
    ready(...inside),
  ),
  signedIn(
    'a token for the removal that no header can carry',
    'auth.registration-left-behind',
    { registered: (answer) => ({ ...answer, registration_access_token: 'planted-removal\r\nX-Injected: yes' }) },
    ready('auth.registration-left-behind', ...inside),
    { also: (rig) => assert.deepEqual(serverOf(rig).left(), { tokens: 0, clients: 1 }) },
  ),
  signedIn('the active and the signed-in plan together', 'auth.registration-left-behind', {}, ready(...inside), {
    flags: { ...flags, active: true },
  }),
];
