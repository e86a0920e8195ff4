import assert from 'node:assert/strict';
import type { CorpusCase } from '../support/corpus-case.ts';
import { putUpBetterAuth } from '../support/authorization-servers/better-auth.ts';
import { putUpOidcProvider } from '../support/authorization-servers/oidc-provider.ts';
import { putUpSdkV1 } from '../support/authorization-servers/sdk-v1.ts';
import { putUpWorkersProvider } from '../support/authorization-servers/workers-provider.ts';
import { broken, degraded, ready, signInNeeded } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const flags = { signIn: 'headless' } as const;

/** What is said of every oidc-provider here. */
const ofOidcProvider = ['auth.as-on-other-host', 'auth.dcr-only', 'auth.provider'] as const;
/** What the v1 SDK’s router leaves out of its metadata. */
const ofSdkV1 = ['auth.dcr-only', 'auth.iss-parameter-missing', 'auth.offline-access-missing'] as const;
/** Few services let a client remove itself again. */
const leftBehind = 'auth.registration-left-behind';
/** And some take no token back. */
const tokensLeft = 'auth.tokens-left-behind';
/** What is seen behind the sign-in, where the official v1 or v2 SDK serves MCP. */
const inV1 = 'transport.version-header-strict';
const inV2 = ['transport.dual-era', 'transport.version-header-strict'] as const;

function statuses(rig: Rig, method: string, path: RegExp): readonly (number | null)[] {
  return rig.log.requests
    .filter((request) => request.method === method && path.test(request.path))
    .map(({ status }) => status);
}

/** Signed in at real authorization servers, which consent without a person. */
export const signedInPeerCases: readonly CorpusCase[] = [
  {
    name: 'signed in at oidc-provider: the token works, is renewed and revoked, and the client is removed',
    origin: 'auth.token-rejected',
    start: (rig) => putUpOidcProvider(rig),
    flags,
    expect: ready(...ofOidcProvider, inV1),
    also: (rig) => {
      assert.deepEqual(statuses(rig, 'POST', /^\/reg$/), [201]);
      assert.ok(statuses(rig, 'POST', /^\/token$/).length > 1, 'no token was renewed');
      assert.ok(statuses(rig, 'POST', /^\/token\/revocation$/).length > 0, 'no token was revoked');
      assert.deepEqual(statuses(rig, 'DELETE', /^\/reg\//), [204]);
    },
  },
  {
    name: 'signed in at oidc-provider, before the v2 SDK',
    origin: 'auth.token-rejected',
    start: (rig) => putUpOidcProvider(rig, { guard: 'sdk-v2' }),
    flags,
    expect: ready(...ofOidcProvider, ...inV2),
  },
  {
    name: 'signed in at oidc-provider with the active plan beside it',
    origin: 'auth.token-rejected',
    start: (rig) => putUpOidcProvider(rig),
    flags: { ...flags, active: true },
    expect: ready(...ofOidcProvider, inV1),
    also: (rig) => {
      const removed = statuses(rig, 'DELETE', /^\/reg\//);
      assert.equal(removed.length, statuses(rig, 'POST', /^\/reg$/).length, 'a client was left behind');
    },
  },
  {
    name: 'signed in at the v1 SDK’s own authorization server',
    origin: 'auth.token-rejected',
    start: (rig) => putUpSdkV1(rig),
    flags,
    expect: ready(leftBehind, tokensLeft, 'auth.provider', ...ofSdkV1, inV1),
  },
  {
    name: 'signed in at the v1 SDK’s authorization server on a host of its own',
    origin: 'auth.as-on-other-host',
    start: (rig) => putUpSdkV1(rig, { authorization: 'own-host' }),
    flags,
    expect: ready(leftBehind, tokensLeft, 'auth.as-on-other-host', 'auth.provider', ...ofSdkV1, inV1),
  },
  {
    name: 'signed in at better-auth',
    origin: 'auth.bogus-token-no-error-code',
    start: (rig) => putUpBetterAuth(rig),
    flags,
    expect: ready(leftBehind, tokensLeft, 'auth.bogus-token-no-error-code', 'auth.dcr-only', 'auth.provider', ...inV2),
  },
  {
    name: 'signed in at a worker with its OAuth library',
    origin: 'auth.token-rejected',
    start: (rig) => putUpWorkersProvider(rig),
    flags,
    expect: ready(leftBehind, 'auth.dcr-only', 'auth.provider', ...inV2),
  },
  {
    name: 'a worker that takes client ID metadata documents alone, and we have none',
    origin: 'auth.sign-in-needs-client',
    start: (rig) => putUpWorkersProvider(rig, { metadataDocuments: true, registration: false }),
    flags,
    expect: signInNeeded('auth.provider', 'auth.sign-in-needs-client'),
  },
  {
    name: 'oidc-provider that offers to renew tokens, and never issues a refresh token',
    origin: 'C063',
    start: (rig) => putUpOidcProvider(rig, { refresh: false }),
    flags,
    expect: ready(...ofOidcProvider, inV1, 'auth.refresh-not-issued'),
  },
  {
    name: 'oidc-provider without resource indicators, whose tokens are for nobody',
    origin: 'auth.token-rejected',
    start: (rig) => putUpOidcProvider(rig, { resourceIndicators: false }),
    flags,
    expect: broken('auth.token-rejected', 10, ...ofOidcProvider),
  },
  {
    name: 'signed in at the v1 SDK’s example provider as it is',
    origin: 'auth.bogus-token-not-401',
    start: (rig) => putUpSdkV1(rig, { demoAsIs: true }),
    flags,
    expect: degraded('auth.bogus-token-not-401', leftBehind, tokensLeft, 'auth.provider', ...ofSdkV1, inV1),
  },
];
