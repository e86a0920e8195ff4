import { Parser } from 'htmlparser2';
import type { IconSize } from '../kernel/evidence-icons.ts';

/** The root element stands at the beginning; only comments and declarations come before it. */
const longestHead = 64 * 1024;

/**
 * The size that an SVG names for itself (`width` and `height`, or the shape of its `viewBox`), an empty list when it names none;
 * undefined when the bytes are no SVG. Nothing is rendered.
 * @see https://www.w3.org/TR/SVG2/coords.html#ViewBoxAttribute
 */
export function svgSizes(bytes: Uint8Array): readonly IconSize[] | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, longestHead));
  let root: { readonly name: string; readonly attributes: Readonly<Record<string, string>> } | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes: Record<string, string>) {
        root ??= { name, attributes };
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  if (root?.name.replace(/^.*:/, '').toLowerCase() !== 'svg') return undefined;
  const { width, height, viewBox } = root.attributes;
  const [, , boxWidth, boxHeight] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return sizeOf(pixels(width), pixels(height)) ?? sizeOf(boxWidth, boxHeight) ?? [];
}

/** Without a unit, or in pixels; other units are rare in icons and only their proportion would matter. */
function pixels(length: string | undefined): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(length ?? '');
  return match ? Number(match[1]) : undefined;
}

function sizeOf(width: number | undefined, height: number | undefined): readonly IconSize[] | undefined {
  const isGiven = width !== undefined && height !== undefined && width > 0 && height > 0 && width + height < 1e9;
  return isGiven ? [{ width: Math.round(width), height: Math.round(height) }] : undefined;
}
