import type { IncomingMessage } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { failureOf, responseOf, serveHttp, serveHttps } from '../unit/adapters/servers.ts';
import { benches, type PortsBench } from './ports-bench.ts';

describe.each(['chromium', 'firefox'] as const)('exchanges in %s', (browser) => {
  let authority: Authority;
  let bench: PortsBench;
  beforeAll(async () => {
    authority = await createAuthority();
    bench = await benches[browser](authority.caPem);
  });
  afterAll(() => bench.close());

  it('go out as from a plain program', async () => {
    const seen: IncomingMessage['rawHeaders'][] = [];
    const port = await serveHttp((request, response) => {
      seen.push(request.rawHeaders);
      response.end('ok');
    });
    const url = `http://127.0.0.1:${port}/mcp?a=*^|b`;
    responseOf(await bench.ask(url, { method: 'POST', body: '{}', headers: { 'user-agent': 'Claude-User/1' } }));
    const names = (seen[0] ?? []).filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    const added = browser === 'firefox' ? ['priority'] : [];
    expect(names.sort()).toEqual(
      [
        'accept-encoding',
        'cache-control',
        'connection',
        'content-length',
        'host',
        'pragma',
        'user-agent',
        ...added,
      ].sort(),
    );
    expect(seen[0]).toContain('Claude-User/1');
  });

  it('carry what fetch would not', async () => {
    const port = await serveHttp((request, response) => response.end(JSON.stringify(request.headers)));
    const headers = {
      Origin: 'https://claude.ai',
      Cookie: 'a=1; b=2',
      'User-Agent': 'Mozilla/5.0 (nobody)',
      authorization: 'Bearer mine',
      accept: 'text/html',
    };
    const { text } = responseOf(await bench.ask(`http://127.0.0.1:${port}/`, { headers }));
    expect(JSON.parse(text)).toMatchObject(
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    );
  });

  it('differ beside one another, to the same address', async () => {
    const port = await serveHttp((request, response) => response.end(request.headers['user-agent']));
    const agents = Array.from({ length: 12 }, (_, index) => `agent-${index}`);
    const answers = await Promise.all(
      agents.map((agent) => bench.ask(`http://127.0.0.1:${port}/`, { headers: { 'user-agent': agent } })),
    );
    expect(answers.map((answer) => responseOf(answer).text)).toEqual(agents);
    await expect.poll(() => bench.command({ to: 'background', kind: 'rules' })).toEqual([]);
  });

  it('leave the requests of pages as they are', async () => {
    const agents: string[] = [];
    const port = await serveHttp((request, response) => {
      if (request.method === 'POST') agents.push(request.headers['user-agent'] ?? '', request.headers.origin ?? '');
      // The rule stays while our request is under way.
      if (request.url === '/held') response.write('first');
      else response.writeHead(200, { 'access-control-allow-origin': '*' }).end('page');
    });
    const other = await serveHttp((_, response) => response.end('page'));
    const held = bench.start({ url: `http://127.0.0.1:${port}/held`, headers: { 'user-agent': 'ours' } });
    await expect.poll(() => held.pieces()).toEqual(['first']);
    const [rule] = (await bench.command({ to: 'background', kind: 'rules' })) as { condition: { urlFilter: string } }[];
    const marker = rule?.condition.urlFilter.replace('|', '') ?? '';
    expect(marker).toMatch(/^#cd-\d+$/);
    await bench.fetchInPage(`http://localhost:${other}/`, `http://127.0.0.1:${port}/${marker}`);
    await held.abort();
    expect(responseOf(await held.received).end).toBe('aborted');
    expect(agents).toEqual([expect.stringMatching(/^Mozilla/), `http://localhost:${other}`]);
  });

  it('neither send nor keep cookies', async () => {
    const cookies: (string | undefined)[] = [];
    const port = await serveHttp((request, response) => {
      cookies.push(request.headers.cookie);
      response.writeHead(200, { 'set-cookie': ['a=1; Max-Age=1000', 'b=2'] }).end('ok');
    });
    const url = `http://127.0.0.1:${port}/`;
    await bench.fetchInPage(url, url);
    cookies.length = 0;
    const first = responseOf(await bench.ask(url));
    responseOf(await bench.ask(url));
    expect(first.headers['set-cookie']).toBe('a=1; Max-Age=1000, b=2');
    expect(cookies).toEqual([undefined, undefined]);
  });

  it('show every header that the server sent', async () => {
    const port = await serveHttp((_, response) => {
      response.writeHead(401, { 'WWW-Authenticate': ['Basic realm="x"', 'Bearer'], 'X-Own': 'yes' }).end('no');
    });
    expect(responseOf(await bench.ask(`http://127.0.0.1:${port}/`))).toMatchObject({
      status: 401,
      text: 'no',
      headers: { 'www-authenticate': 'Basic realm="x", Bearer', 'x-own': 'yes' },
      remoteAddress: '127.0.0.1',
    });
  });

  it('are never answered from a cache', async () => {
    let asked = 0;
    const port = await serveHttp((_, response) => {
      asked += 1;
      response.writeHead(200, { 'cache-control': 'max-age=3600', etag: '"1"' }).end('ok');
    });
    for (let turn = 0; turn < 3; turn += 1) responseOf(await bench.ask(`http://127.0.0.1:${port}/`));
    expect(asked).toBe(3);
  });

  it.each(['GET', 'POST', 'DELETE', 'OPTIONS', 'HEAD'] as const)('may be %s', async (method) => {
    const port = await serveHttp((request, response) => response.writeHead(200, { 'x-was': request.method }).end());
    const response = responseOf(await bench.ask(`http://127.0.0.1:${port}/`, { method }));
    expect(response).toMatchObject({ status: 200, headers: { 'x-was': method }, end: 'complete' });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('are decoded from %s', async (coding, pack) => {
    const text = 'Grüße, 世界 '.repeat(500);
    // Over TLS: browsers take br over nothing else.
    const port = await serveHttps(await authority.identityFor(['127.0.0.1']), (request, response) => {
      response.writeHead(200, { 'content-encoding': coding, 'x-asked': request.headers['accept-encoding'] });
      response.end(pack(text));
    });
    expect(responseOf(await bench.ask(`https://127.0.0.1:${port}/`))).toMatchObject({
      headers: { 'x-asked': 'gzip, deflate, br' },
      text,
      bytes: Buffer.byteLength(text),
      end: 'complete',
    });
  });

  it('are handed on as they come', async () => {
    let next = (): void => undefined;
    const port = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: one\n\n');
      next = () => response.end('data: two\n\n');
    });
    const stream = bench.start({ url: `http://127.0.0.1:${port}/` });
    await expect.poll(() => stream.pieces()).toEqual(['data: one\n\n']);
    next();
    expect(responseOf(await stream.received)).toMatchObject({ text: 'data: one\n\ndata: two\n\n', end: 'complete' });
    expect(await stream.pieces()).toEqual(['data: one\n\n', 'data: two\n\n']);
  });

  it.each(['head', 'text'] as const)('end when the %s is enough, and the server sees it', async (enoughAt) => {
    let closed = (): void => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const port = await serveHttp((_, response) => void response.on('close', closed).write('first'));
    const response = responseOf(await bench.ask(`http://127.0.0.1:${port}/`, { enoughAt }));
    expect(response).toMatchObject({ end: 'enough', text: enoughAt === 'head' ? '' : 'first' });
    await gone;
  });

  it.each([
    ['plain', {}, Buffer.alloc(3_000_000, 'x')],
    ['packed', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000, 'x'))],
  ])('that are too large are cut: %s', async (_, headers, body) => {
    const port = await serveHttp((__, response) => void response.writeHead(200, headers).end(body));
    const response = responseOf(await bench.ask(`http://127.0.0.1:${port}/`, { maxBodyBytes: 100_000 }));
    expect(response).toMatchObject({ end: 'limit', bytes: 100_000 });
    expect(response.text.length).toBe(100_000);
  });

  it('give bytes where bytes are wanted', async () => {
    const picture = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256));
    const port = await serveHttp((_, response) => response.end(picture));
    const response = responseOf(await bench.ask(`http://127.0.0.1:${port}/`, { wantBytes: true }));
    expect(response).toMatchObject({ text: '', bytes: picture.length, end: 'complete' });
    expect(Buffer.from(response.bytesBody ?? []).equals(picture)).toBe(true);
  });

  it('stop at the caller’s word', async () => {
    let arrived = (): void => undefined;
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    const port = await serveHttp(() => arrived());
    const held = bench.start({ url: `http://127.0.0.1:${port}/` });
    await asked;
    await held.abort();
    expect(failureOf(await held.received).reason).toBe('aborted');
  });

  it('do not fail behind streams that hold all connections', async () => {
    const port = await serveHttp((request, response) => {
      if (request.url === '/stream') response.writeHead(200).write('on');
      else response.end('ok');
    });
    const origin = `http://127.0.0.1:${port}`;
    const streams = Array.from({ length: 6 }, () => bench.start({ url: `${origin}/stream` }));
    for (const stream of streams) await expect.poll(() => stream.pieces()).toEqual(['on']);
    const behind = bench.start({ url: `${origin}/`, headersTimeoutMs: 1_000, totalTimeoutMs: 2_000 });
    await streams[0]?.abort();
    expect(responseOf(await behind.received).text).toBe('ok');
    for (const stream of streams.slice(1)) await stream.abort();
  });

  it('wait for the person while the run’s clock and their own limits stand still', async () => {
    const port = await serveHttp((_, response) => response.end('ok'));
    const policy = (policy: 'granted' | 'ask') => bench.command({ to: 'background', kind: 'policy', policy });
    const clock = () => bench.command({ to: 'engine', kind: 'clock' });
    await policy('ask');
    const held = bench.start({ url: `http://127.0.0.1:${port}/`, headersTimeoutMs: 300, totalTimeoutMs: 400 });
    await expect.poll(() => bench.command({ to: 'background', kind: 'waiting' })).toBe(1);
    const before = await clock();
    const since = Date.now();
    await expect.poll(() => Date.now() - since, { timeout: 2_000 }).toBeGreaterThan(600);
    expect(await clock()).toBe(before);
    await policy('granted');
    expect(responseOf(await held.received).text).toBe('ok');
    expect(await clock()).toBeGreaterThan(Number(before));
  });

  it('have no resolver beside them in Chromium, nor where a proxy resolves names, as for this Firefox', async () => {
    expect(await bench.command({ to: 'engine', kind: 'lookup', hostname: 'localhost' })).toBe('no dns port');
  });
});
