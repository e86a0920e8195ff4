import type { BodyEnd } from '../../kernel/exchange.ts';
import { createDecoder } from './decoding.ts';

/** A body as far as it was read. `undecodable` says why its content coding could not be undone, else null. */
export interface Body {
  readonly text: string;
  /** The body as it is, where bytes were wanted; there is no text then. */
  readonly bytesBody?: Uint8Array;
  /** After decoding. */
  readonly bytes: number;
  readonly end: BodyEnd;
  readonly chunks: readonly { readonly atMs: number; readonly bytes: number }[];
  readonly undecodable: string | null;
}

/** How to read a body. */
export interface BodyPlan {
  readonly contentEncoding: string | undefined;
  /** Of decoded bytes, and of encoded ones as well. */
  readonly maxBytes: number;
  readonly onText: ((piece: string) => 'go-on' | 'stop') | undefined;
  readonly wantBytes: boolean;
  /** Milliseconds since the exchange began. */
  readonly sinceStart: () => number;
  /** Told once, when nothing more will be read. */
  readonly onDone: (body: Body) => void;
  /** Told when the reader can take more after `push` said no. */
  readonly onDrain: () => void;
}

/** Gathers a body piece by piece. */
export interface BodyReader {
  /** False when it wants a pause. */
  push(piece: Uint8Array): boolean;
  /** No more will come: the body is complete, or its connection was lost. What is still being decoded is kept. */
  finish(end: 'complete' | 'reset'): void;
  /** Stops at once. */
  cut(end: BodyEnd): void;
}

const maxChunkTimes = 64;

/** Makes a reader that holds no more than the plan allows, however the answer is packed. */
export function createBodyReader(plan: BodyPlan): BodyReader {
  const utf8 = new TextDecoder('utf-8');
  const pieces: string[] = [];
  const kept: Uint8Array[] = [];
  const chunks: { atMs: number; bytes: number }[] = [];
  let bytes = 0;
  let rawBytes = 0;
  let ending: 'complete' | 'reset' = 'complete';
  let done = false;

  const take = (text: string): boolean => {
    if (text === '') return true;
    pieces.push(text);
    return plan.onText?.(text) !== 'stop';
  };
  const close = (end: BodyEnd, undecodable: string | null = null): void => {
    if (done) return;
    done = true;
    decoder?.destroy();
    // A body that was cut short may end within a character, which is no fault of the text.
    if (end === 'complete') take(utf8.decode());
    const bytesBody = plan.wantBytes ? { bytesBody: new Uint8Array(Buffer.concat(kept)) } : {};
    plan.onDone({ text: pieces.join(''), ...bytesBody, bytes, end, chunks, undecodable });
  };
  const keep = (piece: Uint8Array): void => {
    if (done || piece.length === 0) return;
    const room = plan.maxBytes - bytes;
    const fitting = piece.length > room ? piece.subarray(0, room) : piece;
    bytes += fitting.length;
    if (fitting.length === 0) {
      close('limit');
      return;
    }
    if (chunks.length < maxChunkTimes) chunks.push({ atMs: plan.sinceStart(), bytes: fitting.length });
    if (plan.wantBytes) kept.push(fitting);
    else if (!take(utf8.decode(fitting, { stream: true }))) close('enough');
    if (fitting.length < piece.length) close('limit');
  };
  const decoder = createDecoder(plan.contentEncoding, {
    onData: keep,
    onDrain: plan.onDrain,
    onEnd: () => close(ending),
    onError: (error) => close('reset', error.message),
  });
  return {
    push(piece) {
      if (done) return true;
      rawBytes += piece.length;
      if (!decoder) keep(piece);
      // An encoded body may grow without end and give nothing: a header that never stops, for one.
      else if (rawBytes > plan.maxBytes) close('limit');
      else return decoder.write(piece);
      return true;
    },
    finish(end) {
      ending = end;
      if (decoder) decoder.end();
      else close(end);
    },
    cut: (end) => close(end),
  };
}
