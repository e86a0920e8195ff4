import { routes } from '../../clinic/http-call.ts';
import { listen } from '../../clinic/front.ts';
import { createServer } from 'node:http';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, openAndStrict, ready } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;
const aDay = 86_400_000;

async function healthy(rig: Rig): Promise<string> {
  await rig.host(host, routes({ '/mcp': rig.mcp() }));
  return url;
}

/** Names, connections and certificates. */
export const networkCases: readonly CorpusCase[] = [
  {
    name: 'a name that nobody registered',
    origin: 'dns.not-found',
    start: async (rig) => {
      await rig.dead(host);
      rig.publish(host, 'not-found');
      return url;
    },
    expect: broken('dns.not-found', 1, 'net.refused'),
  },
  {
    name: 'IPv6 addresses alone',
    origin: 'dns.no-a-record',
    start: async (rig) => {
      rig.publish(host, { aaaa: ['2606:50c0:8000::153'] });
      return healthy(rig);
    },
    expect: broken('dns.no-a-record', 1, ...openAndStrict),
  },
  {
    name: 'a private address in the public name system',
    origin: 'C160',
    start: async (rig) => {
      rig.publish(host, { a: ['10.20.30.40'] });
      return healthy(rig);
    },
    expect: broken('dns.private-address', 1, ...openAndStrict),
  },
  {
    name: 'one routable address and one of a carrier’s network',
    origin: 'dns.mixed-addresses',
    start: async (rig) => {
      rig.publish(host, { a: ['185.199.108.153', '100.64.7.7'] });
      return healthy(rig);
    },
    expect: broken('dns.mixed-addresses', 1, ...openAndStrict),
  },
  {
    name: 'a resolver that does not answer',
    origin: 'dns.public-view-unavailable',
    start: async (rig) => {
      rig.publish(host, 'resolver-fails');
      return healthy(rig);
    },
    expect: ready('dns.public-view-unavailable', ...openAndStrict),
  },
  {
    name: 'nobody listens',
    origin: 'net.refused',
    start: async (rig) => {
      await rig.dead(host);
      return url;
    },
    expect: broken('net.refused', 2),
  },
  {
    name: 'a firewall that swallows everything',
    origin: 'net.timeout',
    start: async (rig) => {
      await rig.raw(host, () => undefined);
      return url;
    },
    flags: { stepTimeoutMs: 1_500 },
    expect: broken('net.timeout', 2),
  },
  {
    name: 'a firewall that resets the TLS handshake',
    origin: 'C004',
    start: async (rig) => {
      await rig.raw(host, (socket) => socket.once('data', () => socket.resetAndDestroy()));
      return url;
    },
    expect: broken('net.reset', 2),
  },
  {
    name: 'closed after the handshake, before an answer',
    origin: 'net.reset',
    start: async (rig) => {
      await rig.rawTls(host, (socket) => socket.once('data', () => socket.destroy()));
      return url;
    },
    expect: broken('net.reset', 2),
  },
  {
    name: 'no route to the address',
    origin: 'net.unreachable',
    start: async (rig) => {
      // TCP to the broadcast address is refused by this machine’s own network, as a missing route is.
      rig.lead(host, 443, 9, '255.255.255.255');
      return url;
    },
    expect: broken('net.unreachable', 2),
  },
  {
    name: 'a certificate that ran out',
    origin: 'tls.expired',
    start: async (rig) => {
      const wish = { notBefore: new Date(Date.now() - 90 * aDay), notAfter: new Date(Date.now() - 2 * aDay) };
      await rig.host(host, routes({ '/mcp': rig.mcp() }), { tls: wish });
      return url;
    },
    expect: broken('tls.expired', 2),
  },
  {
    name: 'a certificate that is not valid yet',
    origin: 'tls.expired',
    start: async (rig) => {
      const wish = { notBefore: new Date(Date.now() + 2 * aDay), notAfter: new Date(Date.now() + 90 * aDay) };
      await rig.host(host, routes({ '/mcp': rig.mcp() }), { tls: wish });
      return url;
    },
    expect: broken('tls.expired', 2),
  },
  {
    name: 'a self-signed certificate',
    origin: 'tls.untrusted-issuer',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }), { tls: { chain: 'self-signed' } });
      return url;
    },
    expect: broken('tls.untrusted-issuer', 2),
  },
  {
    name: 'a private certificate authority',
    origin: 'C010',
    start: healthy,
    flags: { trusted: false, resolver: false },
    expect: broken('tls.untrusted-issuer', 2),
  },
  {
    name: 'the intermediate certificate is missing',
    origin: 'C166',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }), { tls: { chain: 'leaf-only' } });
      return url;
    },
    expect: broken('tls.incomplete-chain', 2),
  },
  {
    name: 'a wildcard that does not reach this level',
    origin: 'C164',
    start: async (rig) => {
      await rig.host('mcp.notes.acme.dev', routes({ '/mcp': rig.mcp() }), {
        tls: { names: ['*.acme.dev', 'acme.dev'] },
      });
      return 'https://mcp.notes.acme.dev/mcp';
    },
    expect: broken('tls.hostname-mismatch', 2),
  },
  {
    name: 'plain HTTP on the TLS port',
    origin: 'tls.handshake-failed',
    start: async (rig) => {
      const listener = await listen(createServer((_request, response) => response.end('hello')));
      rig.keep(listener);
      rig.lead(host, 443, listener.port);
      return url;
    },
    expect: broken('tls.handshake-failed', 2),
  },
  {
    name: 'a server whose clock is ten minutes off',
    origin: 'client.clock-skew',
    start: async (rig) => {
      const then = new Date(Date.now() - 600_000).toUTCString();
      await rig.host(host, routes({ '/mcp': rig.mcp() }), { headers: { date: then } });
      return url;
    },
    expect: ready('client.clock-skew', ...openAndStrict),
  },
  {
    name: 'a server that takes more than three seconds to begin',
    origin: 'http.slow',
    start: async (rig) => {
      const mcp = rig.mcp();
      await rig.host(
        host,
        routes({
          '/mcp': async (call, response) => {
            if (call.message?.['method'] === 'initialize') await new Promise((resolve) => setTimeout(resolve, 3_200));
            return mcp(call, response);
          },
        }),
      );
      return url;
    },
    expect: ready('http.slow', ...openAndStrict),
  },
  {
    name: 'the proxy on the way does not answer',
    origin: 'client.proxy-failed',
    start: async (rig) => {
      await rig.dead('proxy.acme.dev', 8080);
      return 'https://unproxied.acme.dev/mcp';
    },
    flags: { resolver: false, env: { HTTPS_PROXY: 'http://127.0.0.1:9' } },
    expect: { verdict: 'unknown', primary: 'client.proxy-failed', stop: null, findings: ['client.proxy-failed'] },
  },
];
