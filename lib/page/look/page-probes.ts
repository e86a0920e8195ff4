import type { InPageProbe, ProbeSettled } from './page-answer.ts';

/** A window, with what stands in it. */
export type PageWindow = Window & typeof globalThis;

/** A probe that has no answer by then has none. Milliseconds. */
const timeoutMs = 2_000;

/**
 * Makes the same small requests as Claude's page does, from within it and without the person's sign-in, where everything reaches them that
 * reaches the page's own. Never rejects, and leaves nothing in the document.
 */
export function probeFromHere(view: PageWindow, probes: readonly InPageProbe[]): Promise<readonly ProbeSettled[]> {
  return Promise.all(
    probes.map(async (probe) => {
      const settled = await settledOf(view, probe).catch(() => 'failed' as const);
      return { marker: probe.marker, settled };
    }),
  );
}

function settledOf(view: PageWindow, { url, marker, as }: InPageProbe): Promise<ProbeSettled['settled']> {
  const address = `${url}#${marker}`;
  return as === 'fetch' ? byFetch(view, address) : byPreload(view, address, as);
}

async function byFetch(view: PageWindow, address: string): Promise<ProbeSettled['settled']> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await view.fetch(address, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'follow',
      referrerPolicy: 'no-referrer',
      signal,
    });
    // Firefox tells of the end of a request only once its body was taken.
    await answer.body?.cancel();
    return 'answered';
  } catch {
    return signal.aborted ? 'timeout' : 'failed';
  }
}

/** A preload is asked for as a script or a style is, and nothing of what comes back is run or applied. */
function byPreload(view: PageWindow, address: string, as: 'script' | 'style'): Promise<ProbeSettled['settled']> {
  const link = view.document.createElement('link');
  const settled = new Promise<ProbeSettled['settled']>((settle) => {
    link.onload = () => {
      settle('answered');
    };
    link.onerror = () => {
      settle('failed');
    };
    view.setTimeout(settle, timeoutMs, 'timeout');
  });
  link.rel = 'preload';
  link.as = as;
  // Without it the person's cookies would go along.
  link.crossOrigin = 'anonymous';
  link.referrerPolicy = 'no-referrer';
  link.href = address;
  view.document.documentElement.append(link);
  return settled.finally(() => {
    link.remove();
  });
}
