import assert from 'node:assert/strict';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { fixWords } from '../../lib/report/words/finding-words.ts';
import { whoWords } from '../../lib/report/words/who-words.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { putUpBetterAuth } from '../support/authorization-servers/better-auth.ts';
import { putUpOidcProvider } from '../support/authorization-servers/oidc-provider.ts';
import { putUpSdkV1 } from '../support/authorization-servers/sdk-v1.ts';
import { putUpWorkersProvider } from '../support/authorization-servers/workers-provider.ts';
import { broken, degraded, signInNeeded } from '../support/expectations.ts';

/** What the v1 SDK’s router leaves out of its metadata, whoever uses it. */
const ofSdkV1 = ['auth.dcr-only', 'auth.iss-parameter-missing', 'auth.offline-access-missing'] as const;

function fixOf(report: Report, code: FindingCode): string {
  const finding = report.findings.find((each) => each.code === code);
  return finding ? fixWords(finding) : '';
}

/** Real authorization servers, configured as they should be, and as people configure them by mistake. */
export const authorityCases: readonly CorpusCase[] = [
  {
    name: 'oidc-provider with resource indicators, before the v1 SDK',
    origin: 'auth.as-on-other-host',
    start: (rig) => putUpOidcProvider(rig),
    expect: signInNeeded('auth.as-on-other-host', 'auth.dcr-only', 'auth.provider'),
  },
  {
    name: 'oidc-provider with resource indicators, before the v2 SDK',
    origin: 'auth.as-on-other-host',
    start: (rig) => putUpOidcProvider(rig, { guard: 'sdk-v2' }),
    expect: signInNeeded('auth.as-on-other-host', 'auth.dcr-only', 'auth.provider'),
  },
  {
    name: 'the v1 SDK as its own authorization server',
    origin: 'auth.dcr-only',
    start: (rig) => putUpSdkV1(rig),
    expect: signInNeeded(...ofSdkV1, 'auth.provider'),
  },
  {
    name: 'the v1 SDK’s two apps, the authorization server on a host of its own',
    origin: 'auth.as-on-other-host',
    start: (rig) => putUpSdkV1(rig, { authorization: 'own-host' }),
    expect: signInNeeded('auth.as-on-other-host', ...ofSdkV1, 'auth.provider'),
  },
  {
    name: 'better-auth with its MCP plugin, below /api/auth',
    origin: 'auth.dcr-only',
    start: (rig) => putUpBetterAuth(rig),
    expect: signInNeeded('auth.dcr-only', 'auth.provider', 'auth.bogus-token-no-error-code'),
    also: (_rig, report) => {
      assert.match(fixOf(report, 'auth.bogus-token-no-error-code'), /wrap requireMcpAuth/);
      assert.match(fixOf(report, 'auth.provider'), /allowUnauthenticatedClientRegistration/);
    },
  },
  {
    name: 'the OAuth library for Workers, with registration',
    origin: 'auth.dcr-only',
    start: (rig) => putUpWorkersProvider(rig),
    expect: signInNeeded('auth.dcr-only', 'auth.provider'),
  },
  {
    name: 'the OAuth library for Workers, with client ID metadata documents',
    origin: 'auth.no-registration-way',
    start: (rig) => putUpWorkersProvider(rig, { metadataDocuments: true, registration: false }),
    expect: signInNeeded('auth.provider'),
  },
  {
    name: 'oidc-provider that does not trust the proxy before it',
    origin: 'auth.endpoint-not-https',
    start: (rig) => putUpOidcProvider(rig, { trustsProxy: false }),
    expect: broken('auth.endpoint-not-https', 6, 'auth.as-on-other-host', 'auth.dcr-only', 'auth.provider'),
    also: (_rig, report) => {
      assert.match(fixOf(report, 'auth.endpoint-not-https'), /^Set provider\.proxy = true/);
    },
  },
  {
    name: 'oidc-provider without registration, as it comes',
    origin: 'auth.no-registration-way',
    start: (rig) => putUpOidcProvider(rig, { registration: false }),
    expect: degraded('auth.no-registration-way', 'auth.as-on-other-host', 'auth.provider'),
  },
  {
    name: 'the v1 SDK’s router without resourceServerUrl',
    origin: 'C085',
    start: (rig) => putUpSdkV1(rig, { resourceNamed: false }),
    expect: degraded('auth.prm-resource-mismatch', 'auth.prm-invalid', ...ofSdkV1, 'auth.provider'),
    also: (_rig, report) => {
      assert.match(fixOf(report, 'auth.prm-resource-mismatch'), /^Set resourceServerUrl/);
    },
  },
  {
    name: 'the v1 SDK’s guard without resourceMetadataUrl',
    origin: 'auth.challenge-without-metadata-url',
    start: (rig) => putUpSdkV1(rig, { challengeNamesMetadata: false }),
    expect: degraded('auth.challenge-without-metadata-url', ...ofSdkV1, 'auth.provider'),
  },
  {
    name: 'the v1 SDK’s example deployed with the issuer of the developer’s machine',
    origin: 'auth.as-unreachable',
    start: (rig) => putUpSdkV1(rig, { issuer: 'http://localhost:3001/' }),
    expect: broken('auth.as-unreachable', 6),
    also: (_rig, report) => {
      const cause = report.findings.find(({ code }) => code === 'auth.as-unreachable');
      assert.equal(cause && whoWords(cause, report), 'Only the people who run mcp.acme.dev can change this.');
    },
  },
  {
    name: 'better-auth that is reached below /api/auth only',
    origin: 'auth.prm-not-found',
    start: (rig) => putUpBetterAuth(rig, { wellKnownRouted: false }),
    expect: broken('auth.prm-not-found', 5),
    also: (_rig, report) => {
      assert.match(fixOf(report, 'auth.prm-not-found'), /as the challenge says already/);
    },
  },
  {
    name: 'better-auth deployed with the BETTER_AUTH_URL of the developer’s machine',
    origin: 'auth.as-unreachable',
    start: (rig) => putUpBetterAuth(rig, { baseUrl: 'http://localhost:3000' }),
    expect: broken('auth.as-unreachable', 6, 'auth.bogus-token-no-error-code'),
  },
  {
    name: 'better-auth without registration, as its MCP plugin comes',
    origin: 'auth.no-registration-way',
    start: (rig) => putUpBetterAuth(rig, { registration: false }),
    expect: degraded('auth.no-registration-way', 'auth.provider', 'auth.bogus-token-no-error-code'),
    also: (_rig, report) => {
      assert.equal(fixOf(report, 'auth.provider'), 'Nothing needs to be done.');
    },
  },
  {
    name: 'the OAuth library for Workers with the origin as resource',
    origin: 'C085',
    start: (rig) => putUpWorkersProvider(rig, { resource: 'https://mcp.acme.dev' }),
    expect: degraded('auth.prm-resource-mismatch', 'auth.dcr-only', 'auth.provider'),
  },
  {
    name: 'the OAuth library for Workers on a custom domain, with the resource of workers.dev',
    origin: 'auth.prm-resource-mismatch',
    start: (rig) => putUpWorkersProvider(rig, { resource: 'https://notes.acme.workers.dev/mcp' }),
    expect: degraded(
      'auth.prm-resource-mismatch',
      'auth.prm-absent-origin-fallback',
      'auth.challenge-without-metadata-url',
      'auth.dcr-only',
      'auth.provider',
    ),
    also: (_rig, report) => {
      assert.match(fixOf(report, 'auth.prm-resource-mismatch'), /^Set resourceMetadata\.resource/);
      assert.match(fixOf(report, 'auth.prm-absent-origin-fallback'), /^Set resourceMetadata\.resource/);
    },
  },
  {
    name: 'the OAuth library for Workers that knows workers.dev alone, asked by the active plan',
    origin: 'auth.authorize-rejects-callback',
    start: (rig) => putUpWorkersProvider(rig, { resource: 'https://notes.acme.workers.dev/mcp' }),
    flags: { active: true },
    expect: broken(
      'auth.authorize-rejects-callback',
      8,
      'auth.prm-resource-mismatch',
      'auth.prm-absent-origin-fallback',
      'auth.challenge-without-metadata-url',
      'auth.dcr-only',
      'auth.provider',
      'auth.registration-left-behind',
    ),
    also: (_rig, report) => {
      assert.match(fixOf(report, 'auth.authorize-rejects-callback'), /resourceMetadata\.resource/);
    },
  },
  {
    name: 'better-auth’s OAuth provider, which was told of no resource',
    origin: 'auth.authorize-rejects-callback',
    start: (rig) => putUpBetterAuth(rig, { plugin: 'oauth-provider' }),
    flags: { active: true },
    expect: broken(
      'auth.authorize-rejects-callback',
      8,
      'auth.dcr-only',
      'auth.registration-left-behind',
      'auth.provider',
      'auth.bogus-token-no-error-code',
    ),
    also: (_rig, report) => {
      assert.match(fixOf(report, 'auth.authorize-rejects-callback'), /clientRegistrationDefaultResources/);
    },
  },
  {
    name: 'the v1 SDK’s example provider as it is, whose plain errors become 500',
    origin: 'auth.token-error-nonstandard',
    start: (rig) => putUpSdkV1(rig, { demoAsIs: true }),
    flags: { active: true },
    expect: degraded(
      'auth.token-error-nonstandard',
      'auth.registration-left-behind',
      ...ofSdkV1,
      'auth.provider',
      'auth.bogus-token-not-401',
    ),
  },
];
