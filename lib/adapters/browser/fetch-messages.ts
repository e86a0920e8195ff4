/** One request as the worker is told to send it. */
export interface FetchOrder {
  /** With the marker. */
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** To the worker. `stop` also ends a body that is still being read. */
export type ToFetchWorker =
  | { readonly kind: 'fetch'; readonly id: number; readonly order: FetchOrder }
  | { readonly kind: 'stop'; readonly id: number };

/** What fetch showed of an answer. */
export interface Fetched {
  /** A redirect: browsers show nothing else of it. */
  readonly isRedirect: boolean;
  readonly status: number;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: ReadableStream<Uint8Array> | null;
}

/** From the worker: the answer's head with its body as a stream, or why there is none, in the browser's words. */
export type FromFetchWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly fetched: Fetched }
  | { readonly kind: 'failure'; readonly id: number; readonly problem: string };
