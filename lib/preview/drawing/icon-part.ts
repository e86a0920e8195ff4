import type { Element } from 'hast';
import { h } from 'hastscript';
import { say } from '../../i18n/say.ts';
import type { SeenPicture } from '../../kernel/picture.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { additionWords, afterIconChange, iconAdviceWords } from '../icons/icon-advice-words.ts';
import { googleWords, outcomeWords, placeWords, whyWords } from '../icons/icon-words.ts';
import { pictureUrl } from '../icons/picture-url.ts';
import type { ConnectorPreview, GoogleIcon, IconAdvice, SiteIcon } from '../preview.ts';
import { plainLine } from '../../report/formats/plain.ts';
import { foreignText } from './foreign-text.ts';

/** Which icon is shown and why, Google’s answers and the site’s own icons in their sizes, and what to change. */
export function iconPart(
  { icon }: ConnectorPreview,
  pictures: readonly SeenPicture[],
  findings: readonly WordedFinding[],
): Element {
  const { custom, google, site, server, advice } = icon;
  const isStale = advice.some(({ code, isAside }) => code === 'icon.google-stale' && !isAside);
  return h('section', { id: 'doc-icon', className: ['doc-part'] }, [
    h('h2', say('Icon')),
    h('p', whyWords(custom)),
    ...adviceList(
      say('What to change about the icon'),
      advice.filter(({ isAside }) => !isAside),
      findings,
    ),
    ...(google.length > 0 ? [h('h3', say('What Google answers')), sizes(google, pictures)] : []),
    ...(site.length > 0 ? [h('h3', say('Icons of the site')), icons(site, pictures, isStale)] : []),
    ...(server.length > 0 ? [h('h3', say('Icons that the server names')), icons(server, pictures, false)] : []),
    ...adviceList(
      say('Also good to know about the icon'),
      advice.filter(({ isAside }) => isAside),
      findings,
    ),
  ]);
}

function adviceList(
  title: string,
  advice: readonly IconAdvice[],
  findings: readonly WordedFinding[],
): readonly Element[] {
  if (advice.length === 0) return [];
  const isChanged = advice.some(({ adds }) => adds.length > 0);
  return [
    h('h3', title),
    h(
      'ul',
      advice.map((each) => adviceItem(each, findings)),
    ),
    ...(isChanged ? [h('p', { className: ['doc-soft'] }, say(afterIconChange))] : []),
  ];
}

function adviceItem(advice: IconAdvice, findings: readonly WordedFinding[]): Element {
  const words = iconAdviceWords(advice, { findings, vantage: 'cli', subject: 'connector' });
  const { title, text } = words ?? { title: advice.code, text: '' };
  return h('li', [
    h('strong', plainLine(title, 300)),
    h('p', plainLine(text, 800)),
    ...advice.adds.flatMap((addition) => [
      h('p', additionWords(addition)),
      h('pre', { dir: 'ltr', translate: 'no' }, addition.text),
    ]),
  ]);
}

function image(index: number | null, pictures: readonly SeenPicture[], side: number): Element | null {
  const picture = index === null ? undefined : pictures[index];
  return picture ? h('img', { src: pictureUrl(picture), alt: '', width: side, height: side }) : null;
}

function sizes(google: readonly GoogleIcon[], pictures: readonly SeenPicture[]): Element {
  const figures = google.map((icon) =>
    h('figure', [
      image(icon.picture, pictures, icon.size),
      h('figcaption', [
        foreignText(icon.domain, 'cd-foreign'),
        `: ${say('{size} px, {outcome}', { size: icon.size, outcome: googleWords(icon) })}`,
      ]),
    ]),
  );
  return h('div', { className: ['doc-sizes'] }, figures);
}

function icons(seen: readonly SiteIcon[], pictures: readonly SeenPicture[], isStale: boolean): Element {
  const items = seen.map((icon) =>
    h('li', [
      image(icon.picture, pictures, 32),
      h('div', [
        h('div', foreignText(icon.url, 'cd-address', 500)),
        h('div', { className: ['doc-soft'] }, [
          say('{place}; {outcome}', { place: placeWords(icon.from), outcome: outcomeWords(icon) }),
        ]),
        ...(isStale && icon.sameAsGoogle === false ? [h('div', say('Google still serves another picture.'))] : []),
      ]),
    ]),
  );
  return h('ul', { className: ['doc-icons'] }, items);
}
