import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import type { FailureReason } from '../../lib/kernel/exchange.ts';
import {
  answering,
  closedPort,
  failureOf,
  responseOf,
  serveHttp,
  serveHttps,
  serveTcp,
} from '../unit/adapters/servers.ts';
import { benches, type PortsBench } from './ports-bench.ts';

const day = 24 * 3_600_000;
let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority();
});

type Row = readonly [name: string, reason: FailureReason, url: () => Promise<string>];

const rows: readonly Row[] = [
  ['a name that nobody has', 'dns', () => Promise.resolve('https://nobody.invalid/')],
  ['a port where nobody listens', 'refused', async () => `http://127.0.0.1:${await closedPort()}/`],
  ['a server that hangs up', 'reset', async () => `http://127.0.0.1:${await serveTcp(hangUp)}/`],
  ['a server that breaks off', 'reset', async () => `http://127.0.0.1:${await serveTcp(breakOff)}/`],
  ['a server that breaks off over TLS', 'tls-handshake', async () => `https://127.0.0.1:${await plain()}/`],
  [
    'a certificate that has expired',
    'tls-expired',
    () => secure({ notBefore: new Date(Date.now() - 2 * day), notAfter: new Date(Date.now() - day) }),
  ],
  ['a certificate that begins tomorrow', 'tls-expired', () => secure({ notBefore: new Date(Date.now() + day) })],
  ['a certificate of another name', 'tls-name', () => secure({}, 'other.acme.dev')],
  ['a certificate that signs itself', 'tls-untrusted', () => secure({ chain: 'self-signed' })],
  ['a certificate without its chain', 'tls-untrusted', () => secure({ chain: 'leaf-only' })],
  ['a TLS version of long ago', 'tls-handshake', oldTls],
];

const hangUp = (socket: Socket): void => void socket.once('data', () => socket.end());
const breakOff = (socket: Socket): void => void socket.once('data', () => socket.resetAndDestroy());

function plain(): Promise<number> {
  return serveHttp((_, response) => response.end('ok'));
}

async function secure(wish: Parameters<Authority['identityFor']>[1], name = '127.0.0.1'): Promise<string> {
  return `https://127.0.0.1:${await serveHttps(await authority.identityFor([name], wish))}/`;
}

async function oldTls(): Promise<string> {
  const identity = await authority.identityFor(['127.0.0.1']);
  const options = { ...identity, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' } as const;
  return `https://127.0.0.1:${await serveHttps(options)}/`;
}

describe.each(['chromium', 'firefox'] as const)('failures in %s', (browser) => {
  let bench: PortsBench;
  beforeAll(async () => {
    bench = await benches[browser](authority.caPem);
  });
  afterAll(() => bench.close());

  it('do not befall a server that is well', async () => {
    const url = `https://127.0.0.1:${await serveHttps(await authority.identityFor(['127.0.0.1']))}/`;
    expect(responseOf(await bench.ask(url))).toMatchObject({ status: 200, text: 'ok', remoteAddress: '127.0.0.1' });
  });

  it.each(rows)('are named: %s is %s', async (_, reason, urlOf) => {
    const failure = failureOf(await bench.ask(await urlOf()));
    expect(failure).toMatchObject({ reason });
    expect(failure.detail).not.toBe('');
  });

  it.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nok'],
  ])('of what is no HTTP: %s', async (_, bytes) => {
    const port = await serveTcp(answering(bytes));
    expect(failureOf(await bench.ask(`http://127.0.0.1:${port}/`)).reason).toBe('malformed-http');
  });

  it('of a body that is not what its coding says', async () => {
    const port = await serveHttp((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain text'),
    );
    expect(failureOf(await bench.ask(`http://127.0.0.1:${port}/`)).reason).toBe('malformed-http');
  });

  it('end a body that was under way', async () => {
    const port = await serveTcp((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nfirst', () => socket.resetAndDestroy());
      }),
    );
    expect(responseOf(await bench.ask(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 200, end: 'reset' });
  });

  it.runIf(browser === 'chromium')('end a packed body that was cut off', async () => {
    // Firefox takes what there was for the whole.
    const packed = gzipSync(Buffer.alloc(200_000, 'abc'));
    const port = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length });
      response.write(packed.subarray(0, 50), () => response.destroy());
    });
    const response = responseOf(await bench.ask(`http://127.0.0.1:${port}/`));
    expect(response).toMatchObject({ status: 200, end: 'reset' });
  });

  it('come of a server that says nothing', async () => {
    const port = await serveTcp(() => undefined);
    const url = `http://127.0.0.1:${port}/`;
    const failure = failureOf(await bench.ask(url, { headersTimeoutMs: 200 }));
    expect(failure.reason).toBe('timeout');
  });

  it('come of a body that stops', async () => {
    const port = await serveHttp((_, response) => response.writeHead(200).write('first'));
    const url = `http://127.0.0.1:${port}/`;
    const response = responseOf(await bench.ask(url, { totalTimeoutMs: 1_000 }));
    expect(response).toMatchObject({ text: 'first', end: 'timeout' });
  });

  it('come of the browser’s own refusal of a port', async () => {
    expect(failureOf(await bench.ask('http://127.0.0.1:6000/')).reason).toBe('blocked-by-client');
  });

  it('come of the person who does not allow it', async () => {
    await bench.command({ to: 'background', kind: 'policy', policy: 'declined' });
    const failure = failureOf(await bench.ask(`http://127.0.0.1:${await plain()}/`));
    await bench.command({ to: 'background', kind: 'policy', policy: 'granted' });
    expect(failure.reason).toBe('no-permission');
  });
});
