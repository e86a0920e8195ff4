import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import type { Handler } from '../../clinic/http-call.ts';

/** Writes the same piece for as long as somebody reads. */
export function endless(headers: Record<string, string>, piece: string): Handler {
  return (_call, response) => {
    response.writeHead(200, headers);
    pump(response, Buffer.from(piece.repeat(Math.ceil(16_384 / piece.length))));
  };
}

/** A small compressed body that unpacks to this many megabytes. */
export function gzipBomb(megabytes: number): Handler {
  // Several members in a row are one gzip body, and one is quickly made.
  const member = gzipSync(Buffer.alloc(4 * 1024 * 1024, 0x20));
  const body = Buffer.concat(Array.from({ length: Math.ceil(megabytes / 4) }, () => member));
  return (_call, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(body);
  };
}

/** Sends a body one byte at a time, each in an HTTP chunk of its own; now and then the rest waits for another TLS record. */
export function byteByByte(status: number, headers: Record<string, string>, body: string): Handler {
  return async (_call, response) => {
    response.writeHead(status, headers);
    const bytes = [...Buffer.from(body)];
    for (const [index, byte] of bytes.entries()) {
      response.write(Buffer.from([byte]));
      if (index % 64 === 63) await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  };
}

/** JSON text with this many arrays in one another. */
export function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

function pump(response: ServerResponse, piece: Buffer): void {
  const go = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', go);
  response.on('close', () => response.off('drain', go));
  go();
}
