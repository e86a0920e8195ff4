import type { Ports } from '../../kernel/ports.ts';
import { createClock } from './clock.ts';
import { createConnectionPool } from './connection-pool.ts';
import { parseConnectTo } from './connect-to.ts';
import { createDnsPort, createResolver } from './dns.ts';
import { createNetworkPort } from './network.ts';
import { readProxySettings } from './proxy-settings.ts';
import { createSignInPort, type NodeSignInOptions } from './sign-in.ts';
import { createSurroundings } from './surroundings.ts';
import { createTlsPort } from './tls.ts';
import type { DialContext } from './transport.ts';
import { createTrustStore } from './trust.ts';

/** What the person chose about the way to the servers. */
export interface NodePortOptions {
  /** `HOST1:PORT1:HOST2:PORT2`, like curl's `--connect-to`: dial elsewhere. */
  readonly connectTo: readonly string[];
  /** PEM text of authorities to trust beside the public ones. */
  readonly cacert?: string | null;
  /** The environment, for HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How the person signs in; absent when nobody is to be asked. */
  readonly signIn?: NodeSignInOptions;
}

/** Ports of one run. After `close` no connection of theirs keeps the process running; requests that were open end as `aborted`. */
export interface NodePorts extends Ports {
  close(): Promise<void>;
}

/** The ports of a machine that runs Node. They share their connections, addresses and trust for one run. */
export function createNodePorts({ connectTo, cacert = null, env, signIn }: NodePortOptions): NodePorts {
  const proxies = readProxySettings(env);
  const resolver = createResolver();
  const context: DialContext = {
    connectTo: connectTo.map(parseConnectTo),
    resolver,
    proxies,
    trust: createTrustStore(cacert),
    answering: new Map(),
    vouchedByMachine: new Set(),
  };
  const pool = createConnectionPool(context);
  const signInPort = signIn && createSignInPort(signIn);
  return {
    network: createNetworkPort(pool),
    clock: createClock(),
    surroundings: createSurroundings(proxies),
    dns: createDnsPort(resolver),
    tls: createTlsPort(pool, context),
    ...(signInPort && { signIn: signInPort }),
    close: async () => void (await Promise.all([pool.close(), signInPort?.close()])),
  };
}
