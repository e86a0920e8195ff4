import { guides } from '../../guides/catalog.ts';
import { dateWords } from '../../help/date-words.ts';
import { filledText } from '../../help/guide-steps.ts';
import { kindWords, resultDetails } from '../../help/result-details.ts';
import type { SearchResult } from '../../help/search-entry.ts';
import { say } from '../../i18n/say.ts';
import { places, type PlaceId } from '../../knowledge/places.ts';
import { wrap } from '../formats/layout.ts';
import { plainLine } from '../formats/plain.ts';
import { pageOf, type Page, type TextOptions } from '../formats/text-page.ts';

/** What was found, for people at a terminal: the best answer in full with its steps, pages and sources, then further titles. */
export function renderFound(results: readonly SearchResult[], options: TextOptions): string {
  const page = pageOf(options);
  const [best, ...others] = results;
  const blocks = best === undefined ? [nothingLines(page)] : [...bestBlocks(best, page), furtherLines(others, page)];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const mostSources = 5;
const mostFurther = 4;

function bestBlocks(best: SearchResult, page: Page): readonly (readonly string[])[] {
  const { colors, labelWidth, room } = page;
  const whole = labelWidth + room;
  const { steps, places: pages, guides: ids } = resultDetails(best);
  return [
    [
      ...(best.isStrong ? [] : wrap(say('Nothing fits these words exactly. Nearest:'), whole)),
      ...wrap(plainLine(best.title), whole).map(colors.bold),
      ...wrap(plainLine(best.answer), whole),
    ],
    steps.flatMap((step, index) => numbered(index + 1, filledText(step, null), whole)),
    [
      ...pages.flatMap((id, index) => placeLines(id, index === 0, page)),
      ...ids.flatMap((id, index) => page.paragraph(index === 0 ? say('Guide') : '', say(guides[id].title))),
    ],
    best.sources.slice(0, mostSources).flatMap((source, index) => sourceLines(source, index === 0, page)),
  ];
}

function numbered(number: number, words: string, width: number): readonly string[] {
  const head = `${String(number)}. `.padStart(4);
  return wrap(plainLine(words), width - head.length).map(
    (line, index) => `${index === 0 ? head : ' '.repeat(head.length)}${line}`,
  );
}

function placeLines(id: PlaceId, isFirst: boolean, page: Page): readonly string[] {
  const { label, url } = places[id];
  return [...page.paragraph(isFirst ? say('Open') : '', say(label)), page.line('', withoutGaps(url))];
}

/** Without the query where it is filled in from a connector. */
function withoutGaps(url: string): string {
  return url.includes('{') ? (url.split('?')[0] ?? url) : url;
}

function sourceLines({ title, url, date }: SearchResult['sources'][number], isFirst: boolean, page: Page) {
  const words = say('{page}, {date}', { page: title, date: date === null ? say('undated') : dateWords(date) });
  return [...page.paragraph(isFirst ? say('Sources') : '', words), page.line('', url)];
}

function furtherLines(others: readonly SearchResult[], page: Page): readonly string[] {
  if (others.length === 0) return [];
  return [
    page.colors.bold(say('Also found')),
    ...others
      .slice(0, mostFurther)
      .flatMap(({ kind, title }) => wrap(`${say(kindWords[kind])}: ${plainLine(title)}`, page.labelWidth + page.room)),
  ];
}

/** The pages to ask where nothing here answers. */
const whereToAsk: readonly PlaceId[] = ['support', 'tracker'];

function nothingLines(page: Page): readonly string[] {
  const whole = page.labelWidth + page.room;
  return [
    ...wrap(say('Nothing was found for this.'), whole).map(page.colors.bold),
    ...wrap(say('Try fewer or other words. For an error that Claude shows, use: connector-doctor explain TEXT'), whole),
    ...whereToAsk.flatMap((id, index) => {
      const { label, url } = places[id];
      return [...page.paragraph(index === 0 ? say('Ask') : '', say(label)), page.line('', url)];
    }),
  ];
}
