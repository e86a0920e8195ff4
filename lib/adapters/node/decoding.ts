import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, constants } from 'node:zlib';

/** Takes encoded bytes and hands on decoded ones. */
export interface Decoder {
  /** False when it has enough for the moment; `onDrain` says when it wants more. */
  write(piece: Uint8Array): boolean;
  /** No more input: what is left is flushed, a cut-off stream as well. */
  end(): void;
  /** Nothing is handed on any more. */
  destroy(): void;
}

/** What a decoder tells. After `onEnd` or `onError` it is silent. */
export interface DecoderEvents {
  readonly onData: (piece: Uint8Array) => void;
  readonly onDrain: () => void;
  readonly onEnd: () => void;
  readonly onError: (error: Error) => void;
}

/** The content codings that requests ask for. */
export const acceptedEncodings = 'gzip, deflate, br';

/** A decoder for a Content-Encoding value; null when the body stands as it is, or in a coding that is not known here. */
export function createDecoder(contentEncoding: string | undefined, events: DecoderEvents): Decoder | null {
  const codings = (contentEncoding ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const [coding] = codings;
  // Nobody stacks codings but to make a small answer explode.
  if (coding === undefined || codings.length > 1) return null;
  return coding === 'deflate' ? lazyInflate(events) : startCoding(coding, events);
}

type Unpacker = ReturnType<typeof createGunzip>;

function startCoding(coding: string, events: DecoderEvents): Decoder | null {
  const flush = { finishFlush: constants.Z_SYNC_FLUSH };
  if (coding === 'gzip' || coding === 'x-gzip') return decoderOf(createGunzip(flush), events);
  if (coding !== 'br') return null;
  return decoderOf(createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }), events);
}

/** Some servers send bare deflate data without the zlib header that the coding prescribes: the first byte tells. */
function lazyInflate(events: DecoderEvents): Decoder {
  let inner: Decoder | undefined;
  return {
    write(piece) {
      const first = piece[0];
      if (first === undefined) return true;
      const flush = { finishFlush: constants.Z_SYNC_FLUSH };
      inner ??= decoderOf((first & 0x0f) === 0x08 ? createInflate(flush) : createInflateRaw(flush), events);
      return inner.write(piece);
    },
    end: () => (inner ? inner.end() : events.onEnd()),
    destroy: () => inner?.destroy(),
  };
}

function decoderOf(stream: Unpacker | ReturnType<typeof createBrotliDecompress>, events: DecoderEvents): Decoder {
  let over = false;
  const last = (tell: () => void): void => {
    if (over) return;
    over = true;
    tell();
  };
  stream.on('data', (piece: Uint8Array) => {
    if (!over) events.onData(piece);
  });
  stream.on('drain', () => {
    if (!over) events.onDrain();
  });
  stream.once('end', () => last(events.onEnd));
  stream.on('error', (error) => last(() => events.onError(error)));
  return {
    write: (piece) => stream.write(piece),
    end: () => stream.end(),
    destroy() {
      over = true;
      stream.destroy();
    },
  };
}
