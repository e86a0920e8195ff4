import { BlockList, isIP } from 'node:net';
import { isLoopbackHost } from '../../kernel/address.ts';
import { bareHost, endpointOf } from './connect-to.ts';

/** The proxy that requests to a URL go through, with its credentials; null for a direct connection. */
export type ProxySettings = (url: URL) => URL | null;

/**
 * Reads HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY; lower-case names go first, as in curl.
 * This machine itself is never asked through a proxy, and a setting that is no URL counts as none.
 */
export function readProxySettings(env: Readonly<Record<string, string | undefined>>): ProxySettings {
  const read = (name: string): string => (env[name.toLowerCase()] ?? env[name] ?? '').trim();
  const secure = proxyUrl(read('HTTPS_PROXY')) ?? proxyUrl(read('ALL_PROXY'));
  const plain = proxyUrl(read('HTTP_PROXY')) ?? proxyUrl(read('ALL_PROXY'));
  const exceptions = read('NO_PROXY')
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
  return (url) => {
    const proxy = url.protocol === 'https:' ? secure : plain;
    if (proxy === null || isLoopbackHost(url.hostname)) return null;
    return exceptions.some((entry) => isException(entry, url)) ? null : proxy;
  };
}

function proxyUrl(text: string): URL | null {
  if (text === '') return null;
  const full = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  return url.hostname === '' ? null : url;
}

function isException(entry: string, url: URL): boolean {
  if (entry === '*') return true;
  const { host, port } = endpointOf(url);
  if (entry.includes('/')) return isInRange(host, entry);
  const withPort = /^(?<name>.*[^:]):(?<port>\d+)$/.exec(entry);
  const named = withPort?.groups;
  const name = bareHost(named?.['name'] ?? entry);
  if (isIP(bareHost(entry)) === 0 && named && Number(named['port']) !== port) return false;
  if (isIP(host) !== 0) return host === (isIP(bareHost(entry)) === 0 ? name : bareHost(entry));
  const suffix = name.replace(/^\*?\./, '');
  return host === suffix || host.endsWith(`.${suffix}`);
}

function isInRange(host: string, range: string): boolean {
  const [network = '', bits = ''] = range.split('/');
  const family = isIP(network);
  const prefix = Number(bits);
  if (family === 0 || isIP(host) !== family || !Number.isInteger(prefix) || prefix < 0) return false;
  if (prefix > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const type = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(network, prefix, type);
  return list.check(host, type);
}
