import { testRecorder } from '../../../support/test-recorder.ts';
import { runProbes, type Observations } from '../../../../lib/engine/run.ts';
import { isJsonObject, type Json } from '../../../../lib/kernel/json.ts';
import type { FailureReason } from '../../../../lib/kernel/exchange.ts';
import type { NetworkRequest, Ports, Received } from '../../../../lib/kernel/ports.ts';
import type { AnyProbe, Plan, RunOptions } from '../../../../lib/kernel/probe.ts';
import { noClient } from '../../../../lib/kernel/probe.ts';
import type { Target } from '../../../../lib/kernel/target.ts';
import { authorizationServer } from '../../../../lib/probes/auth/authorization-server.ts';
import { defaultEndpoints } from '../../../../lib/probes/auth/default-endpoints.ts';
import { laterServers } from '../../../../lib/probes/auth/later-servers.ts';
import { madeUpCall } from '../../../../lib/probes/auth/made-up-call.ts';
import { metadataWithoutChallenge } from '../../../../lib/probes/auth/metadata-without-challenge.ts';
import { misplacedResourceMetadata } from '../../../../lib/probes/auth/misplaced-resource-metadata.ts';
import { misplacedServerMetadata } from '../../../../lib/probes/auth/misplaced-server-metadata.ts';
import { openMetadata } from '../../../../lib/probes/auth/open-metadata.ts';
import { resourceMetadata } from '../../../../lib/probes/auth/resource-metadata.ts';
import { discover } from '../../../../lib/probes/transport/discover.ts';
import { initialize } from '../../../../lib/probes/transport/initialize.ts';
import { initialized } from '../../../../lib/probes/transport/initialized.ts';
import { legacySse } from '../../../../lib/probes/transport/legacy-sse.ts';
import { listing } from '../../../../lib/probes/transport/listing.ts';
import { slashForm } from '../../../../lib/probes/transport/slash-form.ts';

const probes: readonly AnyProbe[] = [
  initialize,
  discover,
  slashForm,
  legacySse,
  initialized,
  listing,
  resourceMetadata,
  authorizationServer,
  defaultEndpoints,
  openMetadata,
  madeUpCall,
  metadataWithoutChallenge,
  misplacedResourceMetadata,
  misplacedServerMetadata,
  laterServers,
];

/** What the network gives for a request: a response, or the reason why there is none. */
export type Given = Received | FailureReason;

export interface Walk {
  /** What was typed; `https://mcp.acme.dev/mcp` unless said otherwise. */
  readonly endpoint?: string;
  readonly privateAllowed?: boolean;
  readonly local?: boolean;
  readonly plans?: readonly Plan[];
  readonly thorough?: boolean;
  /** Names of the person's own request headers. */
  readonly headerNames?: readonly string[];
  /** Probes to run besides those of the discovery. */
  readonly more?: readonly AnyProbe[];
  /** Answers POST on the endpoint, by the JSON-RPC method. */
  readonly mcp: (method: string) => Given;
  /** Answers GET, by URL; everything else is not found. */
  readonly pages?: Readonly<Record<string, Given>>;
  /** Answers OPTIONS, likewise. */
  readonly options?: Readonly<Record<string, Given>>;
}

export interface Walked {
  readonly seen: Observations;
  /** URLs of the GET requests beside the endpoint's own, in the order in which they were sent. */
  readonly asked: readonly string[];
  readonly requests: readonly NetworkRequest[];
}

/** Runs the probes of the sign-in behind the real opening ones, over a network in memory. */
export async function walk(wishes: Walk): Promise<Walked> {
  const endpoint = wishes.endpoint ?? 'https://mcp.acme.dev/mcp';
  const requests: NetworkRequest[] = [];
  const signal = new AbortController().signal;
  const ports: Ports = {
    network: {
      request: (request) => {
        requests.push(request);
        return Promise.resolve(given(answerTo(request, endpoint, wishes)));
      },
    },
    clock: {
      now: () => 0,
      wait: (_ms, until) => new Promise((resolve) => until.addEventListener('abort', () => resolve())),
    },
    surroundings: { online: true, proxyFor: () => null },
  };
  const same = (text: string): string => text;
  const redaction = { text: same, url: same };
  const recorder = testRecorder({
    network: ports.network,
    redaction: { ...redaction, answer: same, headers: (headers) => headers },
    ownHeaders: { 'x-own': 'secret' },
    ownOrigin: new URL(endpoint).origin,
    privateAllowed: wishes.privateAllowed ?? false,
    signal,
  });
  const seen = await runProbes({
    probes: [...probes, ...(wishes.more ?? [])],
    target: target(endpoint, wishes),
    ports,
    recorder,
    options: options(wishes),
    redaction: { ...redaction, learn: () => undefined },
    signal,
    endedBy: () => 'cancelled',
  });
  const asked = requests.filter(({ method, url }) => method === 'GET' && url !== endpoint).map(({ url }) => url);
  return { seen, asked, requests };
}

/** A response; a body that is no text is sent as JSON. */
export function response(status: number, body: Json = '', headers: Readonly<Record<string, string>> = {}): Received {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    kind: 'response',
    finalUrl: '',
    status,
    headers: { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json', ...headers },
    text,
    bytes: text.length,
    end: 'complete',
    chunks: [],
    redirects: [],
    remoteAddress: null,
    timing: { startedAt: 0, headersMs: 1, durationMs: 1 },
  };
}

/** Refuses every request with this challenge. */
export function challenging(header?: string): Walk['mcp'] {
  return () => response(401, { error: 'unauthorized' }, header === undefined ? {} : { 'www-authenticate': header });
}

/** Works without a sign-in; other methods than those of the opening are answered by `others`. */
export function working(others: (method: string) => Given = () => response(404)): Walk['mcp'] {
  return (method) => {
    if (method === 'initialize') return reply(1, { protocolVersion: '2025-11-25' });
    if (method === 'notifications/initialized') return response(202);
    if (method === 'tools/list') return reply(10, { tools: [] });
    return others(method);
  };
}

function reply(id: number, result: Json): Received {
  return response(200, { jsonrpc: '2.0', id, result });
}

function answerTo(request: NetworkRequest, endpoint: string, wishes: Walk): Given {
  if (request.method === 'OPTIONS') return wishes.options?.[request.url] ?? response(404, 'Not Found');
  if (request.url !== endpoint) return wishes.pages?.[request.url] ?? response(404, 'Not Found');
  if (request.method !== 'POST') return response(405);
  const message: unknown = JSON.parse(request.body ?? 'null');
  return wishes.mcp(isJsonObject(message) ? String(message['method']) : '');
}

function given(answer: Given): Received {
  if (typeof answer !== 'string') return answer;
  const timing = { startedAt: 0, headersMs: null, durationMs: 1 };
  return { kind: 'failure', reason: answer, detail: answer, redirects: [], remoteAddress: null, timing };
}

function target(endpoint: string, wishes: Walk): Target {
  return {
    typed: {
      text: endpoint,
      kind: 'url',
      cleaned: [],
      ignored: { addresses: 0, headers: 0 },
      localServer: null,
      placeholder: null,
      problem: null,
      url: null,
    },
    endpoint,
    slashEndpoint: null,
    local: wishes.local ?? false,
    privateAllowed: wishes.privateAllowed ?? false,
  };
}

function options(wishes: Walk): RunOptions {
  return {
    plans: wishes.plans ?? ['walk', 'side', 'wider'],
    resolver: null,
    connectTo: false,
    thorough: wishes.thorough ?? false,
    headerNames: wishes.headerNames ?? [],
    client: noClient,
    headlessConsent: false,
    faviconService: false,
    stepTimeoutMs: 1_000,
    sideTimeoutMs: 1_000,
  };
}
