import assert from 'node:assert/strict';
import { asks, respondHtml, respondJson, when, type Handler } from '../../clinic/http-call.ts';
import { sampleTools } from '../../clinic/mcp-methods.ts';
import { challenge } from '../../clinic/oauth.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { StepNumber } from '../../lib/kernel/step.ts';
import type { CaseFlags, CorpusCase } from '../support/corpus-case.ts';
import {
  leavesNothing,
  origin,
  serverOf,
  start,
  startPartial,
  startSse,
  url,
  type Wish,
} from '../support/signed-in-connector.ts';

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
  {
    name: 'the older transport behind a sign-in',
    origin: 'transport.sse-only',
    start: startSse,
    flags: signIn,
    expect: outside(degraded('transport.sse-only')),
    also: (rig, report) => {
      leavesNothing(rig, report);
      assert.equal(report.facts.transport, 'http+sse');
      assert.equal(report.facts.tools?.count, sampleTools.length);
    },
  },
  signedIn(
    'a service that removes no client',
    'auth.registration-left-behind',
    { management: false, metadata: { revocation_endpoint: undefined } },
    ready('auth.registration-left-behind', 'auth.tokens-left-behind'),
    { also: (rig) => assert.deepEqual(serverOf(rig).left().clients, 1) },
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
    {
      also: (rig, report) => {
        leavesNothing(rig, report);
        assert.equal(report.facts.tools, null);
      },
    },
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
    'no refresh token, although it was offered and asked for',
    'C063',
    { refresh: 'none' },
    ready('auth.refresh-not-issued'),
  ),
  signedIn(
    'a client ID that the service does not know',
    'auth.sign-in-failed',
    { onAuthorize: respondHtml(400, '<h1>invalid_client</h1><p>client is not registered</p>') },
    { verdict: 'sign-in-needed', primary: null, stop: null, findings: ['auth.dcr-only', 'auth.sign-in-failed'] },
    {
      flags: { ...signIn, client: () => ({ id: 'nobody' }) },
      also: (_rig, { findings }) => {
        const failed = findings.find(({ code }) => code === 'auth.sign-in-failed');
        assert.equal(failed?.title, 'The sign-in service does not know the client that you gave');
        assert.equal(failed.who, 'you');
        assert.equal(failed.severity, 'problem');
      },
    },
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
