import type { DnsPort, Ports, Surroundings } from '../../kernel/ports.ts';
import type { BackgroundCalls } from '../../messaging/background-calls.ts';
import { createPausableClock } from './clock.ts';
import { createNetworkPort } from './network.ts';
import { createSignInPort } from './sign-in.ts';

/** What the ports of one run are made of. */
export interface BrowserPortOptions {
  readonly calls: BackgroundCalls;
  readonly runId: string;
  /** False: a proxy or a test set-up dials, so addresses say nothing about the servers. */
  readonly addressesAreEvidence: boolean;
}

/**
 * The ports of one run in the engine's document. There is no `tls`: no browser shows certificates to an extension; `dns` is there where
 * the browser offers its resolver (Firefox, by permission).
 */
export async function createBrowserPorts(options: BrowserPortOptions): Promise<Ports> {
  const clock = createPausableClock();
  const canLookUp = (await options.calls.lookup({ hostname: 'localhost' })) !== null;
  return {
    network: createNetworkPort({ ...options, clock }),
    clock,
    surroundings,
    ...(canLookUp && { dns: createDnsPort(options.calls) }),
    signIn: createSignInPort(options),
  };
}

const surroundings: Surroundings = {
  get online() {
    return navigator.onLine;
  },
  // A browser does not tell which proxy it uses without a permission that can do far more.
  proxyFor: () => null,
  // Firefox hands an answer over with the first byte of its body, and says nothing of it before. An offscreen document cannot ask for
  // the manifest, which tells the browsers apart elsewhere.
  get hidesSilentHeads() {
    return location.protocol === 'moz-extension:';
  },
};

function createDnsPort(calls: BackgroundCalls): DnsPort {
  return {
    lookup: (hostname, signal) =>
      new Promise((resolve, reject) => {
        const late = (): void =>
          resolve({ a: [], aaaa: [], failure: 'failed', detail: 'the browser’s resolver did not answer in time' });
        if (signal.aborted) return late();
        signal.addEventListener('abort', late, { once: true });
        calls
          .lookup({ hostname })
          .then((found) => (found === null ? late() : resolve(found)), reject)
          .finally(() => signal.removeEventListener('abort', late));
      }),
  };
}
