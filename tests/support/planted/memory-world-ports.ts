import type { Ports } from '../../../lib/kernel/ports.ts';
import { callInMemory, type Answering } from './memory-call.ts';

/** What a world without wires is made of. */
export interface WorldParts {
  readonly servers: Answering;
  /** What the platform says of each request where none gets through; else null. */
  readonly failure: (() => string) | null;
  readonly certificateSubject: () => string;
}

/** Ports to servers in memory. Waits of up to a second pass at once, longer ones are limits and never end. */
export function memoryWorldPorts(parts: WorldParts): Ports {
  let now = Date.parse('2026-11-21T12:00:00Z');
  const call = (request: Parameters<typeof callInMemory>[0]) => callInMemory(request, parts.servers);
  return {
    network: {
      request: async (request) => {
        await nextTurn();
        now += 1;
        if (parts.failure === null) return call(request);
        const timing = { startedAt: now, headersMs: null, durationMs: 1 };
        const detail = `connect failed: ${parts.failure()}`;
        parts.servers.delivered(true);
        return { kind: 'failure', reason: 'refused', detail, redirects: [], remoteAddress: null, timing };
      },
    },
    clock: {
      now: () => now,
      wait: (ms, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(), { once: true });
          if (signal.aborted) resolve();
          if (ms > 1_000) return;
          now += ms;
          setImmediate(resolve);
        }),
    },
    surroundings: { online: true, proxyFor: () => null },
    dns: { lookup: () => Promise.resolve({ a: ['192.0.2.1'], aaaa: [], failure: null, detail: '' }) },
    tls: { inspect: () => Promise.resolve({ kind: 'peer', peer: peer(parts.certificateSubject()) }) },
    signIn: {
      open: () =>
        Promise.resolve({
          redirectUrl: 'http://127.0.0.1:8765/callback',
          isPrivate: false,
          visit: async (url, signal) => {
            const unseen = { ...parts.servers, delivered: () => parts.servers.delivered(false) };
            const received = await callInMemory({ ...visiting, url, signal }, unseen);
            const to = received.kind === 'response' ? received.headers['location'] : undefined;
            return to === undefined
              ? { kind: 'failed', because: 'closed', detail: 'nobody was led back' }
              : { kind: 'returned', url: to, method: 'GET' };
          },
          close: () => Promise.resolve(),
        }),
    },
  };
}

const visiting = {
  method: 'GET',
  headers: {},
  maxRedirects: 0,
  secretHeaders: [],
  maxBodyBytes: 1_000_000,
  headersTimeoutMs: 1_000,
  totalTimeoutMs: 1_000,
  publicOnly: false,
  namedOrigin: null,
} as const;

function peer(subject: string) {
  const leaf = {
    subject,
    issuer: 'CN=Acme CA',
    names: ['DNS:mcp.acme.dev'],
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2027-01-01T00:00:00Z',
    selfSigned: false,
    issuerUrl: null,
  };
  return { protocol: 'TLSv1.3', chain: [leaf], trust: 'public' as const, problem: null, detail: '' };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
