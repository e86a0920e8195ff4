import type { Dispatcher } from 'undici';
import type { BodyEnd, Headers } from '../../kernel/exchange.ts';
import { createBodyReader, type Body, type BodyPlan, type BodyReader } from './body.ts';
import type { Connection } from './connection.ts';
import { acceptedEncodings } from './decoding.ts';
import { failed, failureOf, reasonOf, stopped, stopReason, type Failure } from './failure-reason.ts';
import type { Wire } from '../../kernel/redirects.ts';

/** The head of an answer. Its body is being read; `body` never rejects. */
export interface Opened {
  readonly kind: 'opened';
  readonly status: number;
  readonly headers: Headers;
  readonly body: Promise<Body>;
  /** Ends the reading and the connection. */
  cut(end: BodyEnd): void;
}

/** What an exchange needs beside the request. */
export interface ExchangeOptions {
  readonly signal: AbortSignal;
  /** Told when the connection has nothing more to do. */
  readonly onFree: () => void;
  /** Decides, when the head is there, how the body is read. `stop` takes the head alone. */
  readonly plan: (status: number, headers: Headers) => Pick<BodyPlan, 'maxBytes' | 'onText' | 'wantBytes'> | 'stop';
  readonly sinceStart: () => number;
}

/**
 * Sends one request over a connection that stands, and follows no redirect. Resolves at the answer's head.
 * Rejects only when the request itself cannot be written, which is the caller's mistake.
 */
export function exchange(connection: Connection, wire: Wire, options: ExchangeOptions): Promise<Opened | Failure> {
  const { remoteAddress } = connection.dialled;
  return new Promise((resolve, reject) => {
    const state: ExchangeState = { controller: null, reader: null, ended: false };
    const stop = (): void => {
      resolve(stopped(options.signal, `waiting for ${wire.url.host} to answer`, remoteAddress));
      state.reader?.cut(stopReason(options.signal));
      void connection.destroy();
    };
    if (options.signal.aborted) {
      stop();
      return;
    }
    options.signal.addEventListener('abort', stop, { once: true });
    const over = (): void => {
      state.ended = true;
      options.signal.removeEventListener('abort', stop);
    };
    const handler = handlerFor(connection, state, options, over, { resolve, reject });
    connection.client.dispatch(dispatchOptions(connection, wire), handler);
  });
}

function handlerFor(
  connection: Connection,
  state: ExchangeState,
  options: ExchangeOptions,
  over: () => void,
  { resolve, reject }: { resolve: (outcome: Opened | Failure) => void; reject: (error: Error) => void },
): Dispatcher.DispatchHandler {
  return {
    onRequestStart(controller) {
      state.controller = controller;
    },
    onResponseStart(_controller, status, received) {
      if (status < 200) return;
      if (isProxyRefusal(connection, status)) {
        resolve(failed('proxy', 'the proxy asks for credentials (407)'));
        void connection.destroy();
        return;
      }
      resolve(open(connection, state, { status, headers: plainHeaders(received) }, options, over));
    },
    onResponseData(controller, piece) {
      if (state.reader?.push(piece) === false) controller.pause();
    },
    onResponseEnd() {
      over();
      state.reader?.finish('complete');
      // The client decides right after this call whether the connection can be kept.
      queueMicrotask(options.onFree);
    },
    onResponseError(_controller, error) {
      over();
      if (state.reader && reasonOf(error) === 'aborted') state.reader.cut('aborted');
      else if (state.reader) state.reader.finish('reset');
      else if (isOurMistake(error)) reject(error);
      else resolve(failureOf(trueCause(connection, error), connection.dialled.remoteAddress));
      options.onFree();
    },
  };
}

interface ExchangeState {
  controller: Dispatcher.DispatchController | null;
  reader: BodyReader | null;
  ended: boolean;
}

function open(
  connection: Connection,
  state: ExchangeState,
  head: { readonly status: number; readonly headers: Headers },
  options: ExchangeOptions,
  over: () => void,
): Opened {
  const plan = options.plan(head.status, head.headers);
  const body = new Promise<Body>((settle) => {
    state.reader = createBodyReader({
      contentEncoding: head.headers['content-encoding'],
      maxBytes: plan === 'stop' ? 0 : plan.maxBytes,
      onText: plan === 'stop' ? undefined : plan.onText,
      wantBytes: plan !== 'stop' && plan.wantBytes,
      sinceStart: options.sinceStart,
      onDrain: () => state.controller?.resume(),
      onDone(done) {
        // Whatever the server still sends is not wanted.
        if (!state.ended) void connection.destroy();
        over();
        settle(done);
      },
    });
  });
  if (plan === 'stop') state.reader?.cut('enough');
  return { kind: 'opened', ...head, body, cut: (end) => state.reader?.cut(end) };
}

function dispatchOptions({ dialled }: Connection, wire: Wire): Dispatcher.DispatchOptions & { servername: string } {
  const { proxy } = dialled;
  const path = `${wire.url.pathname}${wire.url.search}`;
  return {
    method: wire.method,
    path: proxy ? `${wire.url.origin}${path}` : path,
    headers: {
      'accept-encoding': acceptedEncodings,
      ...wire.headers,
      ...(proxy?.authorization != null && { 'proxy-authorization': proxy.authorization }),
    },
    ...(wire.body !== undefined && { body: wire.body }),
    // Never changes, so that a Host header of the person's own does not make the client dial again.
    servername: wire.url.hostname,
  };
}

function plainHeaders(received: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(received).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function isProxyRefusal({ dialled }: Connection, status: number): boolean {
  return dialled.proxy !== null && status === 407;
}

function trueCause(connection: Connection, error: Error): Error {
  return reasonOf(error) === 'reset' ? (connection.brokenBy() ?? error) : error;
}

function isOurMistake(error: Error): boolean {
  return 'code' in error && error.code === 'UND_ERR_INVALID_ARG';
}
