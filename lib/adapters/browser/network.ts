import { isGloballyRoutable, isLoopbackHost, isPrivateHostname } from '../../kernel/address.ts';
import type { BodyEnd, Hop } from '../../kernel/exchange.ts';
import type { NetworkPort, NetworkRequest, Received } from '../../kernel/ports.ts';
import { hopKey, nextRequest, type Wire } from '../../kernel/redirects.ts';
import type { BackgroundCalls } from '../../messaging/background-calls.ts';
import { readBody, type Body } from './body.ts';
import { createPausableClock, type PausableClock } from './clock.ts';
import { failed, reasonOf, stopped, stopReason, type Failure } from './failure-reason.ts';
import { setLimits, type Limits } from './limits.ts';
import { createMarkers } from './marker.ts';
import { createPlaces } from './places.ts';
import { send, whyLost, type Opened, type SendOptions } from './send.ts';

/** What the network of one run depends on. */
export interface NetworkContext {
  readonly calls: BackgroundCalls;
  readonly runId: string;
  /** The run's clock: it stands still while a request waits for the person. */
  readonly clock: PausableClock;
  /** False: the addresses that the browser dials say nothing about the servers. */
  readonly addressesAreEvidence: boolean;
}

/** HTTP through the browser's own fetch, with what the background sees of it. */
export function createNetworkPort(context: NetworkContext): NetworkPort {
  const namedAt = new Set<string>();
  return {
    async request(request) {
      const first = firstWire(request);
      const clock = createPausableClock(() => performance.now());
      const limits = setLimits(request, clock);
      const zero = clock.now();
      const course: Course = {
        ...context,
        namedAt,
        request,
        limits,
        own: clock,
        hops: [],
        sinceStart: () => Math.round((clock.now() - zero) * 10) / 10,
        startedAt: null,
      };
      try {
        return await follow(course, first);
      } finally {
        limits.lift();
      }
    },
  };
}

/** One call of the port on its way. */
interface Course extends NetworkContext {
  readonly request: NetworkRequest;
  /** Addresses from which the origin that the person named has answered this run. */
  readonly namedAt: Set<string>;
  readonly limits: Limits;
  /** This request's own clock. */
  readonly own: PausableClock;
  readonly hops: Hop[];
  readonly sinceStart: () => number;
  /** When the first hop was sent, Unix time. */
  startedAt: number | null;
}

/** An answer's head, and what has to be done when it is no longer needed. */
interface Arrival {
  readonly url: URL;
  readonly opened: Opened;
  readonly headersMs: number;
  readonly sending: SendOptions;
  close(): void;
}

/** The browser's connections are shared by all runs. */
const places = createPlaces();
const nextMarker = createMarkers();

async function follow(course: Course, first: Wire): Promise<Received> {
  const { request, hops } = course;
  const met = new Set<string>();
  let wire = first;
  let redirect: Arrival | undefined;
  for (;;) {
    met.add(hopKey(wire));
    const arrival = await ask(course, wire);
    if (isFailure(arrival)) {
      if (arrival.reason !== 'private-address' || !redirect) return failure(course, arrival);
      // The address is not asked, and the reader must see who leads there: the redirect stands for itself.
      hops.pop();
      return finish(course, redirect);
    }
    const { opened } = arrival;
    const next = request.maxRedirects === 0 ? null : nextRequest(wire, opened, request.secretHeaders);
    if (next === null) return finish(course, arrival);
    arrival.close();
    hops.push({ status: opened.status, from: wire.url.href, to: next.url.href });
    if (hops.length > request.maxRedirects || met.has(hopKey(next))) {
      const detail = `${hops.length} redirects, the last to ${next.url.href}`;
      return failure(course, failed('redirect-loop', detail, opened.remoteAddress));
    }
    redirect = arrival;
    wire = next;
  }
}

/** Sends one hop, once it may be sent. */
async function ask(course: Course, wire: Wire): Promise<Arrival | Failure> {
  const { request, calls, limits } = course;
  const { host, hostname, origin } = wire.url;
  const publicOnly = request.publicOnly && origin !== request.namedOrigin;
  if (publicOnly && isPrivateHostname(hostname)) return notPublic(host, null);
  const allowed = await standingStill(course, () => permission(course, wire));
  if (allowed !== 'granted') {
    return allowed === null
      ? stopped(limits.signal, `waiting for leave to ask ${host}`)
      : failed('no-permission', `this browser may not ask ${origin}`);
  }
  const leave = await inOwnTime(course, () => places.take(origin, limits.signal));
  if (leave === null) return stopped(limits.signal, `waiting to ask ${host}`);
  course.startedAt ??= Date.now();
  const controller = new AbortController();
  const signal = AbortSignal.any([limits.signal, controller.signal]);
  const sending = { marker: nextMarker(), calls, signal };
  const close = (): void => {
    controller.abort();
    leave();
    void calls.unshape({ marker: sending.marker }).catch(() => undefined);
  };
  const opened = await send(wire, sending).catch((error: unknown) => {
    close();
    throw error;
  });
  if (opened.kind === 'failed') {
    close();
    return opened;
  }
  const { remoteAddress } = opened;
  if (remoteAddress !== null && origin === request.namedOrigin) course.namedAt.add(remoteAddress);
  // What answers from where the connector itself does is no further place: a proxy through which everything goes, mostly.
  const isFurther = remoteAddress !== null && !course.namedAt.has(remoteAddress);
  if (publicOnly && course.addressesAreEvidence && isFurther && !isGloballyRoutable(remoteAddress)) {
    close();
    return notPublic(host, remoteAddress);
  }
  const seen = { ...opened, remoteAddress: addressOfServer(hostname, remoteAddress) };
  return { url: wire.url, opened: seen, headersMs: course.sinceStart(), sending, close };
}

/**
 * A browser names the address that it dialled. For a public name one of this very machine is that of a program here through which its
 * traffic goes (a proxy, a filter), and says nothing of the server.
 */
function addressOfServer(hostname: string, address: string | null): string | null {
  return address !== null && isLoopbackHost(address) && !isPrivateHostname(hostname) ? null : address;
}

/** Reads the answer that stands. */
async function finish(course: Course, { url, opened, headersMs, sending, close }: Arrival): Promise<Received> {
  const { request, limits } = course;
  limits.headArrived();
  const isEnough = request.onHead?.({ status: opened.status, headers: opened.headers }) === 'stop';
  const body = await readBody(isEnough ? null : opened.body, {
    maxBytes: request.maxBodyBytes,
    onText: request.onText,
    wantBytes: request.wantBytes ?? false,
    sinceStart: course.sinceStart,
  });
  const undecodable = body.end === 'lost' && !limits.signal.aborted ? await whyUndecodable(opened, sending) : null;
  close();
  if (undecodable !== null) return failure(course, failed('malformed-http', undecodable, opened.remoteAddress));
  return {
    kind: 'response',
    finalUrl: url.href,
    status: opened.status,
    headers: opened.headers,
    ...body,
    end: isEnough || opened.missing === 'hidden' ? 'enough' : endOf(body, opened, limits),
    redirects: course.hops,
    remoteAddress: opened.remoteAddress,
    timing: { startedAt: startOf(course), headersMs, durationMs: course.sinceStart() },
  };
}

/** Null when the body was not lost to its coding. */
async function whyUndecodable({ headers }: Opened, sending: SendOptions): Promise<string | null> {
  const why = await whyLost(sending);
  if (why !== null) return reasonOf(why) === 'malformed-http' ? why : null;
  // Firefox does not call it a failure of the network when it cannot unpack what came.
  const coding = headers['content-encoding'];
  return coding === undefined ? null : `the content encoding ${coding} could not be decoded`;
}

function endOf({ end }: Body, { missing }: Opened, { signal }: Limits): BodyEnd {
  if (missing === 'broken') return 'reset';
  if (end !== 'lost') return end;
  return signal.aborted ? stopReason(signal) : 'reset';
}

function failure(course: Course, { reason, detail, remoteAddress }: Failure): Received {
  const timing = { startedAt: startOf(course), headersMs: null, durationMs: course.sinceStart() };
  return { kind: 'failure', reason, detail, redirects: course.hops, remoteAddress, timing };
}

function startOf({ startedAt }: Course): number {
  return startedAt ?? Date.now();
}

/** Null when the request was stopped before there was an answer. */
function permission({ calls, runId, limits }: Course, { url }: Wire): Promise<'granted' | 'declined' | null> {
  const { signal } = limits;
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    calls
      .permission({ runId, url: url.href })
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}

/** The run's clock and the request's own stand still: a person takes the time that they take. */
async function standingStill<T>(course: Course, wait: () => Promise<T>): Promise<T> {
  const goOn = course.clock.pause();
  try {
    return await inOwnTime(course, wait);
  } finally {
    goOn();
  }
}

/** The request's limits do not count: it is not the server that makes it wait. */
async function inOwnTime<T>({ own }: Course, wait: () => Promise<T>): Promise<T> {
  const goOn = own.pause();
  try {
    return await wait();
  } finally {
    goOn();
  }
}

function isFailure(outcome: Arrival | Failure): outcome is Failure {
  return 'kind' in outcome;
}

function notPublic(host: string, address: string | null): Failure {
  const where = address === null || address === host ? host : `${host} (${address})`;
  const what = address === null ? 'so it was not asked' : 'so its answer was not read';
  return failed('private-address', `${where} is not a public address, ${what}`, address);
}

function firstWire({ method, url, headers, body }: NetworkRequest): Wire {
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') throw new Error(`not http: ${parsed.protocol}`);
  return { method, url: parsed, headers, body };
}
