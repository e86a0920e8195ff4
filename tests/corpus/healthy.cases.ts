import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { asks, respond, routes, when } from '../../clinic/http-call.ts';
import { sampleTools } from '../../clinic/mcp-methods.ts';
import { guardedServer, resourceMetadata } from '../../clinic/oauth.ts';
import { proxyTo, sdkV1Sse, sdkV1Stateful, sdkV1Stateless, sdkV2, startPlain } from '../support/official-servers.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { degraded, openAndStrict, ready, signInNeeded } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';
import { spawnServerEverything } from '../support/spawned-server.ts';
import { listen } from '../../clinic/front.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;

async function behindFront(rig: Rig, plain: { readonly port: number; close(): Promise<void> }): Promise<void> {
  rig.keep(plain);
  await rig.host(host, proxyTo(plain.port));
}

/** Servers about which there is nothing to complain, official ones among them. */
export const healthyCases: readonly CorpusCase[] = [
  {
    name: 'our minimal server, answering in JSON',
    origin: 'auth.open',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      return url;
    },
    flags: { headers: (rig) => ({ 'x-api-key': rig.secrets.own }) },
    expect: ready('auth.own-header-used', 'transport.version-header-strict'),
  },
  {
    name: 'our minimal server, answering in events',
    origin: 'auth.open',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ replies: 'sse' }) }));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'a stream on which nothing is ever said',
    origin: 'transport.get-hangs',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ stream: 'silent' }) }));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'three pages of tools',
    origin: 'tools.pagination-broken',
    start: async (rig) => {
      const tools = Array.from({ length: 5 }, (_, index) => ({ ...sampleTools[0], name: `notes_${String(index)}` }));
      await rig.host(host, routes({ '/mcp': rig.mcp({ tools, pageSize: 2 }) }));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'a deeper path on the same origin as a web site',
    origin: 'C090',
    start: async (rig) => {
      await rig.host(host, routes({ '/team/acme/mcp': rig.mcp({ replies: 'sse' }) }));
      return `${origin}/team/acme/mcp`;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'a session that can be opened once in the server’s life',
    origin: 'transport.session-not-kept',
    start: async (rig) => {
      const mcp = rig.mcp();
      let opened = 0;
      await rig.host(
        host,
        routes({
          '/mcp': when(
            (call) => asks('initialize')(call) && (opened += 1) > 1,
            respond(503, { 'content-type': 'text/plain' }, 'one session only'),
            mcp,
          ),
        }),
      );
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'the official v1 SDK with sessions',
    origin: 'auth.open',
    start: async (rig) => {
      await behindFront(rig, await startPlain(sdkV1Stateful()));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'the official v1 SDK without sessions',
    origin: 'auth.open',
    start: async (rig) => {
      await behindFront(rig, await startPlain(sdkV1Stateless()));
      return url;
    },
    expect: ready(...openAndStrict),
  },
  {
    name: 'the official v1 SDK over legacy HTTP+SSE',
    origin: 'transport.sse-only',
    start: async (rig) => {
      await behindFront(rig, await startPlain(sdkV1Sse()));
      return `${origin}/sse`;
    },
    expect: degraded('transport.sse-only', 'auth.open'),
  },
  {
    name: 'the official v2 SDK, both eras',
    origin: 'transport.dual-era',
    start: async (rig) => {
      await behindFront(rig, await startPlain(sdkV2()));
      return url;
    },
    expect: ready('transport.dual-era', ...openAndStrict),
  },
  {
    name: 'server-everything over Streamable HTTP',
    origin: 'auth.open',
    start: async (rig) => {
      await behindFront(rig, await spawnServerEverything('streamableHttp'));
      return url;
    },
    // It answers a session that it does not know by 400.
    expect: ready('transport.stale-session-not-404', ...openAndStrict),
  },
  {
    name: 'server-everything over legacy HTTP+SSE',
    origin: 'transport.sse-only',
    start: async (rig) => {
      await behindFront(rig, await spawnServerEverything('sse'));
      return `${origin}/sse`;
    },
    expect: degraded('transport.sse-only', 'auth.open'),
  },
  {
    name: 'a server with sign-in on its own origin',
    origin: 'C071',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin));
      return url;
    },
    expect: signInNeeded(),
  },
  {
    name: 'oidc-provider as authorization server on another host',
    origin: 'auth.as-on-other-host',
    start: async (rig) => {
      const issuer = 'https://auth.acme.dev';
      const provider = new Provider(issuer, {
        clients: [],
        features: { registration: { enabled: true }, devInteractions: { enabled: false } },
      });
      provider.proxy = true;
      const plain = await listen(createServer(provider.callback()));
      rig.keep(plain);
      await rig.host('auth.acme.dev', proxyTo(plain.port));
      await rig.host(
        host,
        guardedServer(origin, { resourceDocument: resourceMetadata(url, issuer), serverDocument: null }),
      );
      return url;
    },
    // It routes POST alone to its token and registration endpoints.
    expect: signInNeeded('auth.as-on-other-host', 'auth.dcr-only', 'auth.provider'),
  },
];
