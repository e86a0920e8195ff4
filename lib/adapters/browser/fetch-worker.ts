import type { FetchOrder, Fetched, FromFetchWorker, ToFetchWorker } from './fetch-messages.ts';

/** What a dedicated worker has of its page. */
interface Page {
  onmessage: ((event: MessageEvent<ToFetchWorker>) => void) | null;
  postMessage(message: FromFetchWorker, transfer: Transferable[]): void;
}

/** The worker's whole work: it sends what it is told to, follows no redirect, and hands bodies over as streams. */
export function serveFetches(page: Page): void {
  const underWay = new Map<number, AbortController>();
  page.onmessage = ({ data }) => {
    if (data.kind === 'fetch') return void answer(data.id, data.order);
    underWay.get(data.id)?.abort();
    underWay.delete(data.id);
  };

  async function answer(id: number, order: FetchOrder): Promise<void> {
    const controller = new AbortController();
    underWay.set(id, controller);
    try {
      const fetched = await send(order, controller.signal);
      page.postMessage({ kind: 'answer', id, fetched }, fetched.body ? [fetched.body] : []);
    } catch (error) {
      page.postMessage({ kind: 'failure', id, problem: error instanceof Error ? error.message : String(error) }, []);
    }
  }
}

async function send({ url, method, headers, body }: FetchOrder, signal: AbortSignal): Promise<Fetched> {
  const response = await fetch(url, {
    method,
    headers,
    ...(body !== undefined && { body }),
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  });
  return {
    isRedirect: response.type === 'opaqueredirect',
    status: response.status,
    headers: [...response.headers].map(([name, value]) => ({ name, value })),
    body: response.body,
  };
}
