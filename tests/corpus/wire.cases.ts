import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { asks, neverAnswer, routes, when } from '../../clinic/http-call.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken } from '../support/expectations.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;

/** Servers that are reached, and whose answers never come or cannot be read. */
export const wireCases: readonly CorpusCase[] = [
  {
    name: 'a server that takes every request and hangs',
    origin: 'net.timeout',
    start: async (rig) => {
      await rig.host(host, neverAnswer);
      return url;
    },
    flags: { stepTimeoutMs: 1_500 },
    expect: broken('net.timeout', 3),
    also: (_rig, report) => {
      assert.match(report.findings[0]?.title ?? '', /takes the connection and does not answer/);
    },
  },
  {
    name: 'an app that dies on initialize and answers the rest',
    origin: 'net.reset',
    start: async (rig) => {
      const dies = (_call: unknown, response: ServerResponse): void => void response.destroy();
      await rig.host(host, routes({ '/mcp': when(asks('initialize'), dies, rig.mcp()) }));
      return url;
    },
    expect: broken('net.reset', 3),
  },
  {
    name: 'a firewall that swallows everything on another port',
    origin: 'net.timeout',
    start: async (rig) => {
      await rig.raw(host, () => undefined);
      rig.lead(
        host,
        8443,
        Number(
          rig.connectTo
            .find((entry) => entry.startsWith(host))
            ?.split(':')
            .at(-1),
        ),
      );
      return `https://${host}:8443/mcp`;
    },
    flags: { stepTimeoutMs: 1_500 },
    expect: broken('net.timeout', 2, 'url.nonstandard-port'),
    also: (_rig, report) => {
      const finding = report.findings.find(({ code }) => code === 'net.timeout');
      assert.match(finding?.detail ?? '', /port 8443/);
    },
  },
  {
    name: 'plain text that is called gzip',
    origin: 'http.malformed-answer',
    start: async (rig) => {
      await rig.host(
        host,
        routes({
          '/mcp': (_call, response) => {
            response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
            response.end('{"jsonrpc":"2.0","id":1,"result":{}}');
          },
        }),
      );
      return url;
    },
    expect: broken('http.malformed-answer', 3),
    also: (_rig, report) => {
      assert.match(report.findings[0]?.title ?? '', /not encoded as it says/);
    },
  },
  {
    name: 'a body that is shorter than announced',
    origin: 'http.malformed-answer',
    start: async (rig) => {
      await rig.rawTls(host, (socket) => {
        const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 400\r\n\r\n';
        socket.once('data', () => socket.end(`${head}{"jsonrpc":"2.0","id":1,"result":{"proto`));
        socket.on('error', () => undefined);
      });
      return url;
    },
    expect: broken('http.malformed-answer', 3),
    also: (_rig, report) => {
      assert.match(report.findings[0]?.detail ?? '', /400 bytes were announced/);
    },
  },
  {
    name: 'what answers is no HTTP',
    origin: 'http.malformed-answer',
    start: async (rig) => {
      await rig.rawTls(host, (socket) => {
        socket.once('data', () => socket.end('220 mail.acme.dev ESMTP ready\r\n'));
        socket.on('error', () => undefined);
      });
      return url;
    },
    expect: broken('http.malformed-answer', 3),
  },
  {
    name: 'a client certificate is demanded',
    origin: 'tls.handshake-failed',
    start: async (rig) => {
      await rig.rawTls(host, () => undefined, { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' });
      return url;
    },
    expect: broken('tls.handshake-failed', 2),
  },
  {
    name: 'a client certificate is demanded, under TLS 1.3',
    origin: 'tls.handshake-failed',
    start: async (rig) => {
      await rig.rawTls(host, () => undefined, { requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' });
      return url;
    },
    expect: broken('tls.handshake-failed', 2),
    also: (_rig, report) => {
      assert.match(report.findings[0]?.title ?? '', /client certificate/);
    },
  },
  {
    name: 'only HTTP/2 is spoken',
    origin: 'tls.handshake-failed',
    start: async (rig) => {
      await rig.rawTls(host, () => undefined, { ALPNProtocols: ['h2'] });
      return url;
    },
    expect: broken('tls.handshake-failed', 2),
    also: (_rig, report) => {
      assert.match(report.findings[0]?.detail ?? '', /ALPN/);
      assert.equal(report.findings[0]?.confidence, 'likely');
    },
  },
];
