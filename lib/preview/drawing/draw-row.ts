import type { Element } from 'hast';
import { h } from 'hastscript';
import type { SeenPicture } from '../../kernel/picture.ts';
import type { ConnectorPreview } from '../preview.ts';
import { drawBadges, drawName, drawTagline } from './draw-head.ts';
import { drawIcon } from './draw-icon.ts';
import type { DrawingKind } from './drawing-kind.ts';

/** The connector as one line of the list of connectors. */
export function drawRow(preview: ConnectorPreview, pictures: readonly SeenPicture[], kind: DrawingKind): Element {
  return h('div', { className: ['cd-row'] }, [
    drawIcon(preview, pictures, kind, 'small'),
    h('div', { className: ['cd-words'] }, [
      h('p', { className: ['cd-title'] }, [drawName(preview, 'span'), drawBadges(preview, kind)]),
      drawTagline(preview, kind),
    ]),
    h('span', { className: ['cd-more'], ariaHidden: 'true' }, '›'),
  ]);
}
