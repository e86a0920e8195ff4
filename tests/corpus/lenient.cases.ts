import assert from 'node:assert/strict';
import {
  asks,
  neverAnswer,
  respond,
  respondJson,
  routes,
  when,
  type Call,
  type Handler,
} from '../../clinic/http-call.ts';
import { sampleTools } from '../../clinic/mcp-methods.ts';
import { challenge, guardedServer } from '../../clinic/oauth.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/kernel/json.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, openAndStrict } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const metadataPath = '/.well-known/oauth-protected-resource/mcp';

/** Our minimal server, with the result of initialize changed. */
async function withHandshake(rig: Rig, edit: (result: JsonObject) => JsonObject): Promise<string> {
  const change = (reply: JsonObject, request: JsonObject): Json =>
    request['method'] === 'initialize' && isJsonObject(reply['result'])
      ? { ...reply, result: edit(reply['result']) }
      : reply;
  await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
  return url;
}

function lacking(member: string): (result: JsonObject) => JsonObject {
  return (result) => Object.fromEntries(Object.entries(result).filter(([name]) => name !== member));
}

/** Asleep for the first initialize and everything beside it, awake when initialize comes again. */
function slowToWake(mcp: Handler): Handler {
  let initializes = 0;
  const sleeps = (call: Call): boolean => {
    if (asks('initialize')(call)) initializes += 1;
    return initializes < 2;
  };
  return when(sleeps, neverAnswer, mcp);
}

/** Servers that a lenient client takes and a strict one does not, and refusals that are easily misread. */
export const lenientCases: readonly CorpusCase[] = [
  {
    name: 'initialize without serverInfo',
    origin: 'transport.malformed-jsonrpc',
    start: (rig) => withHandshake(rig, lacking('serverInfo')),
    expect: degraded('transport.malformed-jsonrpc', ...openAndStrict),
  },
  {
    name: 'initialize without capabilities',
    origin: 'transport.malformed-jsonrpc',
    start: (rig) => withHandshake(rig, lacking('capabilities')),
    expect: degraded('transport.malformed-jsonrpc', 'tools.none', ...openAndStrict),
  },
  {
    name: 'tools that the capabilities do not mention',
    origin: 'tools.none',
    start: (rig) => withHandshake(rig, (result) => ({ ...result, capabilities: {} })),
    expect: degraded('tools.none', ...openAndStrict),
  },
  {
    name: 'a tool without a name',
    origin: 'tools.list-failed',
    start: async (rig) => {
      const { name: _name, ...nameless } = sampleTools[0] ?? {};
      const tools = [...sampleTools, nameless];
      await rig.host(host, routes({ '/mcp': rig.mcp({ tools }) }));
      return url;
    },
    expect: degraded('tools.list-failed', ...openAndStrict),
  },
  {
    name: 'every reply in an array, as JSON',
    origin: 'transport.malformed-jsonrpc',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ change: (reply) => [reply] }) }));
      return url;
    },
    expect: degraded('transport.malformed-jsonrpc', ...openAndStrict),
  },
  {
    name: 'every reply in an array, as an event',
    origin: 'transport.malformed-jsonrpc',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ replies: 'sse', change: (reply) => [reply] }) }));
      return url;
    },
    expect: broken('transport.malformed-jsonrpc', 3),
  },
  {
    name: 'asleep at first, awake at a later try',
    origin: 'transport.no-reply',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': slowToWake(rig.mcp()) }));
      return url;
    },
    flags: { stepTimeoutMs: 1_500 },
    expect: broken('transport.no-reply', 3, 'net.timeout'),
  },
  {
    name: 'an event stream, read no further than a hundred bytes',
    origin: 'auth.challenge-on-success',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ replies: 'sse' }) }));
      return url;
    },
    flags: { maxBodyBytes: 100, resolver: false },
    expect: { verdict: 'unknown', primary: 'http.body-too-large', stop: null, findings: ['http.body-too-large'] },
  },
  {
    name: 'an empty body under 200',
    origin: 'transport.not-mcp',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': respond(200, {}) }));
      return url;
    },
    expect: broken('transport.not-mcp', 3),
    also: (_rig, report) => assert.match(report.findings[0]?.detail ?? '', /and an empty body/),
  },
  {
    name: 'a sign-in that stands before the metadata as well',
    origin: 'auth.prm-not-found',
    start: async (rig) => {
      await rig.host(host, challenge('Bearer realm="acme"'));
      return url;
    },
    expect: broken('auth.prm-not-found', 5),
    also: (_rig, report) => assert.match(JSON.stringify(report.findings[0]?.fix), /Exempt \/\.well-known\//),
  },
  {
    name: 'a challenge with the address in single quotes',
    origin: 'auth.prm-invalid',
    start: async (rig) => {
      const onMcp = challenge(`Bearer resource_metadata='${origin}${metadataPath}'`);
      await rig.host(host, guardedServer(origin, { onMcp }));
      return url;
    },
    expect: degraded('auth.prm-invalid', 'auth.bogus-token-no-error-code'),
    also: (_rig, report) => {
      const [found] = report.findings;
      assert.match(JSON.stringify(found?.fix), /full https URL in double quotes/);
      assert.equal(found?.evidence.length, 1);
    },
  },
  {
    name: 'a challenge with a relative address',
    origin: 'auth.prm-invalid',
    start: async (rig) => {
      await rig.host(host, guardedServer(origin, { onMcp: challenge(`Bearer resource_metadata="${metadataPath}"`) }));
      return url;
    },
    expect: degraded('auth.prm-invalid', 'auth.bogus-token-no-error-code'),
  },
  {
    name: 'a 403 for a reason of its own',
    origin: 'auth.wrong-status',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': respondJson(403, { message: 'This workspace is suspended' }) }));
      return url;
    },
    expect: broken('auth.wrong-status', 4),
    also: (_rig, report) => assert.doesNotMatch(report.findings[0]?.detail ?? '', /Nothing in it says why/),
  },
];
