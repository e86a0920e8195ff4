import { neverAnswer, respondHtml, respondJson, routes } from '../../clinic/http-call.ts';
import {
  bearerChallenge,
  challenge,
  guardedServer,
  openIdMetadata,
  resourceMetadata,
  serverEndpoints,
  serverMetadata,
} from '../../clinic/oauth.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { JsonObject } from '../../lib/kernel/json.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, signInNeeded } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const metadataPath = '/.well-known/oauth-protected-resource/mcp';
const authHost = 'auth.acme.dev';
const elsewhere = `https://${authHost}`;
const wellKnown = '/.well-known/oauth-authorization-server';

/** The connector names an issuer on another host, where `documents` are served. */
async function withIssuer(rig: Rig, issuer: string, documents: Readonly<Record<string, JsonObject>>): Promise<string> {
  await rig.host(
    host,
    guardedServer(origin, { resourceDocument: resourceMetadata(url, issuer), serverDocument: null }),
  );
  const table = Object.entries(documents).map(([path, document]) => [path, respondJson(200, document)] as const);
  const endpoints = { ...serverEndpoints(), ...serverEndpoints('/realms/acme') };
  await rig.host(authHost, routes({ ...endpoints, ...Object.fromEntries(table) }));
  return url;
}

/** Resource metadata and authorization server metadata. */
export const metadataCases: readonly CorpusCase[] = [
  {
    name: 'resource metadata below the MCP path',
    origin: 'auth.prm-misplaced',
    start: async (rig) => {
      const document = resourceMetadata(url, origin);
      await rig.host(
        host,
        routes({
          '/mcp': challenge('Bearer'),
          '/mcp/.well-known/oauth-protected-resource': respondJson(200, document),
        }),
      );
      return url;
    },
    expect: broken('auth.prm-misplaced', 5),
  },
  {
    name: 'the web page of an app where the metadata should be',
    origin: 'auth.prm-invalid',
    start: async (rig) => {
      const page = respondHtml(200, '<!doctype html><html><body><div id="root"></div></body></html>');
      await rig.host(host, routes({ '/mcp': challenge(bearerChallenge(`${origin}${metadataPath}`)) }, page));
      return url;
    },
    expect: broken('auth.prm-invalid', 5),
  },
  {
    name: 'resource metadata without a resource',
    origin: 'auth.prm-invalid',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { resourceDocument: { authorization_servers: [origin] } }));
      return url;
    },
    expect: broken('auth.prm-invalid', 5),
  },
  {
    name: 'the origin as resource, and the endpoint at /mcp',
    origin: 'C085',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { resourceDocument: resourceMetadata(origin, origin) }));
      return url;
    },
    expect: degraded('auth.prm-resource-mismatch'),
  },
  {
    name: 'the resource of the test system',
    origin: 'auth.prm-resource-mismatch',
    start: async (rig) => {
      const document = resourceMetadata('https://staging.acme.dev/mcp', origin);
      await rig.host(host, guardedServer(origin, { resourceDocument: document }));
      return url;
    },
    expect: broken('auth.prm-resource-mismatch', 5),
  },
  {
    name: 'a resource that differs only in letters that do not count',
    origin: 'auth.prm-resource-mismatch',
    start: async (rig) => {
      const document = resourceMetadata('HTTPS://MCP.acme.dev:443/mcp/', origin);
      await rig.host(host, guardedServer(origin, { resourceDocument: document }));
      return url;
    },
    expect: signInNeeded(),
  },
  {
    name: 'the challenge leads to the root document, which is about this endpoint',
    origin: 'C084',
    start: async (rig) => {
      const root = '/.well-known/oauth-protected-resource';
      await rig.host(
        host,
        guardedServer(origin, {
          onMcp: challenge(bearerChallenge(`${origin}${root}`)),
          resourceDocument: null,
          more: { [root]: respondJson(200, resourceMetadata(url, origin)) },
        }),
      );
      return url;
    },
    expect: signInNeeded(),
  },
  {
    name: 'no authorization server is named',
    origin: 'auth.prm-no-authorization-server',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { resourceDocument: { resource: url }, serverDocument: null }));
      return url;
    },
    expect: broken('auth.prm-no-authorization-server', 5),
  },
  {
    name: 'the first authorization server is dead, the second is well',
    origin: 'auth.prm-first-server-broken',
    start: async (rig) => {
      const document = { ...resourceMetadata(url, elsewhere), authorization_servers: [elsewhere, origin] };
      await rig.host(host, guardedServer(origin, { resourceDocument: document }));
      await rig.host(authHost, routes({}));
      return url;
    },
    expect: broken('auth.prm-first-server-broken', 5, 'auth.as-metadata-not-found', 'auth.as-on-other-host'),
  },
  {
    name: 'the authorization server is down',
    origin: 'C151',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { issuer: elsewhere, serverDocument: null }));
      await rig.dead(authHost);
      return url;
    },
    expect: broken('auth.as-unreachable', 6, 'auth.as-on-other-host', 'net.refused'),
  },
  {
    name: 'the authorization server’s certificate is self-signed',
    origin: 'auth.as-unreachable',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { issuer: elsewhere, serverDocument: null }));
      await rig.host(authHost, routes({}), { tls: { chain: 'self-signed' } });
      return url;
    },
    expect: broken('auth.as-unreachable', 6, 'auth.as-on-other-host', 'tls.untrusted-issuer'),
  },
  {
    name: 'the authorization server takes its time',
    origin: 'C152',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { issuer: elsewhere, serverDocument: null }));
      await rig.host(authHost, neverAnswer);
      return url;
    },
    flags: { stepTimeoutMs: 1_500 },
    expect: broken('auth.as-unreachable', 6, 'auth.as-on-other-host', 'http.too-slow'),
  },
  {
    name: 'a bot challenge stands before the authorization server',
    origin: 'C151',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { issuer: elsewhere, serverDocument: null }));
      const page = '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>';
      await rig.host(authHost, respondHtml(403, page, { server: 'cloudflare', 'cf-mitigated': 'challenge' }));
      return url;
    },
    expect: broken('auth.as-unreachable', 6, 'auth.as-on-other-host', 'http.bot-challenge'),
  },
  {
    name: 'the authorization server’s app is not running',
    origin: 'auth.as-unreachable',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { issuer: elsewhere, serverDocument: null }));
      await rig.host(authHost, respondHtml(503, '<h1>503 Service Temporarily Unavailable</h1>', { server: 'nginx' }));
      return url;
    },
    expect: broken('auth.as-unreachable', 6, 'auth.as-on-other-host', 'http.gateway-error'),
  },
  {
    name: 'authorization server metadata nowhere',
    origin: 'auth.as-metadata-not-found',
    start: (rig) => withIssuer(rig, elsewhere, {}),
    expect: broken('auth.as-metadata-not-found', 6, 'auth.as-on-other-host'),
  },
  {
    name: 'authorization server metadata without endpoints',
    origin: 'auth.as-metadata-invalid',
    start: (rig) => {
      const named = ['issuer', 'registration_endpoint', 'client_id_metadata_document_supported'];
      const document = serverMetadata(elsewhere);
      const kept = Object.entries(document).filter(([name]) => named.includes(name) || name.endsWith('_supported'));
      return withIssuer(rig, elsewhere, { [wellKnown]: Object.fromEntries(kept) });
    },
    expect: broken('auth.as-metadata-invalid', 6, 'auth.as-on-other-host'),
  },
  {
    name: 'RFC 8414 metadata appended to the issuer’s path',
    origin: 'auth.as-metadata-misplaced',
    start: (rig) =>
      withIssuer(rig, `${elsewhere}/tenants/acme`, {
        [`/tenants/acme${wellKnown}`]: serverMetadata(`${elsewhere}/tenants/acme`),
      }),
    expect: broken('auth.as-metadata-misplaced', 6, 'auth.as-metadata-not-found', 'auth.as-on-other-host'),
  },
  {
    name: 'the document names another issuer',
    origin: 'C021',
    start: (rig) => withIssuer(rig, `${elsewhere}/oidc`, { [`${wellKnown}/oidc`]: serverMetadata(elsewhere) }),
    expect: broken('auth.issuer-mismatch', 6, 'auth.as-on-other-host'),
  },
  {
    name: 'Keycloak: only OpenID Connect metadata, appended to the realm',
    origin: 'auth.as-on-other-host',
    start: (rig) =>
      withIssuer(rig, `${elsewhere}/realms/acme`, {
        '/realms/acme/.well-known/openid-configuration': openIdMetadata(`${elsewhere}/realms/acme`),
      }),
    expect: signInNeeded('auth.as-on-other-host'),
  },
  {
    name: 'Auth0: an issuer that ends in a slash',
    origin: 'auth.as-on-other-host',
    start: (rig) => withIssuer(rig, `${elsewhere}/`, { [wellKnown]: serverMetadata(`${elsewhere}/`) }),
    expect: signInNeeded('auth.as-on-other-host'),
  },
  listing(['https://other.acme.dev/mcp'], 'other connectors alone', 'auth.prm-resource-mismatch'),
  listing(['https://other.acme.dev/mcp', origin], 'the connector’s origin among others'),
];

/** A sign-in service that lists the resources that it knows. */
function listing(resources: readonly string[], which: string, ...findings: readonly FindingCode[]): CorpusCase {
  return {
    name: `a sign-in service that lists ${which} in protected_resources`,
    origin: 'auth.prm-resource-mismatch',
    start: (rig) =>
      withIssuer(rig, elsewhere, { [wellKnown]: { ...serverMetadata(elsewhere), protected_resources: resources } }),
    expect: signInNeeded('auth.as-on-other-host', ...findings),
  };
}
