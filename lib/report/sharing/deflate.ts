/** Bytes, compressed without any header. @see https://www.rfc-editor.org/rfc/rfc1951 */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  return new Uint8Array(await packed.arrayBuffer());
}

/** What came of inflating; `too-large` as soon as there is more than was allowed. */
export type Inflated =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'damaged' | 'too-large' };

/** The bytes that were compressed. Never rejects, and never holds much more than `most` bytes. */
export async function inflate(packed: Uint8Array<ArrayBuffer>, most: number): Promise<Inflated> {
  const inflating = inPieces(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await inflating.read();
      if (done) return { kind: 'bytes', bytes: joined(pieces, length) };
      length += value.length;
      if (length > most) {
        await inflating.cancel().catch(() => undefined);
        return { kind: 'too-large' };
      }
      pieces.push(value);
    }
  } catch {
    return { kind: 'damaged' };
  }
}

/** A browser inflates a whole piece before anybody can say stop, and a byte can become a thousand. */
function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.slice(at, at + pieceLength));
      at += pieceLength;
    },
  });
}

const pieceLength = 4096;

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
