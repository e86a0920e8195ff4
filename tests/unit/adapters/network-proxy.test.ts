import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished, describe, expect, it } from 'vitest';
import { makeFamily } from '../../../clinic/certificates.ts';
import { ask, closedPort, failureOf, portsFor, responseOf, serveHttp, serveHttps, serveTcp } from './servers.ts';

const name = 'mcp.clinic.example';

/** A proxy that leads every tunnel to one port on loopback, and keeps what it was asked. */
async function serveProxy(target: number, refuseWith?: number): Promise<{ url: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer((request, response) => {
    asked.push(request);
    response.writeHead(refuseWith ?? 200).end('from the proxy');
  });
  proxy.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    asked.push(request);
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (refuseWith !== undefined) {
      socket.end(`HTTP/1.1 ${refuseWith} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    sockets.add(upstream);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  });
  return { url: `http://me:p%40ss@127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked };
}

/** A SOCKS 5 proxy for one port on loopback, which wants credentials; keeps what it was asked, in hexadecimal. */
async function serveSocks(target: number, reply = 0): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const port = await serveTcp((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, 2]));
      socket.once('data', (credentials) => {
        asked.push(String(credentials.subarray(2, 4)));
        socket.write(Buffer.from([1, 0]));
        socket.once('data', (request) => {
          asked.push(`${request[3]} ${String(request.subarray(5, -2))} ${request.readUInt16BE(request.length - 2)}`);
          socket.write(Buffer.from([5, reply, 0, 1, 127, 0, 0, 1, 0, 0]));
          if (reply !== 0) return;
          const upstream = connect(target, '127.0.0.1');
          upstream.on('error', () => socket.destroy());
          socket.on('close', () => upstream.destroy());
          upstream.pipe(socket).pipe(upstream);
        });
      });
    });
  });
  return { port, asked };
}

describe('a proxy', () => {
  it('may speak SOCKS', async () => {
    const family = await makeFamily({ commonName: name, dnsNames: [name] });
    const { port, asked } = await serveSocks(await serveHttps({ cert: family.chain, key: family.leaf.key }));
    const ports = portsFor({ env: { ALL_PROXY: `socks5h://me:secret@127.0.0.1:${port}` }, cacert: family.root.cert });
    expect(responseOf(await ask(ports, `https://${name}/`))).toMatchObject({ text: 'ok', remoteAddress: null });
    expect(asked).toEqual(['me', `3 ${name} 443`]);
  });

  it('that refuses in SOCKS is to blame', async () => {
    const { port } = await serveSocks(0, 5);
    const ports = portsFor({ env: { ALL_PROXY: `socks5://me:secret@127.0.0.1:${port}` } });
    const failure = failureOf(await ask(ports, `http://${name}/`));
    expect(failure).toMatchObject({ reason: 'proxy', detail: expect.stringContaining('connection refused') });
    const plain = await serveTcp((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request')));
    const other = portsFor({ env: { ALL_PROXY: `socks5://127.0.0.1:${plain}` } });
    expect(failureOf(await ask(other, `http://${name}/`)).reason).toBe('proxy');
    const silent = portsFor({ env: { ALL_PROXY: `socks5://127.0.0.1:${await serveTcp(() => undefined)}` } });
    expect(failureOf(await ask(silent, `http://${name}/`, { headersTimeoutMs: 200 })).reason).toBe('timeout');
  });

  it('is asked for a tunnel, with the same rules for certificates inside', async () => {
    const family = await makeFamily({ commonName: name, dnsNames: [name] });
    const port = await serveHttps({ cert: family.chain, key: family.leaf.key });
    const { url, asked } = await serveProxy(port);
    const env = { HTTPS_PROXY: url };
    const ports = portsFor({ env, cacert: family.root.cert });
    const response = responseOf(await ask(ports, `https://${name}/`));
    expect(response).toMatchObject({ text: 'ok', remoteAddress: null });
    expect(asked[0]?.url).toBe(`${name}:443`);
    expect(asked[0]?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
    const seen = await ports.tls?.inspect(name, 443, AbortSignal.timeout(20_000));
    expect(seen).toMatchObject({ kind: 'peer', peer: { trust: 'public', chain: [{ subject: `CN=${name}` }, {}] } });
    expect(failureOf(await ask(portsFor({ env }), `https://${name}/`)).reason).toBe('tls-untrusted');
    expect(failureOf(await ask(ports, 'https://other.example/')).reason).toBe('tls-name');
  });

  it('is handed plain requests', async () => {
    const { url, asked } = await serveProxy(0);
    const response = responseOf(await ask(portsFor({ env: { http_proxy: url } }), `http://${name}/path?x=1`));
    expect(response).toMatchObject({
      text: 'from the proxy',
      remoteAddress: null,
      finalUrl: `http://${name}/path?x=1`,
    });
    expect(asked[0]?.url).toBe(`http://${name}/path?x=1`);
    expect(asked[0]?.headers).toMatchObject({ host: name, 'proxy-authorization': expect.stringContaining('Basic ') });
  });

  it.each([407, 403, 502])('that answers %i is to blame', async (status) => {
    const { url } = await serveProxy(0, status);
    const failure = failureOf(await ask(portsFor({ env: { HTTPS_PROXY: url } }), `https://${name}/`));
    expect(failure).toMatchObject({ reason: 'proxy', remoteAddress: null });
    expect(failure.detail).toContain(String(status));
    expect(failure.detail).not.toContain('p%40ss');
  });

  it('that wants credentials for a plain request is to blame', async () => {
    const { url } = await serveProxy(0, 407);
    expect(failureOf(await ask(portsFor({ env: { HTTP_PROXY: url } }), `http://${name}/`)).reason).toBe('proxy');
  });

  it('that cannot be reached is to blame', async () => {
    const proxies = [
      `http://127.0.0.1:${await closedPort()}`,
      'http://nobody.invalid:3128',
      `http://127.0.0.1:${await serveTcp((socket) => socket.once('data', () => socket.end()))}`,
      `http://127.0.0.1:${await serveTcp((socket) => socket.once('data', () => socket.end('SSH-2.0-x\r\n')))}`,
      'ftp://127.0.0.1',
    ];
    for (const proxy of proxies) {
      const failure = failureOf(await ask(portsFor({ env: { HTTPS_PROXY: proxy } }), `https://${name}/`));
      expect({ proxy, reason: failure.reason }).toEqual({ proxy, reason: 'proxy' });
    }
  });

  it('that never answers is a timeout', async () => {
    const env = { HTTPS_PROXY: `http://127.0.0.1:${await serveTcp(() => undefined)}` };
    const failure = failureOf(await ask(portsFor({ env }), `https://${name}/`, { headersTimeoutMs: 200 }));
    expect(failure.reason).toBe('timeout');
  });

  it('is not asked for this machine, exceptions, and what the person leads elsewhere', async () => {
    const port = await serveHttp((_, response) => response.end('direct'));
    const { url, asked } = await serveProxy(0);
    const env = { HTTP_PROXY: url, NO_PROXY: 'clinic.example' };
    const connectTo = [`led.example:80:127.0.0.1:${port}`, `${name}:80:127.0.0.1:${port}`];
    const ports = portsFor({ env, connectTo });
    for (const place of [`127.0.0.1:${port}`, 'led.example', name]) {
      expect(responseOf(await ask(ports, `http://${place}/`)).text).toBe('direct');
    }
    expect(asked).toHaveLength(0);
  });

  it('is not asked for private addresses when only public ones may be', async () => {
    const { url, asked } = await serveProxy(0);
    const ports = portsFor({ env: { HTTP_PROXY: url } });
    const failure = failureOf(await ask(ports, 'http://10.1.2.3/', { publicOnly: true }));
    expect(failure.reason).toBe('private-address');
    expect(asked).toHaveLength(0);
  });
});
