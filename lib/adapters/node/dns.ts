import { lookup as systemLookup } from 'node:dns';
import { isIP, isIPv4 } from 'node:net';
import { getSystemErrorName } from 'node:util';
import type { DnsPort, NameLookup } from '../../kernel/ports.ts';
import { bareHost } from './connect-to.ts';
import { detailOf } from './failure-reason.ts';

/** Answers of the system's resolver, each host asked once. Never rejects. */
export type Resolver = (hostname: string) => Promise<NameLookup>;

/** Remembers every answer for the run, so that all requests and findings speak of the same addresses. */
export function createResolver(): Resolver {
  const answers = new Map<string, Promise<NameLookup>>();
  return (hostname) => {
    const host = bareHost(hostname);
    const known = answers.get(host);
    if (known) return known;
    const answer = resolve(host);
    answers.set(host, answer);
    return answer;
  };
}

/** The system's resolver as a port; an aborted question reads as a resolver that did not answer. */
export function createDnsPort(resolver: Resolver): DnsPort {
  return {
    async lookup(hostname, signal) {
      const answer = await untilAborted(resolver(hostname), signal);
      return answer ?? { a: [], aaaa: [], failure: 'failed', detail: 'the system’s resolver did not answer in time' };
    },
  };
}

/** The promise’s value, or undefined when the signal aborts first (a lookup itself cannot be cancelled). */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function resolve(host: string): Promise<NameLookup> {
  if (isIP(host) !== 0) return Promise.resolve(sorted([host]));
  return new Promise((settle) => {
    try {
      systemLookup(host, { all: true, order: 'verbatim' }, (error, found) => {
        settle(error ? unresolved(error) : sorted(found.map(({ address }) => address)));
      });
    } catch (error) {
      settle(unresolved(error));
    }
  });
}

function sorted(addresses: readonly string[]): NameLookup {
  const unique = [...new Set(addresses)];
  const a = unique.filter((address) => isIPv4(address));
  const aaaa = unique.filter((address) => !isIPv4(address));
  return { a, aaaa, failure: unique.length === 0 ? 'no-data' : null, detail: '' };
}

function unresolved(error: unknown): NameLookup {
  return { a: [], aaaa: [], failure: lookupFailure(error), detail: detailOf(error) };
}

/** Tells “no such name” from “no answer”; Node gives both kinds of no one code and keeps the resolver's own in `errno`. */
export function lookupFailure(error: unknown): 'not-found' | 'no-data' | 'failed' {
  const { code, errno } = error as { readonly code?: unknown; readonly errno?: unknown };
  const name = typeof errno === 'number' ? getSystemErrorName(errno) : code;
  if (name === 'EAI_NODATA' || name === 'ENODATA') return 'no-data';
  return name === 'EAI_NONAME' || code === 'ENOTFOUND' ? 'not-found' : 'failed';
}
