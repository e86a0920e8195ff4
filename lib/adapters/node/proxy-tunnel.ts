import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Duplex } from 'node:stream';
import { endpointOf, type Endpoint } from './connect-to.ts';
import { untilAborted, type Resolver } from './dns.ts';
import { detailOf, failed, stopped, type Failure } from './failure-reason.ts';
import { connectTcp } from './tcp.ts';

/** A connection to a proxy, or through it. */
export interface ProxyConnection {
  readonly kind: 'connected';
  readonly socket: Socket | Duplex;
}

/** Connects to the proxy itself. Whatever goes wrong there is a `proxy` failure. */
export async function connectToProxy(
  proxy: URL,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<{ readonly kind: 'connected'; readonly socket: Socket } | Failure> {
  if (!isHttpProxy(proxy) && !isSocksProxy(proxy)) {
    return failed('proxy', `${proxyName(proxy)}: this kind of proxy cannot be used here`);
  }
  const { host, port } = proxyEndpoint(proxy);
  const found = await untilAborted(resolver(host), signal);
  if (found === undefined) return stopped(signal, `looking up the proxy ${proxyName(proxy)}`);
  const addresses = [...found.a, ...found.aaaa];
  if (addresses.length === 0) return failed('proxy', `${proxyName(proxy)}: ${found.detail}`);
  const connection = await connectTcp(addresses, port, signal);
  if (connection.kind === 'failed') return asProxyFailure(connection, proxy);
  return proxy.protocol === 'https:' ? secured(connection.socket, host, proxy, signal) : connection;
}

/** Asks the proxy for a tunnel to the endpoint. */
export async function openTunnel(
  proxy: URL,
  endpoint: Endpoint,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<ProxyConnection | Failure> {
  const connection = await connectToProxy(proxy, resolver, signal);
  if (connection.kind === 'failed') return connection;
  return isSocksProxy(proxy)
    ? throughSocks(connection.socket, proxy, endpoint, signal)
    : throughConnect(connection.socket, proxy, endpoint, signal);
}

/** True for proxies that are spoken to in HTTP, so that they can be handed plain requests. */
export function isHttpProxy(proxy: URL): boolean {
  return proxy.protocol === 'http:' || proxy.protocol === 'https:';
}

function isSocksProxy(proxy: URL): boolean {
  return /^socks(5h?)?:$/.test(proxy.protocol);
}

function proxyEndpoint(proxy: URL): Endpoint {
  return isSocksProxy(proxy) && proxy.port === '' ? { ...endpointOf(proxy), port: 1080 } : endpointOf(proxy);
}

async function throughSocks(
  socket: Socket,
  proxy: URL,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<ProxyConnection | Failure> {
  const { askSocksProxy } = await import('./socks.ts');
  const credentials = { username: decode(proxy.username), password: decode(proxy.password) };
  const asking = askSocksProxy(socket, endpoint, credentials).then(
    (): ProxyConnection => ({ kind: 'connected', socket }),
    (error: unknown) => failed('proxy', `${proxyName(proxy)}: ${detailOf(error)}`),
  );
  const outcome = (await untilAborted(asking, signal)) ?? stopped(signal, `waiting for the proxy ${proxyName(proxy)}`);
  if (outcome.kind === 'failed') socket.destroy();
  return outcome;
}

async function throughConnect(
  proxySocket: Socket,
  proxy: URL,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<ProxyConnection | Failure> {
  // Most runs meet no proxy, so they do not pay for loading this.
  const { request } = await import('node:http');
  const authority = `${endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host}:${endpoint.port}`;
  const authorization = proxyAuthorization(proxy);
  return new Promise((resolve) => {
    const asking = request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...(authorization !== null && { 'proxy-authorization': authorization }) },
      createConnection: () => proxySocket,
    });
    const settle = (outcome: ProxyConnection | Failure): void => {
      signal.removeEventListener('abort', onAbort);
      if (outcome.kind === 'failed') proxySocket.destroy();
      resolve(outcome);
    };
    const refuse = (detail: string): void => settle(failed('proxy', `${proxyName(proxy)}: ${detail}`));
    const onAbort = (): void => settle(stopped(signal, `waiting for the proxy ${proxyName(proxy)}`));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    asking.on('error', (error) => refuse(detailOf(error)));
    asking.on('response', (response) => refuse(`it answered ${response.statusCode ?? ''} to CONNECT`));
    asking.on('connect', (response, socket, head) => {
      const status = response.statusCode ?? 0;
      if (status < 200 || status > 299) {
        refuse(`it answered ${status} to CONNECT`);
        return;
      }
      if (head.length > 0) socket.unshift(head);
      socket.on('error', () => undefined);
      settle({ kind: 'connected', socket });
    });
    asking.end();
  });
}

/** The value of Proxy-Authorization for the credentials in a proxy's URL, else null. */
export function proxyAuthorization(proxy: URL): string | null {
  if (proxy.username === '' && proxy.password === '') return null;
  const credentials = `${decode(proxy.username)}:${decode(proxy.password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function proxyName(proxy: URL): string {
  return `${proxy.protocol}//${proxy.host}`;
}

function asProxyFailure(failure: Failure, proxy: URL): Failure {
  if (failure.reason === 'aborted') return failure;
  return failed('proxy', `${proxyName(proxy)}: ${failure.detail}`);
}

/** The proxy is the person's own choice, so whatever Node trusts by its settings is good enough here. */
function secured(
  transport: Socket,
  host: string,
  proxy: URL,
  signal: AbortSignal,
): Promise<{ readonly kind: 'connected'; readonly socket: Socket } | Failure> {
  return new Promise((resolve) => {
    const socket = connectTls({ socket: transport, host });
    const settle = (outcome: { readonly kind: 'connected'; readonly socket: Socket } | Failure): void => {
      signal.removeEventListener('abort', onAbort);
      if (outcome.kind === 'failed') transport.destroy();
      resolve(outcome);
    };
    const onAbort = (): void => settle(stopped(signal, `the TLS handshake with the proxy ${proxyName(proxy)}`));
    signal.addEventListener('abort', onAbort, { once: true });
    socket.on('error', (error) => settle(failed('proxy', `${proxyName(proxy)}: ${detailOf(error)}`)));
    socket.once('secureConnect', () => settle({ kind: 'connected', socket }));
  });
}
