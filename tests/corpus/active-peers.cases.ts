import assert from 'node:assert/strict';
import { redirect, respondJson, routes, when } from '../../clinic/http-call.ts';
import { guardedServer, resourceMetadata, serverMetadata } from '../../clinic/oauth.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, openAndStrict, ready, signInNeeded } from '../support/expectations.ts';
import { putUpBetterAuth } from '../support/authorization-servers/better-auth.ts';
import { putUpOidcProvider } from '../support/authorization-servers/oidc-provider.ts';
import { authHost, authOrigin, mcpHost, mcpOrigin, mcpUrl } from '../support/authorization-servers/peer.ts';
import { putUpSdkV1 } from '../support/authorization-servers/sdk-v1.ts';
import { putUpWorkersProvider } from '../support/authorization-servers/workers-provider.ts';
import type { Rig } from '../support/rig.ts';
import { registeringMetadata, signInService } from '../support/sign-in-service.ts';

const flags = { active: true } as const;
const leftBehind = 'auth.registration-left-behind';

function asked(rig: Rig, method: string, path: RegExp) {
  return rig.log.requests.filter((request) => request.method === method && path.test(request.path));
}

/** A service whose registrations are said to be managed at another address. */
function managedAt(name: string, address: (rig: Rig) => Promise<string>): CorpusCase {
  return {
    name,
    origin: leftBehind,
    start: async (rig) => {
      const url = await address(rig);
      const service = signInService(mcpOrigin, rig.secrets.token, {
        registered: (answer) => ({ ...answer, registration_client_uri: url }),
      });
      const server = guardedServer(mcpOrigin, { serverDocument: registeringMetadata(mcpOrigin), more: service.routes });
      await rig.host(mcpHost, server);
      return mcpUrl;
    },
    flags,
    expect: signInNeeded('auth.dcr-only', leftBehind),
    also: (rig) => {
      assert.deepEqual(asked(rig, 'DELETE', /./), [], 'the token for the removal was sent away');
    },
  };
}

/** A server whose sign-in page leads on to another address. */
function leadingTo(
  name: string,
  address: (rig: Rig) => Promise<string>,
  expect: CorpusCase['expect'] = signInNeeded(),
): CorpusCase {
  return {
    name,
    origin: 'auth.authorize-rejects-callback',
    start: async (rig) => {
      const onAuthorize = redirect(302, await address(rig));
      const { routes: more } = signInService(mcpOrigin, rig.secrets.token, { onAuthorize });
      await rig.host(mcpHost, guardedServer(mcpOrigin, { more }));
      return mcpUrl;
    },
    flags,
    expect,
  };
}

/** The active plan before real authorization servers, and before some that mean us harm. */
export const activePeerCases: readonly CorpusCase[] = [
  {
    name: 'oidc-provider registers Claude, leads back to it, and removes the clients again',
    origin: leftBehind,
    start: putUpOidcProvider,
    flags,
    expect: signInNeeded('auth.as-on-other-host', 'auth.dcr-only', 'auth.provider'),
    also: (rig, report) => {
      assert.equal(asked(rig, 'POST', /^\/reg$/).length, 2);
      const removals = asked(rig, 'DELETE', /^\/reg\//).map(({ status }) => status);
      assert.deepEqual(removals, [204, 204]);
      const provider = report.findings.find(({ code }) => code === 'auth.provider');
      assert.equal(provider?.values['traps'], 'past');
    },
  },
  {
    name: 'the v1 SDK’s example provider, on which registrations stay',
    origin: leftBehind,
    start: putUpSdkV1,
    flags,
    expect: signInNeeded(
      'auth.dcr-only',
      'auth.iss-parameter-missing',
      'auth.offline-access-missing',
      'auth.provider',
      leftBehind,
    ),
    also: (_rig, report) => {
      const { values } = report.findings.find(({ code }) => code === leftBehind) ?? {};
      assert.match(String(values?.['clients']), /^[\da-f-]{36}, [\da-f-]{36}$/);
    },
  },
  {
    name: 'better-auth with its MCP plugin, asked by the active plan',
    origin: leftBehind,
    start: putUpBetterAuth,
    flags,
    expect: signInNeeded('auth.dcr-only', 'auth.provider', leftBehind, 'auth.bogus-token-no-error-code'),
  },
  {
    name: 'the OAuth library of Cloudflare Workers, asked by the active plan',
    origin: leftBehind,
    start: putUpWorkersProvider,
    flags,
    expect: signInNeeded('auth.dcr-only', 'auth.provider', leftBehind),
  },
  {
    name: 'oidc-provider that knows no resource',
    origin: 'auth.authorize-rejects-callback',
    start: (rig) => putUpOidcProvider(rig, { resourceKnown: false }),
    flags,
    expect: broken('auth.authorize-rejects-callback', 8, 'auth.as-on-other-host', 'auth.dcr-only', 'auth.provider'),
  },
  {
    name: 'Claude comes with its metadata document and registers nowhere',
    origin: 'auth.dcr-rejected',
    start: async (rig) => {
      const { routes: more } = signInService(mcpOrigin, rig.secrets.token);
      await rig.host(mcpHost, guardedServer(mcpOrigin, { more }));
      return mcpUrl;
    },
    flags,
    expect: signInNeeded(),
    also: (rig) => {
      assert.deepEqual(asked(rig, 'POST', /register/), []);
      assert.equal(asked(rig, 'POST', /token/).length, 1);
    },
  },
  {
    name: 'the client ID that was made beforehand, unknown to the sign-in service',
    origin: 'auth.authorize-rejects-callback',
    start: async (rig) => {
      const { routes: more } = signInService(mcpOrigin, rig.secrets.token);
      await rig.host(mcpHost, guardedServer(mcpOrigin, { more, serverDocument: registeringMetadata(mcpOrigin) }));
      return mcpUrl;
    },
    flags: { active: true, client: (rig) => ({ id: 'made-beforehand', secret: rig.secrets.own }) },
    expect: broken('auth.authorize-rejects-callback', 8, 'auth.dcr-only'),
    also: (rig) => {
      assert.deepEqual(asked(rig, 'POST', /register/), []);
    },
  },
  {
    name: 'an open server is asked nothing more by the active plan',
    origin: 'auth.open',
    start: async (rig) => {
      await rig.host(mcpHost, routes({ '/mcp': rig.mcp() }));
      return mcpUrl;
    },
    flags,
    expect: ready(...openAndStrict),
  },
  {
    name: 'the registration endpoint is on a private address',
    origin: 'auth.endpoint-private-host',
    start: async (rig) => {
      const trap = await rig.trap();
      const document = registeringMetadata(mcpOrigin, {
        registration_endpoint: `https://127.0.0.1:${String(trap.port)}/register`,
      });
      const { routes: more } = signInService(mcpOrigin, rig.secrets.token);
      await rig.host(mcpHost, guardedServer(mcpOrigin, { serverDocument: document, more }));
      return mcpUrl;
    },
    flags,
    expect: broken('auth.endpoint-private-host', 6, 'auth.dcr-only'),
  },
  managedAt('a registration that is managed in a private network', async (rig) => {
    const trap = await rig.trap();
    return `https://127.0.0.1:${String(trap.port)}/clients/1`;
  }),
  managedAt('a registration that is managed by somebody else', async (rig) => {
    await rig.host('evil.acme-tools.com', respondJson(200, {}));
    return 'https://evil.acme-tools.com/clients/1';
  }),
  leadingTo(
    'a sign-in page in a private network',
    async (rig) => {
      const trap = await rig.trap();
      return `https://127.0.0.1:${String(trap.port)}/login`;
    },
    degraded('auth.endpoint-private-host'),
  ),
  leadingTo('a sign-in page that sends us to Claude', async (rig) => {
    await rig.trap('claude.ai');
    return 'https://claude.ai/login?returnTo=%2F';
  }),
  {
    name: 'a registration endpoint that is not there for POST either',
    origin: 'auth.endpoint-unreachable',
    start: async (rig) => {
      const { routes: more } = signInService(authOrigin, rig.secrets.token);
      const document = resourceMetadata(mcpUrl, authOrigin);
      await rig.host(mcpHost, guardedServer(mcpOrigin, { resourceDocument: document, serverDocument: null }));
      const metadata = respondJson(200, {
        ...serverMetadata(authOrigin),
        client_id_metadata_document_supported: false,
      });
      const service = routes({ ...more, '/.well-known/oauth-authorization-server': metadata });
      const missing = ({ url }: { readonly url: URL }) => url.pathname === '/register';
      await rig.host(authHost, when(missing, routes({}), service));
      return mcpUrl;
    },
    flags,
    expect: broken('auth.endpoint-unreachable', 6, 'auth.as-on-other-host', 'auth.dcr-only'),
  },
  {
    name: 'a token endpoint that knows GET alone',
    origin: 'auth.token-error-nonstandard',
    start: async (rig) => {
      const onToken = respondJson(405, { message: 'Method Not Allowed' }, { allow: 'GET' });
      const { routes: more } = signInService(mcpOrigin, rig.secrets.token, { onToken });
      await rig.host(mcpHost, guardedServer(mcpOrigin, { more }));
      return mcpUrl;
    },
    flags,
    expect: degraded('auth.token-error-nonstandard'),
  },
];
