import { describe, expect, it } from 'vitest';
import { answering, ask, closedPort, failureOf, portsFor, responseOf, serveHttp, serveTcp } from './servers.ts';

const okay = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

describe('a request without an answer', () => {
  it('is refused where nobody listens', async () => {
    const port = await closedPort();
    const failure = failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`));
    expect(failure).toMatchObject({ reason: 'refused', remoteAddress: '127.0.0.1', timing: { headersMs: null } });
    expect(failure.detail).toContain('ECONNREFUSED');
  });

  it('is reset when the server hangs up', async () => {
    const port = await serveTcp((socket) => socket.once('data', () => socket.end()));
    expect(failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`)).reason).toBe('reset');
  });

  it('is reset when the server resets', async () => {
    const port = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`)).reason).toBe('reset');
  });

  it('meets no name', async () => {
    const failure = failureOf(await ask(portsFor(), 'http://nobody.invalid/'));
    expect(failure).toMatchObject({ reason: 'dns', remoteAddress: null });
  });

  it.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['a broken header', 'HTTP/1.1 200 OK\r\nbroken\0header: 1\r\n\r\n'],
    [
      'a body that is both chunked and measured',
      'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n',
    ],
    ['a switch that nobody asked for', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'],
  ])('meets %s', async (_, bytes) => {
    const port = await serveTcp(answering(bytes));
    expect(failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`)).reason).toBe('malformed-http');
  });

  it('meets a flood of headers', async () => {
    const port = await serveTcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const flood = (): void => {
        while (!socket.destroyed && socket.write(`x-flood: ${'y'.repeat(1_000)}\r\n`));
      };
      socket.on('drain', flood);
      flood();
    });
    expect(failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`)).reason).toBe('malformed-http');
  });

  it('waits no longer than its limit for a head that trickles', async () => {
    const port = await serveTcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('x: y\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const failure = failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`, { headersTimeoutMs: 200 }));
    expect(failure.reason).toBe('timeout');
  });

  it('waits no longer than its limit for a server that only says that it goes on', async () => {
    const port = await serveTcp((socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const failure = failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`, { headersTimeoutMs: 200 }));
    expect(failure.reason).toBe('timeout');
  });

  it('ends with its caller', async () => {
    const stop = new AbortController();
    const port = await serveTcp((socket) => socket.once('data', () => stop.abort()));
    const failure = failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`, { signal: stop.signal }));
    expect(failure.reason).toBe('aborted');
    expect(failureOf(await ask(portsFor(), `http://127.0.0.1:${port}/`, { signal: stop.signal })).reason).toBe(
      'aborted',
    );
  });

  it('ends with its ports', async () => {
    const ports = portsFor();
    const port = await serveTcp((socket) => socket.once('data', () => void ports.close()));
    expect(failureOf(await ask(ports, `http://127.0.0.1:${port}/`)).reason).toBe('aborted');
    expect(failureOf(await ask(ports, `http://127.0.0.1:${port}/`)).reason).toBe('aborted');
  });

  it('is the caller’s mistake where it cannot be written', async () => {
    const port = await serveHttp((_, response) => response.end('ok'));
    const url = `http://127.0.0.1:${port}/`;
    await expect(ask(portsFor(), url, { headers: { 'x-bad': 'a\nb' } })).rejects.toThrow('invalid');
    await expect(ask(portsFor(), 'ftp://127.0.0.1/')).rejects.toThrow('not http');
  });
});

describe('private addresses', () => {
  it('are not dialled when only public ones may be', async () => {
    let dialled = 0;
    const port = await serveTcp(() => (dialled += 1));
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]']) {
      const failure = failureOf(await ask(portsFor(), `http://${host}:${port}/`, { publicOnly: true }));
      expect(failure.reason).toBe('private-address');
    }
    expect(dialled).toBe(0);
  });

  it('are dialled where the person chose them', async () => {
    const port = await serveHttp((request, response) => response.end(request.headers.host));
    const ports = portsFor({ connectTo: [`mcp.example:80:127.0.0.1:${port}`] });
    const response = responseOf(await ask(ports, 'http://mcp.example/', { publicOnly: true }));
    expect(response).toMatchObject({ text: 'mcp.example', remoteAddress: '127.0.0.1' });
  });

  it('are dialled where the person named the origin, and not on its other ports', async () => {
    const port = await serveHttp((_, response) => response.end('ok'));
    const url = `http://127.0.0.1:${port}/`;
    const answer = await ask(portsFor(), url, { publicOnly: true, namedOrigin: new URL(url).origin });
    const elsewhere = await ask(portsFor(), url, { publicOnly: true, namedOrigin: 'http://127.0.0.1:1' });
    expect(elsewhere).toMatchObject({ kind: 'failure', reason: 'private-address' });
    expect(responseOf(answer).text).toBe('ok');
  });

  it('are not asked over a connection that another request was allowed', async () => {
    let answered = 0;
    const port = await serveHttp((_, response) => {
      answered += 1;
      response.end('ok');
    });
    const ports = portsFor();
    responseOf(await ask(ports, `http://127.0.0.1:${port}/`));
    const failure = failureOf(await ask(ports, `http://127.0.0.1:${port}/`, { publicOnly: true }));
    expect(failure.reason).toBe('private-address');
    expect(answered).toBe(1);
  });
});

describe('connections', () => {
  it('are used again', async () => {
    const ports_ = new Set<number | undefined>();
    const port = await serveHttp((request, response) => {
      ports_.add(request.socket.remotePort);
      response.end('ok');
    });
    const ports = portsFor();
    for (let turn = 0; turn < 5; turn += 1) responseOf(await ask(ports, `http://127.0.0.1:${port}/`));
    expect(ports_.size).toBe(1);
  });

  it('do not make requests queue behind an open event stream', async () => {
    const port = await serveHttp((request, response) => {
      if (request.url === '/stream')
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
      else response.end('ok');
    });
    const ports = portsFor();
    const stop = new AbortController();
    let opened = (): void => undefined;
    const head = new Promise<void>((resolve) => (opened = resolve));
    const onHead = (): 'go-on' => {
      opened();
      return 'go-on';
    };
    const stream = ask(ports, `http://127.0.0.1:${port}/stream`, { onHead, signal: stop.signal });
    await head;
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(ports, `http://127.0.0.1:${port}/`)));
    expect(answers.map((answer) => responseOf(answer).text)).toEqual(Array.from({ length: 8 }, () => 'ok'));
    stop.abort();
    expect(responseOf(await stream).end).toBe('aborted');
  });

  it('that the server has closed meanwhile are no failure of the server', async () => {
    let connections = 0;
    const port = await serveTcp((socket) => {
      connections += 1;
      let requests = 0;
      socket.on('data', () => {
        requests += 1;
        // Like a server whose keep-alive limit strikes while the second request is on its way.
        if (requests === 1) socket.write(okay);
        else socket.resetAndDestroy();
      });
    });
    const ports = portsFor();
    for (let turn = 0; turn < 3; turn += 1) {
      const response = responseOf(await ask(ports, `http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' }));
      expect(response.text).toBe('ok');
    }
    expect(connections).toBe(3);
  });

  it('are not kept where the server says so', async () => {
    let connections = 0;
    const port = await serveTcp((socket) => {
      connections += 1;
      socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok'));
    });
    const ports = portsFor();
    for (let turn = 0; turn < 3; turn += 1) responseOf(await ask(ports, `http://127.0.0.1:${port}/`));
    expect(connections).toBe(3);
  });
});
