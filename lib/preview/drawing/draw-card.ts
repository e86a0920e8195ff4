import type { Element } from 'hast';
import { h } from 'hastscript';
import type { SeenPicture } from '../../kernel/picture.ts';
import type { ConnectorPreview } from '../preview.ts';
import { drawBadges, drawName, drawTagline } from './draw-head.ts';
import { drawIcon } from './draw-icon.ts';
import type { DrawingKind } from './drawing-kind.ts';

/** The connector as a card among others. */
export function drawCard(preview: ConnectorPreview, pictures: readonly SeenPicture[], kind: DrawingKind): Element {
  return h('div', { className: ['cd-card'] }, [
    drawIcon(preview, pictures, kind, 'medium'),
    h('div', { className: ['cd-words'] }, [
      h('p', { className: ['cd-title'] }, drawName(preview, 'span')),
      drawTagline(preview, kind),
      drawBadges(preview, kind),
    ]),
    h('span', { className: ['cd-add'], ariaHidden: 'true' }, '+'),
  ]);
}
