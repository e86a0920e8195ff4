import type { Element } from 'hast';
import { h } from 'hastscript';
import { msg, say } from '../../i18n/say.ts';
import type { SeenPicture } from '../../kernel/picture.ts';
import { descriptionTree } from '../listing/description-tree.ts';
import type { ConnectorPreview, PreviewLink } from '../preview.ts';
import { drawBadges, drawName, drawTagline } from './draw-head.ts';
import { drawIcon } from './draw-icon.ts';
import { drawTools } from './draw-tools.ts';
import type { DrawingKind } from './drawing-kind.ts';
import { foreignText } from './foreign-text.ts';

/** The connector’s own page: what it is, what it can do, and where it comes from. */
export function drawDetail(preview: ConnectorPreview, pictures: readonly SeenPicture[], kind: DrawingKind): Element {
  return h('div', { className: ['cd-detail'] }, [
    h('div', { className: ['cd-head'] }, [
      drawIcon(preview, pictures, kind, 'large'),
      h('div', { className: ['cd-words'] }, [
        h('div', { className: ['cd-title'] }, [drawName(preview, 'h3'), drawBadges(preview, kind)]),
        drawTagline(preview, kind),
      ]),
    ]),
    ...drawDescription(preview, kind),
    drawTools(preview),
    drawOrigin(preview, kind),
  ]);
}

/** What an author writes for the directory is not shown of a custom connector. */
function drawDescription({ description }: ConnectorPreview, kind: DrawingKind): readonly Element[] {
  if (kind === 'custom' && description?.from !== 'server') return [];
  const text = description
    ? h('div', { className: ['cd-markdown'], dir: 'auto', translate: 'no' }, [descriptionTree(description.text)])
    : h('p', { className: ['cd-missing'] }, say('No description yet'));
  return [h('section', { className: ['cd-part'] }, [h('h4', { className: ['cd-heading'] }, say('Description')), text])];
}

function drawOrigin({ url, links }: ConnectorPreview, kind: DrawingKind): Element {
  const shown = kind === 'directory' ? links : [];
  return h('section', { className: ['cd-part'] }, [
    h('h4', { className: ['cd-heading'] }, say('Details')),
    h('dl', { className: ['cd-facts'] }, [
      h('dt', say('Connector URL')),
      h('dd', foreignText(url, 'cd-address')),
      ...shown.flatMap((link) => [h('dt', say(linkWords[link.which])), h('dd', drawLink(link))]),
    ]),
  ]);
}

const linkWords: Readonly<Record<PreviewLink['which'], string>> = {
  documentation: msg('Documentation'),
  privacy: msg('Privacy policy'),
  support: msg('Support'),
};

/** The address itself is the link’s text, so that nobody is led elsewhere than the text says. */
function drawLink({ text, href, host }: PreviewLink): (Element | string)[] {
  if (href === null) return [foreignText(text, 'cd-address')];
  const rel = ['noopener', 'noreferrer', 'nofollow'];
  const anchor = h('a', { href, rel, target: '_blank' }, foreignText(text, 'cd-address'));
  const isPlain = host === null || text.startsWith(`https://${host}`);
  return isPlain ? [anchor] : [anchor, ' (', foreignText(host, 'cd-foreign'), ')'];
}
