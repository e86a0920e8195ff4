import type { Authority, LeafWish, TlsIdentity } from './authority.ts';
import { dohResolver, type PublicName } from './doh-server.ts';
import { startFront, type FrontHeaders, type Listener } from './front.ts';
import type { Handler } from './http-call.ts';
import { withIcon } from './icon.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';

/** How a host is put up. */
export interface HostWish {
  /** The port of the public address; default 443. */
  readonly port?: number;
  /** `plain`: no TLS at all. Otherwise how its certificate differs from a good one. */
  readonly tls?: 'plain' | LeafWish | { readonly names: readonly string[] };
  readonly headers?: FrontHeaders;
  /** False: `/favicon.ico` is the handler's own matter. Otherwise an icon stands there, as on most sites. */
  readonly icon?: false;
}

/**
 * Public-looking hosts on loopback ports, with a resolver that knows them. What a person would give on the command line:
 * `--connect-to` for each host, `--cacert` and `--resolver`.
 */
export interface Stage {
  readonly caPem: string;
  /** `HOST1:PORT1:HOST2:PORT2`, as curl takes it. */
  readonly connectTo: readonly string[];
  readonly resolver: string;
  readonly log: RequestLog;
  /** Puts up a host and gives it a public address in the resolver. */
  host(name: string, handler: Handler, wish?: HostWish): Promise<void>;
  /** Leads a public address to a listener that somebody else runs (or to a port where nobody listens). */
  lead(name: string, port: number, toPort: number, toHost?: string): void;
  /** Changes what the resolver says of a name. */
  publish(name: string, answer: PublicName): void;
  /** Closes this with the stage. */
  keep(listener: { close(): Promise<void> | void }): void;
  close(): Promise<void>;
}

/** Any globally routable address does: nothing is ever sent there. */
const somePublicAddress = '185.199.108.153';
const resolverHost = 'dns.clinic-resolver.dev';

/** Sets up an empty stage with its resolver. */
export async function createStage(authority: Authority): Promise<Stage> {
  const connectTo: string[] = [];
  const names = new Map<string, PublicName>();
  const kept: { close(): Promise<void> | void }[] = [];
  const log = createRequestLog();
  const stage: Stage = {
    caPem: authority.caPem,
    connectTo,
    resolver: `https://${resolverHost}/dns-query`,
    log,
    async host(name, handler, wish = {}) {
      const identity = await identityFor(authority, name, wish.tls);
      const site = wish.icon === false ? handler : withIcon(handler);
      const front = await startFront(site, { identity, log, ...(wish.headers && { headers: wish.headers }) });
      kept.push(front);
      stage.lead(name, wish.port ?? (identity ? 443 : 80), front.port);
    },
    lead(name, port, toPort, toHost = '127.0.0.1') {
      connectTo.push(`${bracketed(name)}:${String(port)}:${toHost}:${String(toPort)}`);
      if (!names.has(name)) names.set(name, { a: [somePublicAddress] });
    },
    publish: (name, answer) => void names.set(name, answer),
    keep: (listener) => void kept.push(listener),
    close: async () => void (await Promise.all(kept.map(async (listener) => listener.close()))),
  };
  const resolver: Listener = await startFront(dohResolver(names), {
    identity: await authority.identityFor([resolverHost]),
    log: createRequestLog(),
  });
  kept.push(resolver);
  connectTo.push(`${resolverHost}:443:127.0.0.1:${String(resolver.port)}`);
  return stage;
}

async function identityFor(authority: Authority, name: string, tls: HostWish['tls']): Promise<TlsIdentity | null> {
  if (tls === 'plain') return null;
  if (tls === undefined) return authority.identityFor([name]);
  if ('names' in tls) return authority.identityFor(tls.names);
  return authority.identityFor([name], tls);
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
