import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { say } from '../../i18n/say.ts';
import { badgeWords } from '../preview-words.ts';
import type { ConnectorPreview } from '../preview.ts';
import type { DrawingKind } from './drawing-kind.ts';
import { foreignText } from './foreign-text.ts';

/** The name, in the element that suits its place. */
export function drawName({ name }: ConnectorPreview, tag: 'h3' | 'span'): Element {
  return h(tag, { className: ['cd-name'] }, foreignText(name.text, 'cd-foreign'));
}

/** The line below the name: the one-liner of a listing; of a custom connector, which has none, its host. */
export function drawTagline({ tagline, host }: ConnectorPreview, kind: DrawingKind): Element {
  if (kind === 'directory' && tagline)
    return h('p', { className: ['cd-tagline'] }, foreignText(tagline.text, 'cd-foreign'));
  if (kind === 'directory') return h('p', { className: ['cd-tagline', 'cd-missing'] }, say('No one-liner yet'));
  return h('p', { className: ['cd-tagline'] }, foreignText(host, 'cd-foreign'));
}

/** The badges beside the name; null where there is none. */
export function drawBadges({ badges }: ConnectorPreview, kind: DrawingKind): Element | null {
  const words = badgeWords(badges, kind);
  if (words.length === 0) return null;
  const items: ElementContent[] = words.map((word) => h('span', { className: ['cd-badge'] }, word));
  return h('span', { className: ['cd-badges'] }, items);
}
