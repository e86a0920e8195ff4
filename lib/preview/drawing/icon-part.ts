import type { Element } from 'hast';
import { h } from 'hastscript';
import { say } from '../../i18n/say.ts';
import type { SeenPicture } from '../../kernel/picture.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { saidFinding } from '../../report/finding-words.ts';
import { googleWords, outcomeWords, placeWords, whyWords } from '../icons/icon-words.ts';
import { pictureUrl } from '../icons/picture-url.ts';
import type { ConnectorPreview, GoogleIcon, IconAdvice, SiteIcon } from '../preview.ts';
import { foreignText } from './foreign-text.ts';

/** Which icon is shown and why, Google’s answers and the site’s own icons in their sizes, and what to change. */
export function iconPart(
  { icon }: ConnectorPreview,
  pictures: readonly SeenPicture[],
  findings: readonly WordedFinding[],
): Element {
  const { custom, google, site, server, advice } = icon;
  return h('section', { className: ['doc-part'] }, [
    h('h2', say('Icon')),
    h('p', whyWords(custom)),
    ...(advice.length > 0
      ? [
          h('h3', say('What to change about the icon')),
          h(
            'ul',
            advice.map((each) => adviceItem(each, findings)),
          ),
        ]
      : []),
    ...(google.length > 0 ? [h('h3', say('What Google answers')), sizes(google, pictures)] : []),
    ...(site.length > 0 ? [h('h3', say('Icons of the site')), icons(site, pictures)] : []),
    ...(server.length > 0 ? [h('h3', say('Icons that the server names')), icons(server, pictures)] : []),
  ]);
}

function adviceItem({ code, finding, snippet }: IconAdvice, findings: readonly WordedFinding[]): Element {
  const found = findings.find(({ id }) => id === finding);
  const title = found ? saidFinding(found, { vantage: 'cli', subject: 'connector' }).title : code;
  return h('li', [title, ...(snippet === null ? [] : [h('pre', { dir: 'ltr', translate: 'no' }, snippet)])]);
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

function icons(seen: readonly SiteIcon[], pictures: readonly SeenPicture[]): Element {
  const items = seen.map((icon) =>
    h('li', [
      image(icon.picture, pictures, 32),
      h('div', [
        h('div', foreignText(icon.url, 'cd-address', 500)),
        h('div', { className: ['doc-soft'] }, [
          say('{place}; {outcome}', { place: placeWords(icon.from), outcome: outcomeWords(icon) }),
        ]),
        ...(icon.sameAsGoogle === false ? [h('div', say('Google still serves another picture.'))] : []),
      ]),
    ]),
  );
  return h('ul', { className: ['doc-icons'] }, items);
}
