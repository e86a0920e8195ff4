import { describe, expect, it } from 'vitest';
import { ask, failureOf, portsFor, responseOf, serveHttp } from './servers.ts';

describe('redirects', () => {
  it('are followed and recorded', async () => {
    const seen: string[] = [];
    const port = await serveHttp((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      if (request.url === '/a') response.writeHead(307, { location: 'b' }).end('moved');
      else if (request.url === '/b') response.writeHead(302, { location: '/c?x=1' }).end();
      else response.end('here');
    });
    const origin = `http://127.0.0.1:${port}`;
    const response = responseOf(await ask(portsFor(), `${origin}/a`, { method: 'POST', body: '{}' }));
    expect(response).toMatchObject({ status: 200, text: 'here', finalUrl: `${origin}/c?x=1` });
    expect(response.redirects).toEqual([
      { status: 307, from: `${origin}/a`, to: `${origin}/b` },
      { status: 302, from: `${origin}/b`, to: `${origin}/c?x=1` },
    ]);
    expect(seen).toEqual(['POST /a', 'POST /b', 'GET /c?x=1']);
  });

  it('carry the body where the method stays', async () => {
    const port = await serveHttp((request, response) => {
      if (request.url === '/a') response.writeHead(308, { location: '/b' }).end();
      else request.pipe(response);
    });
    const answer = await ask(portsFor(), `http://127.0.0.1:${port}/a`, { method: 'POST', body: 'echo' });
    expect(responseOf(answer).text).toBe('echo');
  });

  it('leave secrets behind at another origin', async () => {
    const other = await serveHttp((request, response) => response.end(JSON.stringify(request.headers)));
    const port = await serveHttp((_, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end();
    });
    const headers = { Authorization: 'Bearer secret', 'X-Key': 'secret', accept: 'text/plain' };
    const answer = await ask(portsFor(), `http://127.0.0.1:${port}/`, {
      headers,
      secretHeaders: ['authorization', 'x-key'],
    });
    const { text } = responseOf(answer);
    expect(text).toContain('text/plain');
    expect(text).not.toContain('secret');
  });

  it('are the answer where none may be followed', async () => {
    const port = await serveHttp((_, response) => response.writeHead(302, { location: '/login' }).end('moved'));
    const url = `http://127.0.0.1:${port}/`;
    const response = responseOf(await ask(portsFor(), url, { maxRedirects: 0 }));
    expect(response).toMatchObject({ status: 302, text: 'moved', finalUrl: url, redirects: [] });
  });

  it('to other protocols are the answer', async () => {
    const port = await serveHttp((_, response) => response.writeHead(302, { location: 'myapp://open' }).end());
    const response = responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`));
    expect(response).toMatchObject({ status: 302, redirects: [], headers: { location: 'myapp://open' } });
  });

  it.each([
    ['to itself', () => '/'],
    ['in a circle', (url: string) => (url === '/' ? '/b' : '/')],
    ['without end', (url: string) => `${url}x`],
  ])('%s are a loop', async (_, next) => {
    const port = await serveHttp((request, response) => {
      response.writeHead(307, { location: next(request.url ?? '') }).end();
    });
    const failure = failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`));
    expect(failure.reason).toBe('redirect-loop');
    expect(failure.redirects.length).toBeLessThanOrEqual(11);
  });

  it('that come back with another method are no loop', async () => {
    const port = await serveHttp((request, response) => {
      if (request.method === 'POST') response.writeHead(303, { location: '/' }).end();
      else response.end('here');
    });
    const answer = await ask(portsFor(), `http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' });
    expect(responseOf(answer).text).toBe('here');
  });

  it('to a private address are the answer when only public ones may be asked', async () => {
    let asked = 0;
    const inner = await serveHttp(() => (asked += 1));
    const port = await serveHttp((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${inner}/` }).end('moved');
    });
    const ports = portsFor({ connectTo: [`mcp.example:80:127.0.0.1:${port}`] });
    const heads: number[] = [];
    const answer = await ask(ports, 'http://mcp.example/', {
      publicOnly: true,
      onHead: ({ status }) => {
        heads.push(status);
        return 'go-on';
      },
    });
    expect(responseOf(answer)).toMatchObject({
      status: 302,
      text: 'moved',
      finalUrl: 'http://mcp.example/',
      redirects: [],
    });
    expect(heads).toEqual([302]);
    expect(asked).toBe(0);
  });

  it('are not held up by their endless bodies', async () => {
    const port = await serveHttp((request, response) => {
      if (request.url === '/b') return response.end('here');
      response.writeHead(302, { location: '/b' }).write('never');
      return undefined;
    });
    expect(responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`)).text).toBe('here');
  });

  it('are told where the last one leads nowhere', async () => {
    const port = await serveHttp((_, response) => {
      response.writeHead(302, { location: 'http://nobody.invalid/' }).end();
    });
    const failure = failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`));
    expect(failure).toMatchObject({ reason: 'dns', redirects: [{ status: 302, to: 'http://nobody.invalid/' }] });
  });
});
