import { setMaxListeners } from 'node:events';
import type { Hop } from '../../kernel/exchange.ts';
import type { NetworkPort, NetworkRequest, Received } from '../../kernel/ports.ts';
import type { BodyPlan } from './body.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { exchange, type Opened } from './exchange.ts';
import { failed, timeLimit, type Failure } from './failure-reason.ts';
import { hopKey, nextRequest, type Wire } from '../../kernel/redirects.ts';

/** HTTP/1.1 over the run's connections. */
export function createNetworkPort(pool: ConnectionPool): NetworkPort {
  return {
    request: async (request) => {
      const watch = startWatch();
      const limits = setLimits(request);
      const hops: Hop[] = [];
      try {
        const arrival = await follow(pool, request, limits, watch, hops);
        return arrival.kind === 'failed' ? failure(arrival, hops, watch) : await received(arrival, hops, watch);
      } finally {
        limits.lift();
      }
    },
  };
}

/** The last answer, with what is needed to describe it. */
interface Arrival {
  readonly kind: 'arrived';
  readonly wire: Wire;
  readonly opened: Opened;
  readonly headersMs: number;
  readonly remoteAddress: string | null;
}

async function follow(
  pool: ConnectionPool,
  request: NetworkRequest,
  limits: Limits,
  watch: Watch,
  hops: Hop[],
): Promise<Arrival | Failure> {
  let wire = firstWire(request);
  let redirect: Arrival | undefined;
  const met = new Set<string>();
  for (;;) {
    met.add(hopKey(wire));
    const outcome = await ask(pool, request, wire, limits, watch);
    if (outcome.kind === 'failed' && outcome.reason === 'private-address' && redirect) {
      // The address is not asked, and the reader must see who leads there: the redirect stands for itself.
      hops.pop();
      return standing(redirect, request, limits);
    }
    redirect?.opened.cut('aborted');
    if (outcome.kind === 'failed') return outcome;
    const next = following(request, wire, outcome.opened);
    if (next === null) return outcome;
    hops.push({ status: outcome.opened.status, from: wire.url.href, to: next.url.href });
    if (hops.length > request.maxRedirects || met.has(hopKey(next))) {
      outcome.opened.cut('aborted');
      return failed('redirect-loop', `${hops.length} redirects, the last to ${next.url.href}`, outcome.remoteAddress);
    }
    redirect = outcome;
    wire = next;
  }
}

/** Sends one hop. A kept connection that the server has closed meanwhile is no failure of the server: the request goes over a new one. */
async function ask(
  pool: ConnectionPool,
  request: NetworkRequest,
  wire: Wire,
  limits: Limits,
  watch: Watch,
): Promise<Arrival | Failure> {
  // The origin that the person named may be private (a server seen from inside its network); only what others name may not.
  const publicOnly = request.publicOnly && wire.url.origin !== request.namedOrigin;
  const { signal } = limits;
  for (const fresh of [false, true]) {
    const lease = await pool.acquire(wire.url, { publicOnly, signal, fresh });
    if (lease.kind === 'failed') return lease;
    const { connection, reused } = lease;
    let headersMs = 0;
    const opened = await exchange(connection, wire, {
      signal,
      sinceStart: watch.elapsed,
      onFree: () => pool.release(wire.url, connection),
      plan: (status, headers) => {
        headersMs = watch.elapsed();
        return planFor(request, wire, { status, headers }, limits);
      },
    });
    if (opened.kind === 'failed' && opened.reason === 'reset' && reused) continue;
    if (opened.kind === 'failed') return opened;
    const { remoteAddress } = connection.dialled;
    return { kind: 'arrived', wire, opened, headersMs, remoteAddress };
  }
  return failed('reset', `${wire.url.host} closed the connection before it answered`);
}

/** The head of the final answer is told and its body read for the caller; a redirect's body is only kept in case it must stand for itself. */
function planFor(
  request: NetworkRequest,
  wire: Wire,
  head: Pick<Opened, 'status' | 'headers'>,
  limits: Limits,
): Pick<BodyPlan, 'maxBytes' | 'onText' | 'wantBytes'> | 'stop' {
  if (following(request, wire, head) !== null) {
    return { maxBytes: Math.min(request.maxBodyBytes, maxRedirectBodyBytes), onText: undefined, wantBytes: false };
  }
  limits.headArrived();
  if (request.onHead?.(head) === 'stop') return 'stop';
  return { maxBytes: request.maxBodyBytes, onText: request.onText, wantBytes: request.wantBytes ?? false };
}

const maxRedirectBodyBytes = 64 * 1024;

function following(request: NetworkRequest, wire: Wire, head: Pick<Opened, 'status' | 'headers'>): Wire | null {
  return request.maxRedirects === 0 ? null : nextRequest(wire, head, request.secretHeaders);
}

/** Makes a redirect the final answer after all. */
function standing(redirect: Arrival, request: NetworkRequest, limits: Limits): Arrival {
  limits.headArrived();
  const { status, headers, cut } = redirect.opened;
  if (request.onHead?.({ status, headers }) === 'stop') cut('enough');
  return redirect;
}

async function received(arrival: Arrival, hops: readonly Hop[], watch: Watch): Promise<Received> {
  const { wire, opened, headersMs, remoteAddress } = arrival;
  const { undecodable, ...body } = await opened.body;
  if (undecodable !== null) {
    const detail = `the content encoding ${opened.headers['content-encoding'] ?? ''} could not be decoded: ${undecodable}`;
    return failure(failed('malformed-http', detail, remoteAddress), hops, watch);
  }
  return {
    kind: 'response',
    finalUrl: wire.url.href,
    status: opened.status,
    headers: opened.headers,
    ...body,
    redirects: hops,
    remoteAddress,
    timing: { startedAt: watch.startedAt, headersMs, durationMs: watch.elapsed() },
  };
}

function failure({ reason, detail, remoteAddress }: Failure, redirects: readonly Hop[], watch: Watch): Received {
  const timing = { startedAt: watch.startedAt, headersMs: null, durationMs: watch.elapsed() };
  return { kind: 'failure', reason, detail, redirects, remoteAddress, timing };
}

function firstWire({ method, url, headers, body }: NetworkRequest): Wire {
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') throw new Error(`not http: ${parsed.protocol}`);
  return { method, url: parsed, headers, body };
}

/** Counts milliseconds from its start, unmoved by changes of the machine's clock. */
interface Watch {
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  readonly elapsed: () => number;
}

function startWatch(): Watch {
  const zero = performance.now();
  return { startedAt: Date.now(), elapsed: () => Math.round((performance.now() - zero) * 10) / 10 };
}

/** The time limits of one request and its caller's signal, as one signal. */
interface Limits {
  readonly signal: AbortSignal;
  /** From now on only the limit of the whole exchange counts. */
  headArrived(): void;
  lift(): void;
}

/** More than a run has requests, timers and lookups open at a time. */
const mostListeners = 200;

function setLimits({ headersTimeoutMs, totalTimeoutMs, signal }: NetworkRequest): Limits {
  // Every open request listens to the run’s signal and lets go of it in `lift`; Node 20 takes more than ten for a leak.
  setMaxListeners(mostListeners, signal);
  const controller = new AbortController();
  const expire = (): void => controller.abort(timeLimit);
  const stop = (): void => controller.abort();
  const untilHead = setTimeout(expire, headersTimeoutMs);
  const untilEnd = setTimeout(expire, totalTimeoutMs);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    headArrived: () => clearTimeout(untilHead),
    lift() {
      clearTimeout(untilHead);
      clearTimeout(untilEnd);
      signal.removeEventListener('abort', stop);
    },
  };
}
