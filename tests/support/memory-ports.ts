import type { Ports, Received } from '../../lib/kernel/ports.ts';

/** Ports without a platform: the test answers each request itself, and time passes only when it says so. */
export interface MemoryPorts {
  readonly ports: Ports;
  /** Lets so many milliseconds pass and wakes whoever waited for less. */
  advance(ms: number): void;
  /** Method and URL of everything that was asked, in order. */
  readonly asked: string[];
}

export function memoryPorts(answer: (method: string, url: string) => Promise<Received>): MemoryPorts {
  let now = Date.parse('2026-11-21T12:00:00Z');
  const sleepers = new Set<{ at: number; wake: () => void }>();
  const asked: string[] = [];
  const ports: Ports = {
    network: {
      request: (request) => {
        asked.push(`${request.method} ${request.url}`);
        return answer(request.method, request.url);
      },
    },
    clock: {
      now: () => now,
      wait: (ms, signal) =>
        new Promise((resolve) => {
          const sleeper = { at: now + ms, wake: resolve };
          sleepers.add(sleeper);
          signal.addEventListener('abort', () => resolve(), { once: true });
        }),
    },
    surroundings: { online: true, proxyFor: () => null },
  };
  return {
    ports,
    asked,
    advance: (ms) => {
      now += ms;
      for (const sleeper of [...sleepers].filter(({ at }) => at <= now)) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}

/** A response as a port brings it. */
export function received(status: number, headers: Record<string, string>, text: string, startedAt = 0): Received {
  return {
    kind: 'response',
    finalUrl: 'https://mcp.acme.dev/mcp',
    status,
    headers,
    text,
    bytes: text.length,
    end: 'complete',
    chunks: [],
    redirects: [],
    remoteAddress: '192.0.2.1',
    timing: { startedAt, headersMs: 1, durationMs: 2 },
  };
}
