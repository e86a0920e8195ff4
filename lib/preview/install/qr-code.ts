import { encode } from 'uqr';

/** A QR code with the quiet zone around it: modules a side, and the dark ones as the path of an SVG, a module being a unit. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** Modules that have to stay light around a code. */
const quietZone = 4;

/**
 * The text as a QR code with error correction M; null where it holds more than a code can.
 * @see https://www.iso.org/standard/83389.html
 */
export function qrCode(text: string): QrCode | null {
  if (text.length > mostBytes) return null;
  const { size, data } = encode(text, { ecc: 'M', boostEcc: false, border: quietZone });
  return { size, path: data.map((row, y) => runsOf(row, y)).join('') };
}

/** The code as a file: dark on white, whatever stands around it. */
export function qrSvg({ size, path }: QrCode, title: string): string {
  const side = String(size);
  const pixels = String(size * pixelsOfModule);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><title>${escaped(title)}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>\n`;
}

/** Of the largest code with error correction M. Links are ASCII alone. */
const mostBytes = 2_331;

const pixelsOfModule = 8;

/** Modules side by side are drawn as one. */
function runsOf(row: readonly boolean[], y: number): string {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const end = row.indexOf(false, x);
    const length = (end === -1 ? row.length : end) - x;
    runs.push(`M${String(x)} ${String(y)}h${String(length)}v1h-${String(length)}z`);
    x += length;
  }
  return runs.join('');
}

/** XML knows fewer characters than a name may hold. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
