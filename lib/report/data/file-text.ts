/**
 * The text of a file: UTF-8, or UTF-16 where the file begins with its mark, as the shell of Windows writes whatever is sent to a file.
 * Never throws: bytes that are no text become replacement characters.
 */
export function fileText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}
