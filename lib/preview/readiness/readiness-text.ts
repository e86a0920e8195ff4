import { say, sayCount } from '../../i18n/say.ts';
import { wrap } from '../../report/formats/layout.ts';
import { plainLine } from '../../report/formats/plain.ts';
import { pageOf, type TextOptions } from '../../report/formats/text-page.ts';
import { gathered, unlookedWords } from './gathered.ts';
import type { Readiness, ReadinessRow, ReadinessState } from './readiness-shape.ts';
import { countsWords, rowsOf, stateTitles } from './readiness-words.ts';

const marks: Readonly<Record<ReadinessState, string>> = { unmet: '✗', confirm: '?', met: '✓' };

/** The checklist for a terminal: what is not met, what is left to the author, what is met. Foreign text is made harmless. */
export function readinessText(readiness: Readiness, { color, width }: Pick<TextOptions, 'color' | 'width'>): string {
  const { colors } = pageOf({ color, width });
  const room = Math.min(Math.max(width, 60), 100);
  const tint = { unmet: colors.red, confirm: colors.yellow, met: colors.green } as const;
  const entry = (mark: string, title: string, below: string): readonly string[] => {
    const [first = '', ...rest] = wrap(plainLine(title), room - 4);
    return [
      `  ${mark} ${colors.bold(first)}`,
      ...rest.map((line) => `    ${colors.bold(line)}`),
      ...wrap(plainLine(below), room - 4).map((line) => `    ${colors.dim(line)}`),
    ];
  };
  const row = ({ title, why, state, confirmed, codes }: ReadinessRow): readonly string[] => {
    const said = codes.length === 0 ? why : say('{why} ({codes})', { why, codes: codes.join(', ') });
    return entry(tint[state](confirmed ? '☑' : marks[state]), title, said);
  };
  const groups = (['unmet', 'confirm', 'met'] as const).flatMap((state) => {
    const rows = rowsOf(readiness, state);
    const entries = entriesOf(rows, readiness).flatMap((one) =>
      one.kind === 'row' ? row(one.row) : entry(tint[state](marks[state]), one.words, titlesOf(one.rows)),
    );
    return rows.length === 0 ? [] : ['', `${say(stateTitles[state])} (${rows.length})`, ...entries];
  });
  const about =
    readiness.url === null
      ? say('Ready for the directory?')
      : say('Ready for the directory? {url}', { url: plainLine(readiness.url, 300) });
  return `${[...wrap(about, room), countsWords(readiness), ...groups].join('\n')}\n`;
}

type TextEntry =
  | { readonly kind: 'row'; readonly row: ReadinessRow }
  | { readonly kind: 'several'; readonly words: string; readonly rows: readonly ReadinessRow[] };

function entriesOf(rows: readonly ReadinessRow[], { counts }: Readiness): readonly TextEntry[] {
  const entries = gathered(rows);
  const several = entries.flatMap((entry): readonly TextEntry[] =>
    entry.kind === 'row'
      ? []
      : [{ kind: 'several', words: unlookedWords(entry.because, entry.rows.length), rows: entry.rows }],
  );
  const single = entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []));
  // Where nothing could be seen and nothing was told, what is left to the author says nothing of this connector.
  const isBare = counts.met === 0 && counts.confirmed === 0 && several.length > 0 && single.length > 1;
  if (isBare) return [...several, { kind: 'several', words: restWords(single.length), rows: single }];
  return [...single.map((row) => ({ kind: 'row', row }) as const), ...several];
}

function restWords(count: number): string {
  return sayCount(count, {
    other: '{count} more are left to you, whatever the server does. What each asks for is told once it answers.',
  });
}

function titlesOf(rows: readonly ReadinessRow[]): string {
  return rows.map(({ title }) => title).join('; ');
}
