import { setTimeout as wait } from 'node:timers/promises';
import { startFront } from '../clinic/front.ts';
import { guardedServer } from '../clinic/oauth.ts';
import { createRequestLog } from '../clinic/request-log.ts';
import type { Front } from './delaying-front.ts';

/** A healthy connector that asks for a sign-in, its authorization server at the same origin; each answer is held back for `delayMs`. */
export async function startGuardedServer(delayMs: number): Promise<Front> {
  const log = createRequestLog();
  const listener = await startFront(
    async (call, response) => {
      await wait(delayMs);
      await guardedServer(call.url.origin)(call, response);
    },
    { identity: null, log },
  );
  const url = `http://127.0.0.1:${String(listener.port)}/mcp`;
  return { url, requests: () => log.requests.length, stop: () => void listener.close() };
}
