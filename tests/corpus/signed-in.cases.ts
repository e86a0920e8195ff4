import assert from 'node:assert/strict';
import {
  authorizationServer,
  guarded,
  type AuthorizationServer,
  type AuthorizationServerWish,
} from '../../clinic/authorization-server.ts';
import { asks, respondHtml, respondJson, routes, when, type Call, type Handler } from '../../clinic/http-call.ts';
import { sampleTools, type McpServerOptions } from '../../clinic/mcp-methods.ts';
import { bearerChallenge, challenge, resourceMetadata } from '../../clinic/oauth.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { StepNumber } from '../../lib/kernel/step.ts';
import { encodeReport } from '../../lib/report/encode.ts';
import type { CaseFlags, CorpusCase } from '../support/corpus-case.ts';
import type { Rig } from '../support/rig.ts';

const origin = 'https://mcp.acme.dev';
const url = `${origin}/mcp`;
const challenged = bearerChallenge(`${origin}/.well-known/oauth-protected-resource/mcp`);

/** How a connector with a sign-in differs from a good one. */
interface Wish extends AuthorizationServerWish {
  readonly mcp?: McpServerOptions;
  /** In place of the MCP server behind the sign-in. */
  readonly inside?: (mcp: Handler) => Handler;
  /** What is made of a token that was issued; default: it is let through. */
  readonly accepts?: (call: Call, scope: string) => true | Handler;
}

const running = new WeakMap<Rig, AuthorizationServer>();

async function start(rig: Rig, wish: Wish = {}): Promise<string> {
  const server = authorizationServer(origin, { prefix: rig.secrets.token, ...wish });
  running.set(rig, server);
  const mcp = rig.mcp(wish.mcp);
  const mcpRoute = guarded(wish.inside?.(mcp) ?? mcp, challenged, (token, call) => {
    const grant = server.grantOf(token);
    if (!grant) return challenge(challenged);
    return wish.accepts?.(call, grant.scope) ?? true;
  });
  await rig.host(
    'mcp.acme.dev',
    routes({
      ...server.routes,
      '/mcp': mcpRoute,
      '/.well-known/oauth-protected-resource/mcp': respondJson(200, resourceMetadata(url, origin)),
    }),
  );
  return url;
}

/** Listing is open to everybody, calls are not. */
async function startPartial(rig: Rig): Promise<string> {
  const server = authorizationServer(origin, { prefix: rig.secrets.token });
  running.set(rig, server);
  const mcp = rig.mcp();
  const closed = guarded(mcp, challenged, (token) => (server.grantOf(token) ? true : challenge(challenged)));
  await rig.host(
    'mcp.acme.dev',
    routes({
      ...server.routes,
      '/mcp': when((call) => asks('tools/call')(call) || call.headers.authorization !== undefined, closed, mcp),
      '/.well-known/oauth-protected-resource/mcp': respondJson(200, resourceMetadata(url, origin)),
    }),
  );
  return url;
}

/** Nothing of the sign-in stands in the report, and nothing of it stays behind. */
function leavesNothing(rig: Rig, report: Report): void {
  const server = running.get(rig);
  assert.ok(server);
  const text = encodeReport(report);
  for (const secret of server.secrets())
    assert.ok(!text.includes(secret), 'a secret of the sign-in stands in the report');
  assert.deepEqual(server.left(), { tokens: 0, clients: 0 });
}

const signIn: CaseFlags = { signIn: 'headless' };

function signedIn(
  name: string,
  origin: string,
  wish: Wish,
  expect: CorpusCase['expect'],
  more: Partial<CorpusCase> = {},
): CorpusCase {
  return { name, origin, start: (rig) => start(rig, wish), flags: signIn, expect, also: leavesNothing, ...more };
}

const notes: readonly FindingCode[] = ['auth.dcr-only', 'transport.version-header-strict'];

function ready(...findings: readonly FindingCode[]): CorpusCase['expect'] {
  return { verdict: 'ready', primary: null, stop: null, findings: [...notes, ...findings].sort() };
}

function degraded(primary: FindingCode, ...others: readonly FindingCode[]): CorpusCase['expect'] {
  return { verdict: 'degraded', primary, stop: null, findings: [...notes, primary, ...others].sort() };
}

function broken(primary: FindingCode, stop: StepNumber, ...others: readonly FindingCode[]): CorpusCase['expect'] {
  return { verdict: 'broken', primary, stop, findings: [...notes, primary, ...others].sort() };
}

/** The same of one that nobody got into. */
function outside(expect: CorpusCase['expect']): CorpusCase['expect'] {
  return { ...expect, findings: expect.findings.filter((code) => code !== 'transport.version-header-strict') };
}

const audience = (aud: string) => () => ({ iss: origin, aud, exp: 4_000_000_000 });
const refusesToken = (): Handler => challenge('Bearer error="invalid_token", error_description="wrong audience"');

/** Connectors with a sign-in, looked at from behind it. */
export const signedInCases: readonly CorpusCase[] = [
  signedIn('a sign-in that registers, renews and takes back', 'auth.token-rejected', {}, ready(), {
    also: (rig, report) => {
      leavesNothing(rig, report);
      assert.equal(report.facts.tools?.count, sampleTools.length);
      assert.equal(report.facts.auth.mode, 'oauth');
      assert.equal(report.facts.server?.name, 'clinic-notebook');
    },
  }),
  signedIn(
    'refresh tokens that stay valid, and JWTs',
    'auth.refresh-fails',
    { refresh: 'kept', claims: audience(url) },
    ready(),
  ),
  signedIn(
    'a service that removes no client',
    'auth.registration-left-behind',
    { management: false, metadata: { revocation_endpoint: undefined } },
    ready('auth.registration-left-behind'),
    { also: (rig) => assert.deepEqual(running.get(rig)?.left().clients, 1) },
  ),
  {
    name: 'an open list, and calls that ask for the sign-in',
    origin: 'auth.partial',
    start: startPartial,
    flags: signIn,
    expect: ready('auth.partial'),
    also: leavesNothing,
  },
  signedIn(
    'a client that was made beforehand',
    '--client-id',
    {
      client: { id: 'acme-doctor', secret: 'planted-made-beforehand' },
      metadata: { registration_endpoint: undefined },
    },
    {
      verdict: 'ready',
      primary: null,
      stop: null,
      findings: ['transport.version-header-strict'],
    },
    { flags: { ...signIn, client: () => ({ id: 'acme-doctor', secret: 'planted-made-beforehand' }) } },
  ),
  signedIn(
    'a client metadata document',
    '--client-metadata-url',
    { metadata: { client_id_metadata_document_supported: true } },
    {
      verdict: 'ready',
      primary: null,
      stop: null,
      findings: ['transport.version-header-strict'],
    },
    { flags: { ...signIn, client: () => ({ metadataUrl: 'https://doctor.acme.dev/client.json' }) } },
  ),
  signedIn(
    'more scope is asked for, once',
    'scope step-up',
    {
      accepts: (call, scope) => (asks('tools/list')(call) && !scope.includes('notes:list') ? needsScope : true),
    },
    ready(),
  ),
  signedIn(
    'an audience that nobody set',
    'C083',
    { claims: audience('https://api.acme.dev'), accepts: refusesToken },
    outside(broken('auth.token-rejected', 10)),
  ),
  signedIn(
    'an audience with a slash',
    'C083',
    { claims: audience(`${url}/`), accepts: refusesToken },
    outside(broken('auth.token-rejected', 10)),
  ),
  signedIn(
    'a list that stays closed for want of scope',
    'auth.token-rejected',
    {
      grants: 'notes:read',
      accepts: (call) => (asks('tools/list')(call) ? needsScope : true),
    },
    broken('auth.token-rejected', 11),
  ),
  signedIn(
    'calls that stay closed',
    'auth.token-rejected',
    {
      accepts: (call) => (asks('tools/call')(call) ? refusesToken() : true),
    },
    degraded('auth.token-rejected'),
  ),
  signedIn(
    'a refresh token that is refused',
    'auth.refresh-fails',
    { refresh: 'refused' },
    degraded('auth.refresh-fails'),
  ),
  signedIn(
    'a rotation that loses the new refresh token',
    'auth.refresh-fails',
    { refresh: 'lost' },
    degraded('auth.refresh-fails'),
  ),
  signedIn(
    'no word of how long a token is valid',
    'auth.token-without-expiry',
    { expiresIn: null },
    ready('auth.token-without-expiry'),
  ),
  signedIn(
    'another issuer on the way back',
    'auth.sign-in-failed',
    { iss: 'https://other.acme.dev' },
    outside(degraded('auth.sign-in-failed')),
  ),
  signedIn(
    'a token endpoint that fails over a good code',
    'auth.sign-in-failed',
    { onCode: respondHtml(500, '<h1>Internal Server Error</h1>') },
    outside(broken('auth.sign-in-failed', 9)),
  ),
  signedIn(
    'a token response without a token',
    'auth.sign-in-failed',
    { onCode: respondJson(200, { ok: true }) },
    outside(broken('auth.sign-in-failed', 9)),
  ),
  signedIn(
    'a page that waits for a person',
    'auth.sign-in-failed',
    { onAuthorize: respondHtml(200, '<form><input name="user"></form>') },
    {
      verdict: 'sign-in-needed',
      primary: null,
      stop: null,
      findings: ['auth.dcr-only', 'auth.sign-in-failed'],
    },
  ),
  signedIn(
    'metadata documents alone, and none was given',
    'auth.sign-in-needs-client',
    { metadata: { client_id_metadata_document_supported: true, registration_endpoint: undefined } },
    {
      verdict: 'sign-in-needed',
      primary: null,
      stop: null,
      findings: ['auth.sign-in-needs-client'],
    },
  ),
  signedIn(
    'a registration that loopback callbacks fail',
    'auth.sign-in-failed',
    { onRegister: respondJson(400, { error: 'invalid_redirect_uri', error_description: 'https only' }) },
    {
      verdict: 'sign-in-needed',
      primary: null,
      stop: null,
      findings: ['auth.dcr-only', 'auth.sign-in-failed'],
    },
  ),
  signedIn(
    'tools with bad names behind the sign-in',
    'tools.name-invalid',
    { mcp: { tools: [...sampleTools, { ...sampleTools[0], name: 'read note!' }] } },
    broken('tools.name-invalid', 11),
  ),
  signedIn(
    'a session that is forgotten behind the sign-in',
    'transport.session-not-kept',
    {
      inside: (mcp) =>
        when(
          (call) => call.message !== null && !asks('initialize')(call),
          respondJson(404, { error: 'Session not found' }),
          mcp,
        ),
    },
    outside(broken('transport.session-not-kept', 11, 'tools.list-failed', 'transport.ping-failed')),
  ),
  signedIn(
    'an app that fails behind the sign-in',
    'http.server-error',
    {
      inside: () => respondHtml(500, '<h1>Internal Server Error</h1>'),
    },
    outside(broken('http.server-error', 10)),
  ),
];

const needsScope: Handler = respondJson(
  403,
  { error: 'insufficient_scope' },
  { 'www-authenticate': 'Bearer error="insufficient_scope", scope="notes:list"' },
);
