import { isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { isGloballyRoutable, isLoopbackHost } from '../../kernel/address.ts';
import type { NameLookup } from '../../kernel/ports.ts';
import { endpointOf, routeOf, type ConnectTo } from './connect-to.ts';
import { untilAborted, type Resolver } from './dns.ts';
import { failed, stopped, type Failure } from './failure-reason.ts';
import type { ProxySettings } from './proxy-settings.ts';
import { connectToProxy, isHttpProxy, openTunnel, proxyAuthorization } from './proxy-tunnel.ts';
import { connectTcp } from './tcp.ts';
import type { TrustStore } from './trust.ts';

/** What dialling depends on; lives as long as a run. */
export interface DialContext {
  readonly connectTo: readonly ConnectTo[];
  readonly resolver: Resolver;
  readonly proxies: ProxySettings;
  readonly trust: TrustStore;
  /** `host:port` to the address that answered before. */
  readonly answering: Map<string, string>;
  /** Origins that only this machine's own authorities vouch for. */
  readonly vouchedByMachine: Set<string>;
}

/** How to dial. */
export interface DialOptions {
  /** Refuse addresses that are not globally routable. */
  readonly publicOnly: boolean;
  readonly signal: AbortSignal;
}

/** An open way to a server, before TLS. */
export interface Transport {
  readonly kind: 'connected';
  readonly socket: Socket | Duplex;
  /** Null when a proxy dials. */
  readonly remoteAddress: string | null;
  /** Allowed under `publicOnly`: a public address, one that the person chose, or one that a proxy answers for. */
  readonly open: boolean;
  /** Set when plain-http requests must be handed to the proxy itself. */
  readonly proxy: { readonly authorization: string | null } | null;
}

/** Opens the way to an origin: directly, as mapped, or through a proxy. */
export async function openTransport(
  origin: URL,
  context: DialContext,
  options: DialOptions,
): Promise<Transport | Failure> {
  const route = routeOf(endpointOf(origin), context.connectTo);
  const proxy = route.mapped ? null : context.proxies(origin);
  if (proxy !== null) return throughProxy(origin, proxy, context, options);
  const found = await untilAborted(context.resolver(route.host), options.signal);
  if (found === undefined) return notResolved(route.host, options.signal);
  const known = dialable(route.host, found);
  if (known.length === 0) return failed('dns', found.detail || `${route.host} has no IPv4 address`);
  // The address that is dialled is checked, not the name: a name may lead elsewhere the next time.
  const addresses = options.publicOnly && !route.mapped ? known.filter(isGloballyRoutable) : known;
  if (addresses.length === 0) return notPublic(route.host, known[0] ?? null);
  const key = `${route.host}:${route.port}`;
  const connection = await connectTcp(preferred(addresses, context.answering.get(key)), route.port, options.signal);
  if (connection.kind === 'failed') return connection;
  context.answering.set(key, connection.address);
  return {
    kind: 'connected',
    socket: connection.socket,
    remoteAddress: connection.address,
    open: route.mapped || isGloballyRoutable(connection.address),
    proxy: null,
  };
}

async function throughProxy(
  origin: URL,
  proxy: URL,
  { resolver }: DialContext,
  { publicOnly, signal }: DialOptions,
): Promise<Transport | Failure> {
  const endpoint = endpointOf(origin);
  const refused = publicOnly ? await privateAddressOf(endpoint.host, resolver, signal) : undefined;
  if (refused !== undefined) return notPublic(endpoint.host, refused);
  const plain = origin.protocol === 'http:' && isHttpProxy(proxy);
  const connection = plain
    ? await connectToProxy(proxy, resolver, signal)
    : await openTunnel(proxy, endpoint, resolver, signal);
  if (connection.kind === 'failed') return connection;
  return {
    kind: 'connected',
    socket: connection.socket,
    remoteAddress: null,
    open: publicOnly,
    proxy: plain ? { authorization: proxyAuthorization(proxy) } : null,
  };
}

/** Claude dials IPv4 only. A typed IPv6 literal is dialled all the same, and so are both families of this machine itself. */
function dialable(host: string, { a, aaaa }: NameLookup): readonly string[] {
  if (isIPv6(host)) return aaaa;
  return isLoopbackHost(host) ? [...a, ...aaaa] : a;
}

function preferred(addresses: readonly string[], known: string | undefined): readonly string[] {
  if (known === undefined || !addresses.includes(known)) return addresses;
  return [known, ...addresses.filter((address) => address !== known)];
}

/** A private address that the name has in this machine's view. What this machine cannot resolve is left to the proxy. */
async function privateAddressOf(host: string, resolver: Resolver, signal: AbortSignal): Promise<string | undefined> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(lookupPatienceMs)]);
  const found = await untilAborted(resolver(host), patience);
  return [...(found?.a ?? []), ...(found?.aaaa ?? [])].find((address) => !isGloballyRoutable(address));
}

/** Behind a proxy the machine's own resolver often knows nothing of the outside, and may be slow to say so. */
const lookupPatienceMs = 1_000;

/** A resolver that is silent until our limit is a fault of the name, not of a server that nobody has asked yet. */
function notResolved(host: string, signal: AbortSignal): Failure {
  const failure = stopped(signal, `looking up ${host}`);
  return failure.reason === 'timeout' ? { ...failure, reason: 'dns' } : failure;
}

function notPublic(host: string, address: string | null): Failure {
  const where = address === null || address === host ? host : `${host} (${address})`;
  return failed('private-address', `${where} is not a public address, so it was not asked`, address);
}
