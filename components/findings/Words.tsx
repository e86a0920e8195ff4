import { plainLine } from '../../lib/report/formats/plain.ts';

/**
 * A sentence of ours with foreign names in it. It runs from left to right also where a name at its beginning runs the other way, and
 * nothing in it is hidden or turns its surroundings around.
 */
export function Words({ text, limit = 3_000 }: { readonly text: string; readonly limit?: number }) {
  return (
    <bdi dir="ltr" className="wrap-anywhere">
      {plainLine(text, limit)}
    </bdi>
  );
}
