import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { failureOf, responseOf, serveHttp } from '../unit/adapters/servers.ts';
import { chromiumBench, type ChromiumBench } from './ports-bench.ts';

describe('the ports in Chromium', () => {
  let bench: ChromiumBench;
  beforeAll(async () => {
    bench = await chromiumBench((await createAuthority()).caPem, ['mcp.acme.example:80', 'auth.acme.example:80']);
  });
  afterAll(() => bench.close());

  it('drop what a public name answers from a private address, but where the person named it', async () => {
    const port = await serveHttp((request, response) => {
      if (request.headers.host === 'auth.acme.example') response.end('secret');
      else response.writeHead(302, { location: 'http://auth.acme.example/' }).end();
    });
    await bench.roads.lead([`mcp.acme.example:80:127.0.0.1:${port}`, `auth.acme.example:80:127.0.0.1:${port}`]);
    const wish = { publicOnly: true, namedOrigin: 'http://mcp.acme.example' };
    const named = responseOf(await bench.ask('http://mcp.acme.example/', wish));
    expect(named).toMatchObject({ status: 302, redirects: [], text: '' });
    const other = failureOf(await bench.ask('http://auth.acme.example/', wish));
    expect(other).toMatchObject({
      reason: 'private-address',
      remoteAddress: expect.stringMatching(/^127\./) as string,
    });
  });

  it('bring headers whatever they are called', async () => {
    const port = await serveHttp((_, response) => response.writeHead(200, { constructor: 'mine' }).end('ok'));
    const { headers } = responseOf(await bench.ask(`http://127.0.0.1:${port}/`));
    expect(headers).toMatchObject({ constructor: 'mine' });
  });

  it('see nothing less after the worker died', async () => {
    const port = await serveHttp((request, response) => {
      response.writeHead(200, { 'set-cookie': 'a=1' });
      if (request.url === '/held') response.write('first');
      else response.end(request.headers['user-agent']);
    });
    const held = bench.start({ url: `http://127.0.0.1:${port}/held` });
    await expect.poll(() => held.pieces()).toEqual(['first']);
    await bench.endWorker();
    const url = `http://127.0.0.1:${port}/`;
    const after = responseOf(await bench.ask(url, { headers: { 'user-agent': 'Claude-User' } }));
    expect(after).toMatchObject({ text: 'Claude-User', headers: { 'set-cookie': 'a=1' }, remoteAddress: '127.0.0.1' });
    await held.abort();
    expect(responseOf(await held.received)).toMatchObject({ text: 'first', end: 'aborted' });
  });

  it('name a failure also when the worker died before it', async () => {
    let arrived = (hangUp: () => void): void => void hangUp;
    const asked = new Promise<() => void>((resolve) => (arrived = resolve));
    const port = await serveHttp((request, response) => {
      if (request.url === '/held') arrived(() => request.socket.resetAndDestroy());
      else response.end('ok');
    });
    const held = bench.start({ url: `http://127.0.0.1:${port}/held` });
    const hangUp = await asked;
    await bench.endWorker();
    responseOf(await bench.ask(`http://127.0.0.1:${port}/`));
    hangUp();
    expect(failureOf(await held.received)).toMatchObject({ reason: 'reset', detail: 'net::ERR_CONNECTION_RESET' });
  });
});
