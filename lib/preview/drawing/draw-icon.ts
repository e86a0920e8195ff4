import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { SeenPicture } from '../../kernel/picture.ts';
import { pictureUrl } from '../icons/picture-url.ts';
import type { ConnectorPreview } from '../preview.ts';
import type { DrawingKind } from './drawing-kind.ts';

/** Characters of base64; a larger picture would make a document with its many copies too large. */
const largestPicture = 400_000;

/** The picture beside the name, else the globe or the letter that stands there in its place. */
export function drawIcon(
  { icon, name }: Pick<ConnectorPreview, 'icon' | 'name'>,
  pictures: readonly SeenPicture[],
  kind: DrawingKind,
  size: 'small' | 'medium' | 'large',
): Element {
  const className = ['cd-icon', `cd-icon-${size}`];
  const chosen = icon[kind].picture;
  const picture = chosen === null ? undefined : pictures[chosen];
  if (picture && picture.base64.length <= largestPicture) {
    return h('img', { className, src: pictureUrl(picture), alt: '', width: pixels[size], height: pixels[size] });
  }
  const isGlobe = kind === 'custom' && icon.custom.shown === 'globe';
  return h('span', { className, ariaHidden: 'true' }, isGlobe ? globe() : letterOf(name.text));
}

const pixels = { small: 32, medium: 40, large: 64 } as const;

function letterOf(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase('en') ?? '•';
}

function globe(): Element {
  return s('svg', { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 }, [
    s('circle', { cx: 12, cy: 12, r: 9 }),
    s('path', { d: 'M3 12h18M12 3c5.5 5.5 5.5 12.5 0 18M12 3c-5.5 5.5-5.5 12.5 0 18' }),
  ]);
}
