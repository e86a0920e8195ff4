import { goodIcon } from '../../../../clinic/icon.ts';
import { testRecorder } from '../../../support/test-recorder.ts';
import { runProbes, type Observations } from '../../../../lib/engine/run.ts';
import { isJsonObject, type Json } from '../../../../lib/kernel/json.ts';
import type { NetworkRequest, Ports, Received } from '../../../../lib/kernel/ports.ts';
import { noClient, type AnyProbe, type RunOptions } from '../../../../lib/kernel/probe.ts';
import type { Target } from '../../../../lib/kernel/target.ts';
import { faviconService } from '../../../../lib/probes/icons/favicon-service.ts';
import { parentIcons } from '../../../../lib/probes/icons/parent-icons.ts';
import { serverIcons } from '../../../../lib/probes/icons/server-icons.ts';
import { siteIcons } from '../../../../lib/probes/icons/site-icons.ts';
import { signedInDiscover, signedInInitialize } from '../../../../lib/probes/signed-in/opening.ts';
import { signIn } from '../../../../lib/probes/signed-in/sign-in.ts';
import { discover } from '../../../../lib/probes/transport/discover.ts';
import { initialize } from '../../../../lib/probes/transport/initialize.ts';
import { initialized } from '../../../../lib/probes/transport/initialized.ts';
import { legacySse } from '../../../../lib/probes/transport/legacy-sse.ts';
import { listing } from '../../../../lib/probes/transport/listing.ts';
import { slashForm } from '../../../../lib/probes/transport/slash-form.ts';
import { typed } from '../../../support/evidence-builders.ts';
import { received } from '../../../support/memory-ports.ts';

const probes: readonly AnyProbe[] = [
  initialize,
  discover,
  slashForm,
  legacySse,
  initialized,
  listing,
  signIn,
  signedInInitialize,
  signedInDiscover,
  siteIcons,
  parentIcons,
  faviconService,
  serverIcons,
];

export interface IconWalk {
  readonly endpoint?: string;
  readonly target?: Partial<Target>;
  readonly options?: Partial<RunOptions>;
  /** Status of the first request, when the connector does not answer as MCP. */
  readonly refused?: number;
  readonly serverInfo?: Json;
  /** Answers GET, by URL; everything else is not found. */
  readonly files?: Readonly<Record<string, Received>>;
}

export interface IconsSeen {
  readonly seen: Observations;
  /** What was asked of anybody for icons. */
  readonly asked: readonly NetworkRequest[];
}

/** A picture as it comes over the network. */
export function picture(side = 96, status = 200): Received {
  const bytesBody = new Uint8Array(goodIcon(side));
  return { ...received(status, { 'content-type': 'image/png' }, ''), bytesBody, bytes: bytesBody.length } as Received;
}

/** A text as it comes over the network where bytes are wanted. */
export function file(text: string, type = 'text/html', status = 200): Received {
  const bytesBody = new TextEncoder().encode(text);
  return { ...received(status, { 'content-type': type }, ''), bytesBody, bytes: bytesBody.length } as Received;
}

/** Runs the probes of icons behind the real opening ones, over a network in memory. */
export async function lookForIcons(wishes: IconWalk): Promise<IconsSeen> {
  const endpoint = wishes.endpoint ?? 'https://mcp.acme.dev/mcp';
  const requests: NetworkRequest[] = [];
  const signal = new AbortController().signal;
  const ports: Ports = {
    network: {
      request: async (request) => {
        requests.push(request);
        const answer = answerTo(request, endpoint, wishes);
        return answer.kind === 'response' ? { ...answer, finalUrl: request.url } : answer;
      },
    },
    clock: {
      now: () => 0,
      wait: (_ms, until) => new Promise((resolve) => until.addEventListener('abort', () => resolve())),
    },
    surroundings: { online: true, proxyFor: () => null },
  };
  const same = (text: string): string => text;
  const privateAllowed = wishes.target?.privateAllowed ?? false;
  const recorder = testRecorder({
    network: ports.network,
    redaction: { text: same, answer: same, url: same, headers: (headers) => headers },
    ownHeaders: { 'x-own': 'secret' },
    ownOrigin: new URL(endpoint).origin,
    privateAllowed,
    signal,
  });
  const seen = await runProbes({
    probes,
    target: { typed: typed(endpoint), endpoint, slashEndpoint: null, local: false, privateAllowed, ...wishes.target },
    ports,
    recorder,
    options: { ...defaults, ...wishes.options },
    redaction: { text: same, url: same, learn: () => undefined },
    signal,
    endedBy: () => 'cancelled',
  });
  return { seen, asked: requests.filter(({ wantBytes }) => wantBytes === true) };
}

const defaults: RunOptions = {
  plans: ['walk', 'side', 'wider'],
  resolver: null,
  connectTo: false,
  thorough: false,
  headerNames: [],
  client: noClient,
  headlessConsent: false,
  faviconService: false,
  stepTimeoutMs: 1_000,
  sideTimeoutMs: 1_000,
};

function answerTo(request: NetworkRequest, endpoint: string, { refused, serverInfo, files }: IconWalk): Received {
  const text = { 'content-type': 'text/plain' };
  if (request.method === 'GET') return files?.[request.url] ?? received(404, text, '');
  if (request.url !== endpoint || refused !== undefined) return received(refused ?? 404, text, 'no');
  const message: unknown = JSON.parse(request.body ?? 'null');
  const method = isJsonObject(message) ? message['method'] : undefined;
  const json = { 'content-type': 'application/json' };
  const info = serverInfo ?? { name: 'notes', version: '1' };
  if (method === 'initialize') {
    const result = { protocolVersion: '2025-11-25', capabilities: {}, serverInfo: info };
    return received(200, json, JSON.stringify({ jsonrpc: '2.0', id: 1, result }));
  }
  return received(method === 'notifications/initialized' ? 202 : 404, text, '');
}
