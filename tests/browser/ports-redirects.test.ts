import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { failureOf, responseOf, serveHttp } from '../unit/adapters/servers.ts';
import { benches, type PortsBench } from './ports-bench.ts';

describe.each(['chromium', 'firefox'] as const)('redirects in %s', (browser) => {
  let bench: PortsBench;
  beforeAll(async () => {
    bench = await benches[browser]((await createAuthority()).caPem);
  });
  afterAll(() => bench.close());

  it('are followed and recorded, with their methods', async () => {
    const seen: string[] = [];
    const port = await serveHttp((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      if (request.url === '/a') response.writeHead(307, { location: 'b' }).end('moved');
      else if (request.url === '/b') response.writeHead(302, { location: '/c?x=1#part' }).end();
      else response.end('here');
    });
    const origin = `http://127.0.0.1:${port}`;
    const response = responseOf(await bench.ask(`${origin}/a`, { method: 'POST', body: '{}' }));
    expect(response).toMatchObject({ status: 200, text: 'here' });
    expect(response.redirects).toEqual([
      { status: 307, from: `${origin}/a`, to: `${origin}/b` },
      { status: 302, from: `${origin}/b`, to: `${origin}/c?x=1#part` },
    ]);
    expect(seen).toEqual(['POST /a', 'POST /b', 'GET /c?x=1']);
  });

  it('leave secrets behind at another origin', async () => {
    const other = await serveHttp((request, response) => response.end(JSON.stringify(request.headers)));
    const port = await serveHttp((_, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end();
    });
    const headers = { Authorization: 'Bearer secret', Cookie: 'secret', 'X-Key': 'secret', accept: 'text/plain' };
    const answer = await bench.ask(`http://127.0.0.1:${port}/`, {
      headers,
      secretHeaders: ['authorization', 'cookie', 'x-key'],
    });
    const { text } = responseOf(answer);
    expect(text).toContain('text/plain');
    expect(text).not.toContain('secret');
  });

  it('leave out the user and password that an address may have', async () => {
    const other = await serveHttp((request, response) => response.end(JSON.stringify(request.headers)));
    const port = await serveHttp((_, response) => {
      response.writeHead(307, { location: `http://mallory:pass-1234@127.0.0.1:${other}/` }).end();
    });
    const response = responseOf(await bench.ask(`http://127.0.0.1:${port}/`));
    expect(response.status).toBe(200);
    expect(response.text).not.toMatch(/authorization/i);
  });

  it('are the answer where none may be followed, but browsers hide their bodies', async () => {
    const port = await serveHttp((_, response) =>
      response.writeHead(302, { location: '/login', 'set-cookie': 'a=1', 'x-own': 'yes' }).end('moved'),
    );
    const url = `http://127.0.0.1:${port}/`;
    expect(responseOf(await bench.ask(url, { maxRedirects: 0 }))).toMatchObject({
      status: 302,
      headers: { location: '/login', 'set-cookie': 'a=1', 'x-own': 'yes' },
      text: '',
      end: 'enough',
      finalUrl: url,
      redirects: [],
      remoteAddress: '127.0.0.1',
    });
  });

  it.each(['myapp://open', 'https://', ''])('to where no client goes are the answer: %j', async (location) => {
    const port = await serveHttp((_, response) => response.writeHead(302, { location }).end());
    const response = responseOf(await bench.ask(`http://127.0.0.1:${port}/`));
    expect(response).toMatchObject({ status: 302, redirects: [], headers: { location } });
  });

  it.each([
    ['to itself', () => '/'],
    ['in a circle', (url: string) => (url === '/' ? '/b' : '/')],
    ['without end', (url: string) => `${url}x`],
  ])('%s are a loop', async (_, next) => {
    const port = await serveHttp((request, response) => {
      response.writeHead(307, { location: next(request.url ?? '') }).end();
    });
    const failure = failureOf(await bench.ask(`http://127.0.0.1:${port}/`));
    expect(failure.reason).toBe('redirect-loop');
    expect(failure.redirects.length).toBeLessThanOrEqual(11);
  });

  it('that come back with another method are no loop', async () => {
    const port = await serveHttp((request, response) => {
      if (request.method === 'POST') response.writeHead(303, { location: '/' }).end();
      else response.end('here');
    });
    const answer = await bench.ask(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' });
    expect(responseOf(answer).text).toBe('here');
  });

  it('are not held up by their endless bodies', async () => {
    const port = await serveHttp((request, response) => {
      if (request.url === '/b') return response.end('here');
      response.writeHead(302, { location: '/b' }).write('never');
      return undefined;
    });
    expect(responseOf(await bench.ask(`http://127.0.0.1:${port}/`)).text).toBe('here');
  });

  it('are told where the last one leads nowhere', async () => {
    const port = await serveHttp((_, response) => {
      response.writeHead(302, { location: 'http://nobody.invalid/' }).end();
    });
    const failure = failureOf(await bench.ask(`http://127.0.0.1:${port}/`));
    expect(failure).toMatchObject({ reason: 'dns', redirects: [{ status: 302, to: 'http://nobody.invalid/' }] });
  });

  it('to a private address are the answer when only public ones may be asked', async () => {
    let asked = 0;
    const inner = await serveHttp(() => (asked += 1));
    const port = await serveHttp((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${inner}/` }).end('moved');
    });
    const origin = `http://127.0.0.1:${port}`;
    const answer = await bench.ask(`${origin}/`, { publicOnly: true, namedOrigin: origin });
    expect(responseOf(answer)).toMatchObject({ status: 302, redirects: [], finalUrl: `${origin}/` });
    expect(asked).toBe(0);
  });

  it('do not matter to private addresses: they are not asked, but where the person named them', async () => {
    const port = await serveHttp((_, response) => response.end('ok'));
    for (const host of ['127.0.0.1', 'localhost', '[::1]', 'printer.local', '169.254.169.254', '0x7f.1']) {
      const failure = failureOf(await bench.ask(`http://${host}:${port}/`, { publicOnly: true }));
      expect(failure.reason).toBe('private-address');
    }
  });
});
