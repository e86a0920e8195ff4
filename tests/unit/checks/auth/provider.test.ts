import { describe, expect, it } from 'vitest';
import { codeDefinitions } from '../../../../lib/checks/catalog.ts';
import { provider } from '../../../../lib/checks/auth/provider.ts';
import { adviceInWords, fixInWords, providerValue, trapsInWords } from '../../../../lib/checks/auth/provider-fix.ts';
import { recognizeProvider } from '../../../../lib/checks/auth/recognize-provider.ts';
import { formatMessage, missingValues, syntaxProblem } from '../../../../lib/i18n/message.ts';
import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import { stringMember, type JsonObject } from '../../../../lib/kernel/json.ts';
import type { AdvisedCode } from '../../../../lib/standards/identity-provider-types.ts';
import { identityProviders } from '../../../../lib/standards/identity-providers.ts';
import { checkWithClient } from '../../../../lib/standards/with-client.ts';
import { attempted, page, registration, visit } from './active-evidence.ts';
import { providerDocuments, unknownDocuments } from './provider-documents.ts';
import {
  answer,
  attempt,
  bearer,
  goodResource,
  goodServer,
  healthyServer,
  initialize,
  judge,
  listed,
  metadataUrl,
  noResource,
  origin,
  resource,
  server,
  works,
  type Evidence,
} from './sign-in-evidence.ts';

function issuerOf(document: JsonObject): string {
  return stringMember(document, 'issuer') ?? '';
}

function judged(issuer: string, document: JsonObject | null, header = bearer, more: Evidence = {}) {
  const url = `${issuer}/.well-known/oauth-authorization-server`;
  const found = document ? attempt(url, 'rfc8414', { json: document }) : attempt(url, 'rfc8414', answer(404));
  return judge(provider, {
    initialize: initialize(answer(401, '', { 'www-authenticate': header })),
    'resource-metadata': resource(goodResource({ authorization_servers: [issuer] })),
    'authorization-server': server(issuer, found),
    ...more,
  });
}

describe('identity providers', () => {
  it.each(providerDocuments)('%s is recognized by its metadata', (id, document) => {
    expect(recognizeProvider({ issuer: 'https://elsewhere.acme.dev', document })?.id).toBe(id);
    const [finding] = judged(issuerOf(document), document).found;
    expect(finding).toMatchObject({ code: 'auth.provider', subject: { kind: 'authorization-server' } });
    expect(finding?.values).toMatchObject({ provider: id });
  });

  it.each(Object.entries(unknownDocuments))('takes %s for none of them', (_name, document) => {
    expect(recognizeProvider({ issuer: issuerOf(document), document })).toBeUndefined();
    expect(judged(issuerOf(document), document).skipped).toEqual({ 'auth.provider': 'not-applicable' });
  });

  it('are recognized by their address alone where the metadata is missing', () => {
    const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI';
    expect(judged(issuer, null).found[0]?.values).toMatchObject({ provider: 'cognito', name: 'Amazon Cognito' });
  });

  it('are told by the words of the 401 only where the connector signs people in by itself', () => {
    const words = 'The token is unknown. To resolve: clear authentication tokens in your MCP client and reconnect.';
    const header = `Bearer error="invalid_token", error_description="${words}", resource_metadata="${metadataUrl}"`;
    expect(judged(origin, goodServer(origin), header).found[0]?.values).toMatchObject({ provider: 'fastmcp' });
    const elsewhere = 'https://id.acme.dev';
    expect(judged(elsewhere, goodServer(elsewhere), header).codes).toEqual([]);
    const sdk = 'Bearer error="invalid_token", error_description="Authentication required"';
    const routes = goodServer(origin, { registration_endpoint: `${origin}/register` });
    expect(judged(origin, routes, sdk).found[0]?.values).toMatchObject({ provider: 'mcp_sdk' });
    expect(judged(origin, { ...routes, token_endpoint: `${origin}/oauth/token` }, sdk).codes).toEqual([]);
  });

  it('are not told by the connector’s own address where nothing names it as a sign-in service', () => {
    const nowhere = { ...server('https://acme.supabase.co'), from: 'origin' as const };
    const lost = judge(provider, {
      initialize: initialize(answer(401, '', { 'www-authenticate': 'Bearer' })),
      'resource-metadata': noResource(),
      'authorization-server': nowhere,
      'default-endpoints': { endpoints: [] },
    });
    expect(lost.skipped).toEqual({ 'auth.provider': 'not-reached' });
  });

  it('are of no interest on a server that needs no sign-in', () => {
    const open = judge(provider, { initialize: works, listing: listed });
    expect(open.skipped).toEqual({ 'auth.provider': 'not-applicable' });
  });

  it('each have words that are plain text, and sources', () => {
    for (const { id, name, traps, advice, fixes, sources } of identityProviders) {
      expect(id).toMatch(/^\w+$/);
      expect(sources.length, id).toBeGreaterThan(0);
      for (const source of sources) expect(new URL(source).protocol, source).toBe('https:');
      for (const words of [name, traps, advice, ...Object.values(fixes)]) {
        const text = words.replace(checkWithClient, 'check');
        expect(text, id).not.toMatch(/[{}#']/);
        if (text !== name) expect(text, id).toMatch(/^\S.*\.$/u);
      }
    }
    expect(new Set(identityProviders.map(({ id }) => id)).size).toBe(identityProviders.length);
  });

  it('each occur in the table above or are told by the 401', () => {
    const tabled = new Set(providerDocuments.map(([id]) => id as string));
    const others = identityProviders.map(({ id }) => id).filter((id) => !tabled.has(id));
    expect(others).toEqual(['fastmcp']);
  });
});

describe('what people run into with a product', () => {
  const base = `${origin}/api/auth`;
  const betterAuth = (more: JsonObject = {}) =>
    goodServer(base, {
      authorization_endpoint: `${base}/oauth2/authorize`,
      token_endpoint: `${base}/oauth2/token`,
      ...more,
    });
  const registers = betterAuth({ registration_endpoint: `${base}/oauth2/register` });
  const oidc = providerDocuments.find(([id]) => id === 'oidc_provider')?.[1] ?? {};
  const refused = { end: 'callback', error: { code: 'invalid_target', description: '' } } as const;
  const traps = (document: JsonObject, more: Evidence = {}) =>
    judged(issuerOf(document), document, bearer, more).found[0]?.values?.['traps'];

  it('is told as long as nothing shows that it does not arise', () => {
    expect(traps(registers)).toBe('ahead');
    expect(traps(registers, { registration: registration(attempted('claude', 401, '')) })).toBe('ahead');
    expect(traps(oidc)).toBe('ahead');
    expect(traps(oidc, { 'authorization-page': visit(302, '', refused) })).toBe('ahead');
    const keycloak = providerDocuments.find(([id]) => id === 'keycloak')?.[1] ?? {};
    expect(traps(keycloak, { 'authorization-page': visit(200, '', { page: page() }) })).toBe('ahead');
  });

  it('is past where no registration is named, or one was made', () => {
    expect(traps(betterAuth())).toBe('past');
    expect(traps(registers, { registration: registration(attempted('claude', 201)) })).toBe('past');
  });

  it('is past where the resource was taken', () => {
    expect(traps(oidc, { 'authorization-page': visit(200, '', { page: page() }) })).toBe('past');
    expect(traps(oidc, { 'sign-in': signedIn })).toBe('past');
    expect(traps(oidc, { 'sign-in': { ...signedIn, issued: null } })).toBe('ahead');
  });

  it('is left out of the words where it is past', () => {
    const { detail, fix } = provider.codes['auth.provider'];
    const values = { provider: 'oidc_provider', name: 'oidc-provider', traps: 'past' };
    expect(formatMessage(detail, values)).toMatch(/^oidc-provider was recognized by its metadata/);
    expect(formatMessage(fix, values)).toBe('Nothing needs to be done.');
    expect(formatMessage(detail, { ...values, traps: 'ahead' })).toContain('invalid_target');
  });
});

const signedIn: EvidenceMap['sign-in'] = {
  client: 'registered',
  by: 'redirects',
  scope: null,
  registration: null,
  hops: [],
  returnedBy: 'GET',
  tokenAnswer: null,
  issued: { type: 'Bearer', expiresIn: 3600, scope: null, hasRefreshToken: false, claims: null },
  failure: null,
};

describe('words by product', () => {
  it('compose to messages that want nothing but the provider', () => {
    for (const message of [trapsInWords, adviceInWords]) {
      expect(syntaxProblem(message)).toBeNull();
      expect(missingValues(message, { provider: 'entra' })).toEqual([]);
      for (const { id } of identityProviders) expect(formatMessage(message, { provider: id }), id).not.toBe('');
    }
  });

  it('take the place of the general fix, whose placeholders stay', () => {
    const message = fixInWords('auth.no-registration-way', 'Register {who} yourself.');
    expect(syntaxProblem(message)).toBeNull();
    expect(formatMessage(message, { provider: 'other', who: 'it' })).toBe('Register it yourself.');
    expect(formatMessage(message, { provider: 'authentik', who: 'it' })).toMatch(/^In authentik create/);
    expect(formatMessage(message, { provider: 'mcp_sdk', who: 'it' })).toBe('Register it yourself.');
  });

  it('speak of every code that some product has words for', () => {
    const codes = new Set(identityProviders.flatMap(({ fixes }) => Object.keys(fixes) as AdvisedCode[]));
    for (const [code, { fix }] of Object.entries(codeDefinitions)) {
      if (codes.has(code as AdvisedCode)) expect(fix, code).toContain('{provider, select,');
    }
  });

  it('know what the 401 tells of a server that signs people in by itself', () => {
    const words = 'clear authentication tokens in your MCP client and reconnect';
    const challenge = answer(401, '', { 'www-authenticate': `Bearer error_description="${words}"` });
    expect(providerValue(healthyServer, challenge)).toEqual({ provider: 'fastmcp' });
    expect(providerValue(healthyServer)).toEqual({ provider: 'other' });
  });

  it('give the value for a server as it was observed', () => {
    const keycloak = 'https://sso.acme.dev/realms/acme';
    const document = goodServer(keycloak, { authorization_endpoint: `${keycloak}/protocol/openid-connect/auth` });
    const observed = server(
      keycloak,
      attempt(`${keycloak}/.well-known/openid-configuration`, 'oidc-appended', { json: document }),
    );
    expect(providerValue(observed)).toEqual({ provider: 'keycloak' });
    expect(providerValue(undefined)).toEqual({ provider: 'other' });
  });
});
