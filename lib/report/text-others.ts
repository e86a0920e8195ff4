import type { Severity } from '../kernel/finding.ts';
import { counted } from './counted.ts';
import { firstSentence, fixWords, titleAlone } from './finding-words.ts';
import { clip, wrap } from './layout.ts';
import { plainLine } from './plain.ts';
import type { Summary, Told } from './summary.ts';
import type { Page, Style } from './text-page.ts';

/** More lines than these would push the cause from the screen, and more notes than these hide each other. */
const mostLines = 14;
const mostNotes = 5;
const mostDetails = 3;
const severityWidth = 9;

/** What else was found, by its title; for what can be mended, with the first sentence of its fix. */
export function otherLines({ others, signInOutcome }: Summary, page: Page): readonly string[] {
  // What the line on the sign-in tells in full is not said twice.
  const wanted = others.filter((told) => told.finding !== signInOutcome?.told || told.consequences.length > 0);
  if (wanted.length === 0) return [];
  const lines: string[] = [];
  const left: Told[] = [];
  let notes = 0;
  for (const told of wanted) {
    const isNote = told.finding.severity === 'note';
    const next = toldLines(told, page, lines.length === 0 ? 'Also' : '');
    const isTooMuch = left.length > 0 || (isNote && notes === mostNotes) || lines.length + next.length > mostLines;
    if (lines.length > 0 && isTooMuch) left.push(told);
    else {
      lines.push(...next);
      notes += isNote ? 1 : 0;
    }
  }
  const rest = left.length > 0 ? `And ${leftWords(left)}. ` : '';
  return [...lines, ...page.paragraph('', `${rest}All details: --format markdown`, page.colors.dim)];
}

/** “2 more warnings and 3 notes”. */
function leftWords(left: readonly Told[]): string {
  const severities = ['blocker', 'problem', 'warning', 'note'] as const;
  const groups = severities.flatMap((severity) => {
    const count = left.filter(({ finding }) => finding.severity === severity).length;
    return count > 0 ? [counted(count, severity)] : [];
  });
  return groups.map((group, index) => (index === 0 ? group.replace(' ', ' more ') : group)).join(' and ');
}

function toldLines(told: Told, page: Page, label: string): readonly string[] {
  const { finding, alike } = told;
  const { severity } = finding;
  const room = page.room - severityWidth;
  const times = alike.length > 0 ? ` (${alike.length + 1} times)` : '';
  const title = wrap(plainLine(`${titleAlone(finding)}${times}`, 240), room);
  const below = [...detailLines(told, room), ...limited(wrap(belowWords(told), room), 3, room)];
  const paint = paintOf(page)[severity];
  return [
    ...title.map((line, index) =>
      page.line(index === 0 ? label : '', `${paint((index === 0 ? severity : '').padEnd(severityWidth))}${line}`),
    ),
    ...below.map((line) => page.line('', `${' '.repeat(severityWidth)}${page.colors.dim(line)}`)),
  ];
}

/** The code, what follows, and what to do first; a note is no more than its title. */
function belowWords({ finding, consequences }: Told): string {
  if (finding.severity === 'note' && consequences.length === 0) return '';
  const follow = consequences.length > 0 ? ` (${consequences.length} more from this)` : '';
  const fix = finding.severity === 'note' ? '' : firstSentence(plainLine(fixWords(finding), 400));
  return `${plainLine(finding.code, 100)}${follow}${fix === '' ? '' : `: ${fix}`}`;
}

/** Where several findings share a title, what sets them apart. */
function detailLines({ finding, alike }: Told, room: number): readonly string[] {
  if (alike.length === 0 || finding.severity === 'note') return [];
  const left = 1 + alike.length - mostDetails;
  return [
    ...[finding, ...alike]
      .slice(0, mostDetails)
      .flatMap(({ detail }) => limited(wrap(`– ${firstSentence(plainLine(detail, 400))}`, room), 2, room)),
    ...(left > 0 ? [`– and ${left} more`] : []),
  ];
}

function paintOf({ colors }: Page): Readonly<Record<Severity, Style>> {
  return { blocker: colors.red, problem: colors.yellow, warning: colors.yellow, note: colors.dim };
}

/** At most so many lines; what is left out shows as “…”. */
function limited(lines: readonly string[], most: number, room: number): readonly string[] {
  if (lines.length <= most) return lines.map((line) => clip(line, room));
  return lines.slice(0, most).map((line, index) => clip(index === most - 1 ? `${line} …` : line, room));
}
