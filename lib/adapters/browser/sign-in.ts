import type { SignInPort, SignInReturn } from '../../kernel/sign-in-port.ts';
import type { BackgroundCalls } from '../../messaging/background-calls.ts';

/** Lets the person sign in in the browser's authentication window. A window that is open cannot be closed from here. */
export function createSignInPort({ calls, runId }: { calls: BackgroundCalls; runId: string }): SignInPort {
  return {
    async open() {
      const closing = new AbortController();
      return {
        redirectUrl: await calls.redirectUrl({}),
        isPrivate: true,
        visit: (url, signal) => firstOf(calls.visit({ url, runId }), AbortSignal.any([signal, closing.signal])),
        close: () => Promise.resolve(closing.abort()),
      };
    },
  };
}

function firstOf(visit: Promise<SignInReturn>, signal: AbortSignal): Promise<SignInReturn> {
  const ended: SignInReturn = { kind: 'failed', because: 'aborted', detail: 'the run ended' };
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(ended);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    visit.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
