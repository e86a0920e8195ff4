import { Fragment, type ReactNode } from 'react';
import { saidPieces } from '../../lib/i18n/say.ts';

/**
 * A message of the reader’s language with elements in it: `<Say text="Read {link} first." with={{ link: <Link … /> }} />`. Where there
 * are none, `say` is enough.
 */
export function Say({
  text,
  with: elements,
}: {
  readonly text: string;
  readonly with: Readonly<Record<string, ReactNode>>;
}): ReactNode {
  return saidPieces(text).map((piece, index) => (
    // Texts and names stand in turn, and never move.
    <Fragment key={index}>{index % 2 === 0 ? piece : elements[piece]}</Fragment>
  ));
}
