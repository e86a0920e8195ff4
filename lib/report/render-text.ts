import { createColors } from 'picocolors';
import type { Exchange } from '../kernel/exchange.ts';
import type { Severity } from '../kernel/finding.ts';
import type { Report, Verdict, WordedFinding } from '../kernel/report.ts';
import { clip, clipMiddle, displayWidth, wrap } from './layout.ts';
import { plainLine } from './plain.ts';
import { judgedAgainWords, minuteOf } from './run-words.ts';
import { counted } from './counted.ts';
import {
  fixWords,
  isForOthers,
  outcomeWords,
  proofOf,
  quoted,
  stopName,
  summarize,
  whoWords,
  type Summary,
} from './summary.ts';

export interface TextOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/**
 * The report for people at a terminal: one screen in the usual case, the cause first. Whatever comes from outside is made harmless
 * here, where every line is built; the only escape sequences are our own colours.
 * @see screens.md “Words”
 */
export function renderText(report: Report, options: TextOptions): string {
  const page = pageOf(options);
  const summary = summarize(report);
  const blocks = [
    headLines(summary, report, page),
    [
      ...(summary.server === null ? [] : page.paragraph('Server', plainLine(summary.server, 200))),
      ...(summary.signIn === null ? [] : page.paragraph('Sign-in', plainLine(summary.signIn, 200))),
    ],
    stopLines(report, page),
    causeLines(summary, report, page),
    otherLines(summary, page),
    [
      ...(summary.notSeen.length > 0 ? page.paragraph('Unseen', `${summary.notSeen.join('; ')}.`) : []),
      ...page.paragraph('Next', summary.next),
    ],
    footLines(report, page),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Colors = ReturnType<typeof createColors>;
type Style = (text: string) => string;

interface Page {
  readonly colors: Colors;
  /** Columns right of the labels. */
  readonly room: number;
  paragraph(label: string, text: string, style?: Style): readonly string[];
  /** A line that is harmless and short enough already. */
  line(label: string, text: string): string;
}

const labelWidth = 8;

function pageOf(options: TextOptions): Page {
  const colors = createColors(options.color);
  const room = Math.min(Math.max(options.width, 60), 100) - labelWidth;
  const asIs: Style = (text) => text;
  const line = (label: string, text: string): string => `${colors.dim(label.padEnd(labelWidth))}${text}`;
  return {
    colors,
    room,
    line,
    paragraph: (label, text, style = asIs) =>
      wrap(plainLine(text), room).map((each, index) => line(index === 0 ? label : '', style(each))),
  };
}

const verdictMarks: Readonly<Record<Verdict, string>> = {
  ready: '✓',
  'sign-in-needed': '→',
  degraded: '▲',
  broken: '✕',
  unknown: '?',
};

function headLines(summary: Summary, report: Report, { colors, room }: Page): readonly string[] {
  const paint: Readonly<Record<Verdict, Style>> = {
    ready: colors.green,
    'sign-in-needed': colors.blue,
    degraded: colors.yellow,
    broken: colors.red,
    unknown: colors.yellow,
  };
  const headline = `${verdictMarks[summary.verdict]} ${summary.headline}`;
  const about = plainLine(summary.about, 300);
  const painted = colors.bold(paint[summary.verdict](headline));
  const fits = displayWidth(headline) + 2 + displayWidth(about) <= room + labelWidth;
  const lines = fits ? [`${painted}  ${about}`] : [painted, `  ${about}`];
  const said = [...summary.asTyped, judgedAgainWords(report), summary.cutShort].filter((sentence) => sentence !== null);
  return [
    ...lines,
    ...said.flatMap((sentence) => wrap(plainLine(sentence, 300), room + labelWidth - 2).map((line) => `  ${line}`)),
  ];
}

function stopLines(report: Report, page: Page): readonly string[] {
  const { stop } = report;
  if (!stop) return [];
  const where = stop.step === 0 ? 'before it connects' : `at step ${stop.step} of 12`;
  const [first, second] = stop.claudeSays;
  // The first in full, to be recognized; of the second its beginning will do.
  const sentences = [...(first ? [quoted(first)] : []), ...(second ? [quoted(beginning(second))] : [])];
  return [
    ...page.paragraph('Stop', `Claude stops ${where}: ${stopName(stop, report)}`, page.colors.bold),
    ...(sentences.length > 0 ? page.paragraph('Shows', sentences.join(' or ')) : []),
  ];
}

function beginning(sentence: string): string {
  const end = sentence.search(/[.—] /);
  return end === -1 ? sentence : `${sentence.slice(0, end).trimEnd()} …`;
}

function causeLines({ cause, consequences }: Summary, report: Report, page: Page): readonly string[] {
  if (!cause) return [];
  const proof = proofOf(cause, report.exchanges);
  const who = whoWords(cause, report);
  return [
    ...page.paragraph('Cause', cause.title, page.colors.bold),
    ...page.paragraph('', cause.detail),
    ...page.paragraph('', `${cause.code} · ${cause.confidence}`, page.colors.dim),
    ...(proof ? evidenceLines(proof, page) : []),
    ...page.paragraph('Fix', fixWords(cause)),
    ...page.paragraph('Who', isForOthers(cause, report) ? `${who} Send them this report: --format markdown.` : who),
    ...(consequences.length > 0 ? page.paragraph('', followWords(consequences), page.colors.dim) : []),
  ];
}

function followWords(consequences: readonly WordedFinding[]): string {
  const codes = [...new Set(consequences.map((finding) => plainLine(finding.code, 100)))];
  const more = consequences.length;
  const left = codes.length - mostCodes;
  const named = `${codes.slice(0, mostCodes).join(', ')}${left > 0 ? ` and ${counted(left, 'other')}` : ''}`;
  return `${more} more ${more === 1 ? 'follows' : 'follow'} from this: ${named}.`;
}

const mostCodes = 6;
const mostEvidenceLines = 3;

/** The URL may take a line of its own; what came of it must be readable. */
function evidenceLines(exchange: Exchange, page: Page): readonly string[] {
  const method = plainLine(exchange.method, 20);
  const url = clipMiddle(plainLine(exchange.url, 500), page.room - displayWidth(`${method} `));
  const lines = wrap(`${method} ${url} → ${plainLine(outcomeWords(exchange), 400)}`, page.room);
  const shown = lines.slice(0, mostEvidenceLines);
  const isCut = lines.length > shown.length;
  return shown.flatMap((line, index) => {
    const last = isCut && index === shown.length - 1;
    return page.line(index === 0 ? 'Seen' : '', clip(last ? `${line} …` : line, page.room));
  });
}

/** More lines than these would push the cause from the screen. */
const mostOtherLines = 9;
const severityWidth = 9;

function otherLines({ others }: Summary, page: Page): readonly string[] {
  if (others.length === 0) return [];
  const lines: string[] = [];
  let shown = 0;
  for (const other of others) {
    const next = otherFinding(other, page, shown === 0 ? 'Also' : '');
    if (shown > 0 && lines.length + next.length > mostOtherLines) break;
    lines.push(...next);
    shown += 1;
  }
  const left = others.length - shown;
  const rest = left > 0 ? `And ${counted(left, 'more finding')}. ` : '';
  return [...lines, ...page.paragraph('', `${rest}All details: --format markdown`, page.colors.dim)];
}

/** Title and code; for what can be mended, the first sentence of its fix. */
function otherFinding(other: Summary['others'][number], page: Page, label: string): readonly string[] {
  const { finding, consequences } = other;
  const { colors } = page;
  const paint: Readonly<Record<Severity, Style>> = {
    blocker: colors.red,
    problem: colors.yellow,
    warning: colors.yellow,
    note: colors.dim,
  };
  const room = page.room - severityWidth;
  const indent = ' '.repeat(severityWidth);
  const title = wrap(plainLine(finding.title, 300), room);
  const fix = finding.severity === 'note' ? '' : firstSentence(plainLine(fixWords(finding), 400));
  const code = plainLine(finding.code, 100);
  if (finding.severity === 'note' && consequences.length === 0) {
    const text = `${clip(plainLine(finding.title, 300), room - displayWidth(` · ${code}`))} · ${code}`;
    return [page.line(label, `${colors.dim(finding.severity.padEnd(severityWidth))}${text}`)];
  }
  const follow = consequences.length > 0 ? ` (${consequences.length} more from this)` : '';
  const below = wrap(`${code}${follow}${fix === '' ? '' : `: ${fix}`}`, room);
  return [
    ...limited(title, 2, room).map((line, index) =>
      page.line(
        index === 0 ? label : '',
        `${paint[finding.severity](index === 0 ? finding.severity.padEnd(severityWidth) : indent)}${line}`,
      ),
    ),
    ...limited(below, 2, room).map((line) => page.line('', `${indent}${colors.dim(line)}`)),
  ].flat();
}

function limited(lines: readonly string[], most: number, room: number): readonly string[] {
  if (lines.length <= most) return lines.map((line) => clip(line, room));
  return lines.slice(0, most).map((line, index) => clip(index === most - 1 ? `${line} …` : line, room));
}

function firstSentence(text: string): string {
  const end = text.search(/[.!?](?=\s)/);
  return end === -1 ? text : text.slice(0, end + 1);
}

function footLines(report: Report, { colors, room }: Page): readonly string[] {
  const seconds = (report.run.durationMs / 1000).toFixed(1);
  const parts = {
    requests: counted(report.facts.timing.requests, 'request'),
    seconds: `${seconds} s`,
    passed: `${counted(report.passed.length, 'check')} passed`,
    version: `Connector Doctor ${report.tool.version}`,
    date: minuteOf(report.createdAt),
  };
  const line = (without: readonly string[]): string =>
    Object.entries(parts)
      .filter(([name]) => !without.includes(name))
      .map(([, part]) => plainLine(part, 60))
      .join(' · ');
  // Least needed first; the date stands always.
  const choices = [[], ['passed'], ['passed', 'requests'], ['passed', 'requests', 'seconds']].map(line);
  const foot = choices.find((choice) => displayWidth(choice) <= room + labelWidth) ?? clip(choices.at(-1) ?? '', room);
  return [colors.dim(foot)];
}
