import assert from 'node:assert/strict';
import { redirect, respond, when } from '../../clinic/http-call.ts';
import { guardedServer, resourceMetadata } from '../../clinic/oauth.ts';
import type { JsonObject } from '../../lib/kernel/json.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, signInNeeded } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';
import { registeringMetadata, signInService, type ServiceWish } from '../support/sign-in-service.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const shop = 'shop.example-corp.com';
const active = { active: true } as const;

/** A service that would have us write to somebody else, who must hear nothing of it but what is asked with GET. */
function service(
  name: string,
  more: Pick<CorpusCase, 'origin' | 'expect'> & Partial<CorpusCase>,
  wish: ServiceWish,
  metadata: JsonObject = {},
): CorpusCase {
  return {
    name,
    start: async (rig) => {
      await rig.host(shop, respond(200, {}));
      const made = signInService(origin, rig.secrets.token, wish);
      const serverDocument = registeringMetadata(origin, metadata);
      const server = guardedServer(origin, { serverDocument, more: made.routes });
      const isClient = when(({ url: asked }) => asked.pathname.startsWith('/clients/'), made.manage, server);
      await rig.host(host, isClient);
      return url;
    },
    flags: active,
    also: heardNothing,
    ...more,
  };
}

function heardNothing(rig: Rig): void {
  const heard = rig.log.requests.filter(({ host: asked, method }) => asked === shop && method !== 'GET');
  assert.deepEqual(heard, []);
}

function posts(rig: Rig, path: string) {
  return rig.log.requests.filter((request) => request.method === 'POST' && request.path === path);
}

const managedAtShop: ServiceWish = {
  registered: (answer) => ({ ...answer, registration_client_uri: `https://${shop}/api/users/42?confirm=1` }),
};

/** Services that would lead us to harm others, or to give a secret away. */
export const activeSafetyCases: readonly CorpusCase[] = [
  service(
    'a removal worded for a host that the metadata names for sign-ins',
    {
      origin: 'auth.registration-left-behind',
      expect: signInNeeded('auth.dcr-only', 'auth.registration-left-behind'),
    },
    managedAtShop,
    { authorization_endpoint: `https://${shop}/login` },
  ),
  service(
    'a removal worded for a host that the metadata names for sign-ins, after a sign-in',
    {
      origin: 'auth.registration-left-behind',
      flags: { signIn: 'headless' },
      expect: signInNeeded('auth.dcr-only', 'auth.registration-left-behind', 'auth.sign-in-failed'),
    },
    managedAtShop,
    { authorization_endpoint: `https://${shop}/login` },
  ),
  service(
    'a registration that is redirected to somebody else',
    { origin: 'auth.dcr-rejected', expect: degraded('auth.dcr-rejected', 'auth.dcr-only') },
    { onRegister: () => redirect(307, `https://${shop}/api/create`) },
  ),
  service(
    'sign-in redirects without end',
    {
      origin: 'auth.endpoint-unreachable',
      expect: degraded('auth.endpoint-unreachable', 'auth.dcr-only'),
    },
    { onAuthorize: redirect(302, ({ url: { pathname, search } }) => `${pathname}${search}&again`) },
  ),
  service(
    'a sign-in that is redirected into a private network',
    {
      origin: 'auth.endpoint-private-host',
      expect: degraded('auth.endpoint-private-host', 'auth.dcr-only'),
    },
    { onAuthorize: redirect(302, 'https://10.1.2.3/login') },
  ),
  {
    name: 'a secret that was given, and metadata of another resource',
    origin: 'auth.prm-resource-mismatch',
    start: async (rig) => {
      const made = signInService(origin, rig.secrets.token);
      const resourceDocument = resourceMetadata('https://other.example-corp.com/mcp', origin);
      const serverDocument = registeringMetadata(origin);
      await rig.host(host, guardedServer(origin, { serverDocument, resourceDocument, more: made.routes }));
      return url;
    },
    flags: { active: true, client: (rig) => ({ id: 'made-beforehand', secret: rig.secrets.own }) },
    expect: broken('auth.prm-resource-mismatch', 5, 'auth.authorize-rejects-callback', 'auth.dcr-only'),
    also: (rig) => {
      // Nothing else takes a secret.
      assert.deepEqual(posts(rig, '/token'), []);
    },
  },
];
