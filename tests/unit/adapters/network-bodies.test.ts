import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answering, ask, failureOf, portsFor, responseOf, serveHttp, serveTcp } from './servers.ts';

const text = 'Grüße, 世界 '.repeat(500);

describe('bodies', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['identity', Buffer.from(text)],
  ])('are decoded from %s', async (coding, body) => {
    const port = await serveHttp((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip, deflate, br');
      response.writeHead(200, { 'content-encoding': coding });
      for (let at = 0; at < body.length; at += 7) response.write(body.subarray(at, at + 7));
      response.end();
    });
    const response = responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`));
    expect(response).toMatchObject({ text, end: 'complete', bytes: Buffer.byteLength(text) });
    expect(response.chunks.length).toBeLessThanOrEqual(64);
  });

  it('are left alone in an unknown coding', async () => {
    const port = await serveHttp((_, response) =>
      response.writeHead(200, { 'content-encoding': 'zstd' }).end('as it is'),
    );
    expect(responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`)).text).toBe('as it is');
  });

  it.each([
    ['HEAD', 200],
    ['GET', 204],
    ['GET', 200],
  ] as const)('may be missing in spite of a coding (%s %i)', async (method, status) => {
    const port = await serveHttp((_, response) => response.writeHead(status, { 'content-encoding': 'gzip' }).end());
    const response = responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`, { method }));
    expect(response).toMatchObject({ text: '', end: 'complete', status });
  });

  it('that are not what their coding says are no HTTP', async () => {
    const port = await serveHttp((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain text'),
    );
    const failure = failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`));
    expect(failure.reason).toBe('malformed-http');
    expect(failure.detail).toContain('gzip');
  });

  it('are handed on as they come', async () => {
    const pieces: string[] = [];
    let next = (): void => undefined;
    const port = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/event-stream' });
      const gzip = createGzip();
      gzip.pipe(response);
      gzip.write('data: one\n\n');
      gzip.flush();
      // The second event waits until the first was handed on, so a reader that buffers never ends.
      next = () => {
        gzip.end('data: two\n\n');
      };
    });
    const response = responseOf(
      await ask(portsFor(), `http://127.0.0.1:${port}/`, {
        onText: (piece) => {
          pieces.push(piece);
          next();
          return 'go-on';
        },
      }),
    );
    expect(pieces).toEqual(['data: one\n\n', 'data: two\n\n']);
    expect(response.end).toBe('complete');
    expect(response.chunks.length).toBe(2);
  });

  it('keep characters together that come in two pieces', async () => {
    const euro = Buffer.from('€');
    const port = await serveHttp((_, response) => {
      response.write(euro.subarray(0, 1), () => response.end(euro.subarray(1)));
    });
    expect(responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`)).text).toBe('€');
  });

  it('end when the reader has enough', async () => {
    let closed = (): void => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const port = await serveHttp((_, response) => {
      response.on('close', closed).write('first');
    });
    const answer = await ask(portsFor(), `http://127.0.0.1:${port}/`, { onText: () => 'stop' });
    expect(responseOf(answer)).toMatchObject({ end: 'enough', text: 'first' });
    await gone;
  });

  it('are not read when the head is enough', async () => {
    const port = await serveHttp((_, response) => response.writeHead(200, { 'x-head': 'yes' }).flushHeaders());
    const answer = await ask(portsFor(), `http://127.0.0.1:${port}/`, {
      onHead: ({ status, headers }) => (status === 200 && headers['x-head'] === 'yes' ? 'stop' : 'go-on'),
    });
    expect(responseOf(answer)).toMatchObject({ end: 'enough', text: '', bytes: 0 });
  });

  it.each([
    ['plain', undefined, Buffer.alloc(300_000, 'x')],
    ['packed small', 'gzip', gzipSync(Buffer.alloc(50_000_000, 'x'))],
    ['packed small', 'br', brotliCompressSync(Buffer.alloc(50_000_000, 'x'))],
  ])('that are too large are cut: %s %s', async (_, coding, body) => {
    const port = await serveHttp((_request, response) => {
      response.writeHead(200, coding === undefined ? {} : { 'content-encoding': coding }).end(body);
    });
    const response = responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`, { maxBodyBytes: 100_000 }));
    expect(response).toMatchObject({ end: 'limit', bytes: 100_000 });
    expect(response.text.length).toBe(100_000);
  });

  it.each([
    ['plain', undefined, (body: Buffer) => body],
    ['packed', 'gzip', (body: Buffer) => gzipSync(body)],
  ])('come as they are where bytes are wanted: %s', async (_, coding, pack) => {
    const picture = Buffer.from(Array.from({ length: 70_000 }, (__, index) => (index * 7) % 256));
    const port = await serveHttp((_request, response) => {
      response.writeHead(404, coding === undefined ? {} : { 'content-encoding': coding });
      response.end(pack(picture));
    });
    const url = `http://127.0.0.1:${port}/`;
    const whole = responseOf(await ask(portsFor(), url, { wantBytes: true }));
    expect(whole).toMatchObject({ end: 'complete', bytes: 70_000, text: '', status: 404 });
    expect(Buffer.from(whole.bytesBody ?? []).equals(picture)).toBe(true);
    const cut = responseOf(await ask(portsFor(), url, { wantBytes: true, maxBodyBytes: 1_000 }));
    expect(cut).toMatchObject({ end: 'limit', bytes: 1_000 });
    expect(Buffer.from(cut.bytesBody ?? []).equals(picture.subarray(0, 1_000))).toBe(true);
  });

  it('may be exactly as large as allowed', async () => {
    const port = await serveHttp((_, response) => response.end('x'.repeat(1_000)));
    const answer = await ask(portsFor(), `http://127.0.0.1:${port}/`, { maxBodyBytes: 1_000 });
    expect(responseOf(answer)).toMatchObject({ end: 'complete', bytes: 1_000 });
  });

  it.each([
    ['plain', {}, 'x'.repeat(10_000)],
    // A gzip header with a file name that never ends unpacks to nothing.
    ['in a coding that gives nothing', { 'content-encoding': 'gzip' }, 'x'.repeat(10_000)],
  ])('without end are cut: %s', async (_, headers, piece) => {
    const port = await serveHttp((_request, response) => {
      response.writeHead(200, headers);
      if ('content-encoding' in headers) response.write(Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]));
      const flood = (): void => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', flood);
      flood();
    });
    const answer = await ask(portsFor(), `http://127.0.0.1:${port}/`, { maxBodyBytes: 200_000 });
    expect(responseOf(answer).end).toBe('limit');
  });

  it('that promise a gigabyte and send little end with the time', async () => {
    const port = await serveTcp(answering('HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\nlittle'));
    const answer = await ask(portsFor(), `http://127.0.0.1:${port}/`, { totalTimeoutMs: 300 });
    expect(responseOf(answer)).toMatchObject({ end: 'timeout', text: 'little', status: 200 });
  });

  it('that break off are reset', async () => {
    const port = await serveTcp((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nlittle'));
    });
    const response = responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`));
    expect(response).toMatchObject({ end: 'reset', text: 'little' });
  });

  it('without a length end with the connection', async () => {
    const port = await serveTcp((socket) => {
      socket.once('data', () => socket.end('HTTP/1.0 200 OK\r\n\r\nall of it'));
    });
    expect(responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`))).toMatchObject({
      end: 'complete',
      text: 'all of it',
    });
  });

  it('end with their caller', async () => {
    const stop = new AbortController();
    const port = await serveHttp((_, response) => void response.write('begun'));
    const answer = await ask(portsFor(), `http://127.0.0.1:${port}/`, {
      signal: stop.signal,
      onText: () => {
        stop.abort();
        return 'go-on';
      },
    });
    expect(responseOf(answer)).toMatchObject({ end: 'aborted', text: 'begun' });
  });

  it('come with headers that are joined, and in order of time', async () => {
    const port = await serveHttp((_, response) => {
      response.writeHead(200, [
        ['WWW-Authenticate', 'Bearer'],
        ['www-authenticate', 'Basic realm="x"'],
      ] as never);
      response.end('ok');
    });
    const { headers, timing, chunks } = responseOf(await ask(portsFor(), `http://127.0.0.1:${port}/`));
    expect(headers['www-authenticate']).toBe('Bearer, Basic realm="x"');
    expect(timing.headersMs).not.toBeNull();
    expect(timing.headersMs ?? Infinity).toBeLessThanOrEqual(chunks[0]?.atMs ?? -1);
    expect(chunks[0]?.atMs ?? Infinity).toBeLessThanOrEqual(timing.durationMs);
  });
});
