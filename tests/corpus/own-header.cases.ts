import assert from 'node:assert/strict';
import { respond, respondJson, routes, when, type Handler } from '../../clinic/http-call.ts';
import { rpcError } from '../../clinic/mcp-methods.ts';
import { guardedServer } from '../../clinic/oauth.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, ready, signInNeeded } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;

/** As servers with a fixed token answer everybody else: no challenge, no metadata. */
const missingToken = respondJson(401, {
  jsonrpc: '2.0',
  error: rpcError(-32001, 'Unauthorized: Missing bearer token'),
  id: null,
});

function forToken(rig: Rig, refuse: Handler): Handler {
  const mcp = rig.mcp();
  return when((call) => call.headers.authorization === `Bearer ${rig.secrets.own}`, mcp, refuse);
}

/** Servers that take a fixed token, looked at with and without it. */
export const ownHeaderCases: readonly CorpusCase[] = [
  {
    name: 'a fixed token, without it',
    origin: 'auth.prm-not-found',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': forToken(rig, missingToken) }));
      return url;
    },
    expect: broken('auth.prm-not-found', 5, 'auth.challenge-missing'),
    also: (_rig, report) => {
      const found = report.findings.find(({ code }) => code === 'auth.prm-not-found');
      assert.match(found?.detail ?? '', /takes only a fixed one/);
      assert.match(JSON.stringify(found?.fix), /--header/);
    },
  },
  {
    name: 'a fixed token, with it',
    origin: 'auth.own-header-used',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': forToken(rig, missingToken) }));
      return url;
    },
    flags: { headers: (rig) => ({ authorization: `Bearer ${rig.secrets.own}` }) },
    expect: ready('auth.own-header-used', 'transport.version-header-strict'),
    also: (_rig, report) => assert.equal(report.facts.auth.mode, 'static'),
  },
  {
    name: 'a fixed token, with a wrong one',
    origin: 'auth.own-header-refused',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': forToken(rig, missingToken) }));
      return url;
    },
    flags: { headers: () => ({ authorization: 'Bearer wrong' }) },
    expect: broken('auth.own-header-refused', 4),
  },
  {
    name: 'a wrong key answered by 403',
    origin: 'auth.own-header-refused',
    start: async (rig) => {
      const refuse = respond(403, { 'content-type': 'text/plain' }, 'Invalid API key');
      await rig.host(host, routes({ '/mcp': forToken(rig, refuse) }));
      return url;
    },
    flags: { headers: () => ({ 'x-api-key': 'wrong' }) },
    expect: broken('auth.own-header-refused', 4),
    also: (_rig, report) => assert.doesNotMatch(JSON.stringify(report.findings), /carried no token/),
  },
  {
    name: 'a wrong token on a server with OAuth',
    origin: 'auth.own-header-refused',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin));
      return url;
    },
    flags: { headers: () => ({ authorization: 'Bearer wrong' }) },
    expect: signInNeeded('auth.own-header-refused'),
  },
];
