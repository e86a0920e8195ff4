import { say } from '../../i18n/say.ts';
import { wrap } from '../../report/layout.ts';
import { plainLine } from '../../report/plain.ts';
import { pageOf, type TextOptions } from '../../report/text-page.ts';
import type { Readiness, ReadinessRow, ReadinessState } from './readiness-shape.ts';
import { countsWords, rowsOf, stateTitles } from './readiness-words.ts';

const marks: Readonly<Record<ReadinessState, string>> = { unmet: '✗', confirm: '?', met: '✓' };

/** The checklist for a terminal: what is not met, what is left to the author, what is met. Foreign text is made harmless. */
export function readinessText(readiness: Readiness, { color, width }: Pick<TextOptions, 'color' | 'width'>): string {
  const { colors } = pageOf({ color, width });
  const room = Math.min(Math.max(width, 60), 100);
  const tint = { unmet: colors.red, confirm: colors.yellow, met: colors.green } as const;
  const row = ({ title, why, state, confirmed, codes }: ReadinessRow): readonly string[] => {
    const mark = confirmed ? '☑' : marks[state];
    const [first = '', ...rest] = wrap(plainLine(title), room - 4);
    const said = codes.length === 0 ? why : say('{why} ({codes})', { why, codes: codes.join(', ') });
    return [
      `  ${tint[state](mark)} ${colors.bold(first)}`,
      ...rest.map((line) => `    ${colors.bold(line)}`),
      ...wrap(plainLine(said), room - 4).map((line) => `    ${colors.dim(line)}`),
    ];
  };
  const groups = (['unmet', 'confirm', 'met'] as const).flatMap((state) => {
    const rows = rowsOf(readiness, state);
    return rows.length === 0 ? [] : ['', `${say(stateTitles[state])} (${rows.length})`, ...rows.flatMap(row)];
  });
  const about =
    readiness.url === null
      ? say('Ready for the directory?')
      : say('Ready for the directory? {url}', { url: plainLine(readiness.url, 300) });
  return `${[...wrap(about, room), countsWords(readiness), ...groups].join('\n')}\n`;
}
