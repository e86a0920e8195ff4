import { ok, problem, type Read } from './read.ts';

/** Dial `toHost:toPort` for `host:port`; null stands for any, or for the same. Host names in lower case, without brackets. */
export interface ConnectTo {
  readonly host: string | null;
  readonly port: number | null;
  readonly toHost: string | null;
  readonly toPort: number | null;
}

/** Reads curl's HOST1:PORT1:HOST2:PORT2; IPv6 literals stand in brackets, and every part may be empty. */
export function readConnectTo(text: string): Read<ConnectTo> {
  const parts = /^(\[[^\]]*\]|[^:[\]]*):(\d*):(\[[^\]]*\]|[^:[\]]*):(\d*)$/.exec(text.trim());
  const ports = [parts?.[2], parts?.[4]].map(portOf);
  if (!parts || ports.includes(undefined)) {
    return problem('--connect-to needs HOST1:PORT1:HOST2:PORT2, such as mcp.example.com:443:127.0.0.1:8443.');
  }
  return ok({ host: hostOf(parts[1]), port: ports[0] ?? null, toHost: hostOf(parts[3]), toPort: ports[1] ?? null });
}

function hostOf(part: string | undefined): string | null {
  const host = (part ?? '').replace(/^\[|\]$/g, '').toLowerCase();
  return host === '' ? null : host;
}

/** Undefined for a number that is no port. */
function portOf(part: string | undefined): number | null | undefined {
  if (part === undefined || part === '') return null;
  const port = Number(part);
  return port >= 1 && port <= 65_535 ? port : undefined;
}
