import type { BodyEnd } from '../../kernel/exchange.ts';

/** A body as far as it was read. `lost`: the browser gave up on it. */
export interface Body {
  readonly text: string;
  /** The body as it is, where bytes were wanted; there is no text then. */
  readonly bytesBody?: Uint8Array;
  /** After decoding, which the browser does. */
  readonly bytes: number;
  readonly end: Exclude<BodyEnd, 'timeout' | 'aborted' | 'reset'> | 'lost';
  readonly chunks: readonly { readonly atMs: number; readonly bytes: number }[];
}

/** How to read a body. */
export interface BodyPlan {
  /** Of decoded bytes. */
  readonly maxBytes: number;
  readonly onText: ((piece: string) => 'go-on' | 'stop') | undefined;
  readonly wantBytes: boolean;
  /** Milliseconds since the exchange began. */
  readonly sinceStart: () => number;
}

const maxChunkTimes = 64;

/** Reads piece by piece and holds no more than the plan allows. Never rejects. */
export async function readBody(stream: ReadableStream<Uint8Array> | null, plan: BodyPlan): Promise<Body> {
  const gathering = gather(plan);
  const reader = stream?.getReader();
  try {
    for (;;) {
      const piece = await reader?.read();
      const end = piece?.value ? gathering.take(piece.value) : 'complete';
      if (end === 'go-on') continue;
      if (end !== 'complete') void reader?.cancel().catch(() => undefined);
      return gathering.close(end);
    }
  } catch {
    return gathering.close('lost');
  }
}

interface Gathering {
  take(piece: Uint8Array): 'go-on' | 'enough' | 'limit';
  close(end: Body['end']): Body;
}

function gather({ maxBytes, onText, wantBytes, sinceStart }: BodyPlan): Gathering {
  const utf8 = new TextDecoder('utf-8');
  const texts: string[] = [];
  const kept: Uint8Array<ArrayBuffer>[] = [];
  const chunks: { atMs: number; bytes: number }[] = [];
  let bytes = 0;
  const say = (text: string): 'go-on' | 'stop' => {
    if (text === '') return 'go-on';
    texts.push(text);
    return onText?.(text) ?? 'go-on';
  };
  return {
    take(piece) {
      if (piece.length === 0) return 'go-on';
      const fitting = new Uint8Array(piece.subarray(0, Math.max(0, maxBytes - bytes)));
      if (fitting.length === 0) return 'limit';
      bytes += fitting.length;
      if (chunks.length < maxChunkTimes) chunks.push({ atMs: sinceStart(), bytes: fitting.length });
      if (wantBytes) kept.push(fitting);
      else if (say(utf8.decode(fitting, { stream: true })) === 'stop') return 'enough';
      return fitting.length < piece.length ? 'limit' : 'go-on';
    },
    close(end) {
      // A body that was cut short may end within a character, which is no fault of the text.
      if (end === 'complete' && !wantBytes) say(utf8.decode());
      const bytesBody = wantBytes ? { bytesBody: joined(kept, bytes) } : {};
      return { text: texts.join(''), ...bytesBody, bytes, end, chunks };
    },
  };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
