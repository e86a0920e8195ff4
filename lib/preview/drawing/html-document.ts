import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { msg, say, spokenLanguage } from '../../i18n/say.ts';
import type { SeenPicture } from '../../kernel/picture.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import type { ConnectorPreview } from '../preview.ts';
import { documentStyle, documentStyleHash } from './document-style.ts';
import { drawCard } from './draw-card.ts';
import { drawDetail } from './draw-detail.ts';
import { drawRow } from './draw-row.ts';
import type { DrawingKind } from './drawing-kind.ts';
import { foreignText } from './foreign-text.ts';
import { standInWords } from '../icons/icon-words.ts';
import { iconPart } from './icon-part.ts';
import { textsPart, toolsPart } from './texts-part.ts';

/**
 * The preview as one file: all drawings, light and dark, narrow and wide, then its icons and what there is to mend. Nothing in it runs and
 * nothing is loaded; its own policy allows neither. `findings` are those of the report: they tell what is wrong with the icon.
 */
export function previewDocument(
  preview: ConnectorPreview,
  pictures: readonly SeenPicture[],
  findings: readonly WordedFinding[] = [],
): string {
  const body = h('body', [
    h('main', [
      h('header', { className: ['doc-part'] }, [
        h('h1', say('How it will look in Claude')),
        h('p', [foreignText(preview.name.text, 'cd-foreign')]),
        h('p', { className: ['doc-soft'] }, [foreignText(preview.url, 'cd-foreign', 1_000)]),
        h('p', { className: ['doc-soft'] }, say(disclaimer)),
        contents(preview),
      ]),
      ...(['custom', 'directory'] as const).map((kind) => kindPart(preview, pictures, kind)),
      iconPart(preview, pictures, findings),
      textsPart(preview),
      ...toolsPart(preview),
    ]),
  ]);
  const page: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: spokenLanguage() }, [head(preview), body])],
  };
  return `${toHtml(page)}\n`;
}

/** The page is long: each drawing stands there four times. */
function contents({ tools }: ConnectorPreview): Element {
  const parts = [
    ['doc-custom', say(kindWords.custom.title)],
    ['doc-directory', say(kindWords.directory.title)],
    ['doc-icon', say('Icon')],
    ['doc-texts', say('Texts')],
    ...(tools === null ? [] : [['doc-tools', say('Tools')] as const]),
  ] as const;
  return h('nav', { ariaLabel: say('On this page') }, [
    h(
      'ul',
      { className: ['doc-contents'] },
      parts.map(([id, title]) => h('li', h('a', { href: `#${id}` }, title))),
    ),
  ]);
}

const disclaimer = msg(
  'Drawn by Connector Doctor from what the server answered and what its author wrote. It shows the same information as Claude does, in a drawing of its own. Not affiliated with Anthropic.',
);

function head({ name }: ConnectorPreview): Element {
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src '${documentStyleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', inOneLine(name.text, 100)),
    h('style', documentStyle),
  ]);
}

const kindWords: Readonly<Record<DrawingKind, { readonly title: string; readonly about: string }>> = {
  custom: {
    title: msg('As a custom connector'),
    about: msg(
      'Added by its address. It bears the name that each person types when adding it; its tools come from the server.',
    ),
  },
  directory: {
    title: msg('As a listing of the directory'),
    about: msg('With the name, the one-liner, the description and the icon that its author hands in.'),
  },
};

function kindPart(preview: ConnectorPreview, pictures: readonly SeenPicture[], kind: DrawingKind): Element {
  const framesOf = (width: FrameKind['width']): Element =>
    h(
      'div',
      { className: ['doc-frames', `doc-${width}`] },
      (['light', 'dark'] as const).map((theme) => frame(preview, pictures, { kind, theme, width })),
    );
  const { title, about } = kindWords[kind];
  return h('section', { id: `doc-${kind}`, className: ['doc-part'] }, [
    h('h2', say(title)),
    h('p', say(about)),
    ...(kind === 'directory' ? [h('p', { className: ['doc-soft'] }, standInWords(preview))] : []),
    framesOf('narrow'),
    framesOf('wide'),
  ]);
}

interface FrameKind {
  readonly kind: DrawingKind;
  readonly theme: 'light' | 'dark';
  readonly width: 'narrow' | 'wide';
}

const captions: Readonly<Record<FrameKind['theme'], Readonly<Record<FrameKind['width'], string>>>> = {
  light: { narrow: msg('Light, narrow'), wide: msg('Light, wide') },
  dark: { narrow: msg('Dark, narrow'), wide: msg('Dark, wide') },
};

/** The same in each frame: the first one is for everybody, its copies are for eyes alone. */
function frame(
  preview: ConnectorPreview,
  pictures: readonly SeenPicture[],
  { kind, theme, width }: FrameKind,
): Element {
  const isCopy = theme !== 'light' || width !== 'narrow';
  const drawings = [drawRow, drawCard, drawDetail].map((draw) =>
    h('div', { className: ['cd-preview'], dataTheme: theme }, draw(preview, pictures, kind)),
  );
  return h('figure', { className: ['doc-frame'] }, [
    h('figcaption', say(captions[theme][width])),
    ...drawings.map((drawing) => h('div', { ...(isCopy && { ariaHidden: 'true' }) }, drawing)),
  ]);
}
