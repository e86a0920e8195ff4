import { createColors } from 'picocolors';
import type { Exchange } from '../kernel/exchange.ts';
import type { Severity } from '../kernel/finding.ts';
import type { Report, Stop, Verdict } from '../kernel/report.ts';
import { clip, clipMiddle, displayWidth, wrap } from './layout.ts';
import { plainLine } from './plain.ts';
import { counted, fixWords, outcomeWords, proofOf, summarize, whoWords, type Summary } from './summary.ts';

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
    headLines(summary, page),
    summary.server === null ? [] : page.paragraph('Server', plainLine(summary.server, 200)),
    stopLines(report.stop, page),
    causeLines(summary, report, page),
    otherLines(summary, page),
    [...page.paragraph('Unseen', `${summary.notSeen.join('; ')}.`), ...page.paragraph('Next', summary.next)],
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
}

const labelWidth = 8;

function pageOf(options: TextOptions): Page {
  const colors = createColors(options.color);
  const room = Math.min(Math.max(options.width, 60), 100) - labelWidth;
  const asIs: Style = (text) => text;
  return {
    colors,
    room,
    paragraph: (label, text, style = asIs) =>
      wrap(plainLine(text), room).map((line, index) => {
        const margin = (index === 0 ? label : '').padEnd(labelWidth);
        return `${colors.dim(margin)}${style(line)}`;
      }),
  };
}

const verdictMarks: Readonly<Record<Verdict, string>> = {
  ready: '✓',
  'sign-in-needed': '→',
  degraded: '▲',
  broken: '✕',
  unknown: '?',
};

function headLines(summary: Summary, { colors, room }: Page): readonly string[] {
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
  return summary.cutShort === null ? lines : [...lines, `  ${summary.cutShort}`];
}

function stopLines(stop: Stop | null, page: Page): readonly string[] {
  if (!stop) return [];
  const where = stop.step === 0 ? 'before it connects' : `at step ${stop.step} of 12`;
  const [first, second] = stop.claudeSays;
  // The first in full, to be recognized; of the second its beginning will do.
  const sentences = [...(first ? [`“${first}”`] : []), ...(second ? [`“${beginning(second)}”`] : [])];
  return [
    ...page.paragraph('Stop', `Claude stops ${where}: ${stop.name}`, page.colors.bold),
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
  const more = consequences.length;
  return [
    ...page.paragraph('Cause', cause.title, page.colors.bold),
    ...page.paragraph('', cause.detail),
    ...page.paragraph('', `${cause.code} · ${cause.confidence}`, page.colors.dim),
    ...(proof ? page.paragraph('Seen', evidenceLine(proof, page.room)) : []),
    ...page.paragraph('Fix', fixWords(cause)),
    ...page.paragraph('Who', whoWords(cause, report)),
    ...(more > 0 ? page.paragraph('', `${more} more ${more === 1 ? 'follows' : 'follow'} from this.`) : []),
  ];
}

/** One line: a long outcome may use what the URL leaves, and half of the line at least. */
function evidenceLine(exchange: Exchange, room: number): string {
  const method = plainLine(exchange.method, 20);
  const url = plainLine(exchange.url, 500);
  const left = room - displayWidth(`${method} ${url} → `);
  const outcome = clip(plainLine(outcomeWords(exchange), 200), Math.max(left, Math.floor(room / 2)));
  return `${method} ${clipMiddle(url, room - displayWidth(`${method}  → ${outcome}`))} → ${outcome}`;
}

/** More than these would push the cause from the screen. */
const mostOthers = 9;

function otherLines({ others }: Summary, page: Page): readonly string[] {
  const { colors } = page;
  const paint: Readonly<Record<Severity, Style>> = {
    blocker: colors.red,
    problem: colors.yellow,
    warning: colors.yellow,
    note: colors.dim,
  };
  const shown = others.length > mostOthers ? others.slice(0, mostOthers - 1) : others;
  const lines = shown.map(({ finding, consequences }, index) => {
    const follow = consequences.length > 0 ? ` (${consequences.length} more from this)` : '';
    const title = clip(plainLine(finding.title), page.room - 9 - displayWidth(follow));
    const margin = (index === 0 ? 'Also' : '').padEnd(labelWidth);
    return `${colors.dim(margin)}${paint[finding.severity](finding.severity.padEnd(9))}${title}${follow}`;
  });
  const left = others.length - shown.length;
  const rest = `and ${counted(left, 'more finding')} (--format markdown shows all)`;
  return left > 0 ? [...lines, ...page.paragraph('', rest)] : lines;
}

function footLines(report: Report, { colors, room }: Page): readonly string[] {
  const seconds = (report.run.durationMs / 1000).toFixed(1);
  const parts = [
    counted(report.facts.timing.requests, 'request'),
    `${seconds} s`,
    `${counted(report.passed.length, 'check')} passed`,
    `Connector Doctor ${report.tool.version}`,
    report.createdAt.replace('T', ' ').replace(/(:\d\d)?(\.\d+)?Z$/, ' UTC'),
  ].map((part) => plainLine(part, 60));
  const foot = parts.reduce((line, part) => {
    const longer = `${line} · ${part}`;
    return displayWidth(longer) <= room + labelWidth ? longer : line;
  });
  return [colors.dim(foot)];
}
