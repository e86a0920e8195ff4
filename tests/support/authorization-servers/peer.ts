import { createServer, type RequestListener } from 'node:http';
import { listen } from '../../../clinic/front.ts';
import { proxyTo } from '../official-servers.ts';
import type { Rig } from '../rig.ts';

/** The connector of every peer. */
export const mcpHost = 'mcp.acme.dev';
export const mcpOrigin = `https://${mcpHost}`;
export const mcpUrl = `${mcpOrigin}/mcp`;
/** Where a peer’s authorization server stands when it has a host of its own. */
export const authHost = 'auth.acme.dev';
export const authOrigin = `https://${authHost}`;

/** Puts a plain server behind TLS under a public-looking name, as a proxy does in the world. */
export async function putUp(rig: Rig, host: string, listener: RequestListener): Promise<void> {
  const plain = await listen(createServer(listener));
  rig.keep(plain);
  await rig.host(host, proxyTo(plain.port));
}

/** A listener that speaks in web Requests and Responses, as workers and many frameworks do, on the public origin that the front forwards. */
export function webListener(answer: (request: Request) => Promise<Response>): RequestListener {
  return (incoming, outgoing) => {
    void (async () => {
      const pieces: Buffer[] = [];
      for await (const piece of incoming) pieces.push(piece as Buffer);
      const body = Buffer.concat(pieces);
      const scheme = single(incoming.headers['x-forwarded-proto']) ?? 'http';
      const host = single(incoming.headers['x-forwarded-host']) ?? incoming.headers.host ?? 'nameless.invalid';
      const request = new Request(`${scheme}://${host}${incoming.url ?? '/'}`, {
        method: incoming.method ?? 'GET',
        headers: Object.entries(incoming.headers).flatMap(([name, value]) =>
          typeof value === 'string' && name !== 'connection' ? [[name, value] as [string, string]] : [],
        ),
        ...(body.length > 0 && { body }),
      });
      const response = await answer(request);
      outgoing.writeHead(response.status, headersOf(response));
      for await (const piece of response.body ?? []) outgoing.write(piece);
      outgoing.end();
    })().catch((error: unknown) => {
      outgoing.writeHead(500, { 'content-type': 'text/plain' });
      outgoing.end(String(error));
    });
  };
}

function headersOf(response: Response): Record<string, string | string[]> {
  const cookies = response.headers.getSetCookie();
  return { ...Object.fromEntries(response.headers), ...(cookies.length > 0 && { 'set-cookie': cookies }) };
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
