import type { Handler } from '../../clinic/http-call.ts';
import type { Rig } from '../support/rig.ts';

/** Hears every secret of a sign-in on its way, so that one can look for them afterwards. */
export interface HeardSecrets {
  /** A rig whose hosts are listened to. */
  by(rig: Rig): Rig;
  byName(): Readonly<Record<string, readonly string[]>>;
  secrets(): readonly string[];
}

const names = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'registration_access_token',
  'code',
  'code_verifier',
  'state',
] as const;

/** Listens to requests and answers of servers that somebody else wrote. */
export function secretsIn(): HeardSecrets {
  const heard = new Map<string, Set<string>>();
  const note = (name: string, value: string): void => {
    if (value.length >= 8) heard.set(name, (heard.get(name) ?? new Set()).add(value));
  };
  const read = (text: string): void => {
    for (const name of names) {
      for (const [, value = ''] of text.matchAll(new RegExp(`"${name}":"([^"]+)"`, 'g'))) note(name, value);
      for (const [, value = ''] of text.matchAll(new RegExp(`(?:^|[?&])${name}=([^&\\s]+)`, 'g')))
        note(name, decodeURIComponent(value));
    }
  };
  const listening =
    (handler: Handler): Handler =>
    (call, response) => {
      read(call.url.search);
      read(call.body);
      const { writeHead, write, end } = response;
      const hear = (piece: unknown): void => {
        if (typeof piece === 'string' || Buffer.isBuffer(piece)) read(String(piece));
      };
      response.write = ((...all: Parameters<typeof write>) => {
        hear(all[0]);
        return write.apply(response, all);
      }) as typeof write;
      response.end = ((...all: Parameters<typeof end>) => {
        hear(all[0]);
        return end.apply(response, all);
      }) as typeof end;
      response.writeHead = ((...all: unknown[]) => {
        read(JSON.stringify(all));
        return writeHead.apply(response, all as Parameters<typeof writeHead>);
      }) as typeof writeHead;
      return handler(call, response);
    };
  return {
    by: (rig) => ({ ...rig, host: (name, handler, wish) => rig.host(name, listening(handler), wish) }),
    byName: () => Object.fromEntries([...heard].map(([name, values]) => [name, [...values]])),
    secrets: () => [...heard.values()].flatMap((values) => [...values]),
  };
}
