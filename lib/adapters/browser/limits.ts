import type { NetworkRequest } from '../../kernel/ports.ts';
import type { PausableClock } from './clock.ts';
import { timeLimit } from './failure-reason.ts';

/** The time limits of one request and its caller's signal, as one signal. */
export interface Limits {
  readonly signal: AbortSignal;
  /** From now on only the limit of the whole exchange counts. */
  headArrived(): void;
  lift(): void;
}

/** Starts the limits on the request's own clock, which stands still while it waits for something that is not the server. */
export function setLimits(request: NetworkRequest, clock: PausableClock): Limits {
  const controller = new AbortController();
  const head = new AbortController();
  const end = new AbortController();
  const stop = (): void => controller.abort();
  void expireAfter(request.headersTimeoutMs, head.signal);
  void expireAfter(request.totalTimeoutMs, end.signal);
  if (request.signal.aborted) stop();
  request.signal.addEventListener('abort', stop, { once: true });

  async function expireAfter(ms: number, lifted: AbortSignal): Promise<void> {
    await clock.wait(ms, lifted);
    if (!lifted.aborted) controller.abort(timeLimit);
  }

  return {
    signal: controller.signal,
    headArrived: () => head.abort(),
    lift() {
      head.abort();
      end.abort();
      request.signal.removeEventListener('abort', stop);
    },
  };
}
