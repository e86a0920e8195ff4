import type { Exchange } from '../kernel/exchange.ts';
import type { Report, Verdict, WordedFinding } from '../kernel/report.ts';
import { counted } from './counted.ts';
import { differenceWords, outcomeWords, proofsOf } from './exchange-words.ts';
import { firstSentence, fixWords } from './finding-words.ts';
import { clip, clipMiddle, displayWidth, wrap } from './layout.ts';
import { plainLine } from './plain.ts';
import { judgedAgainWords, minuteOf } from './run-words.ts';
import { quoted, stopName, summarize, type Summary } from './summary.ts';
import { otherLines } from './text-others.ts';
import { labelWidth, pageOf, type Page, type Style, type TextOptions } from './text-page.ts';
import { isForOthers, whoWords } from './who-words.ts';

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
    metLines(summary, page),
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

/** What was met, and what was done there by the person’s word. */
function metLines({ server, signIn, signInOutcome, wrote }: Summary, page: Page): readonly string[] {
  const found = signIn === null ? null : plainLine(signIn, 200);
  const outcome = signInOutcome === null ? null : plainLine(signInOutcome.words, 600);
  const [first, second] = [outcome, found].filter((words) => words !== null);
  return [
    ...(server === null ? [] : page.paragraph('Server', plainLine(server, 200))),
    ...(first === undefined ? [] : page.paragraph('Sign-in', first)),
    ...(second === undefined ? [] : page.paragraph('', second)),
    ...(wrote === null ? [] : page.paragraph('Wrote', wrote)),
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

function causeLines({ cause }: Summary, report: Report, page: Page): readonly string[] {
  if (!cause) return [];
  const { finding, alike, consequences } = cause;
  const who = whoWords(finding, report);
  return [
    ...page.paragraph('Cause', finding.title, page.colors.bold),
    ...page.paragraph('', finding.detail),
    ...alike.slice(0, mostAlike).flatMap(({ detail }) => page.paragraph('', `Also: ${firstSentence(detail)}`)),
    ...page.paragraph('', `${finding.code} · ${finding.confidence}`, page.colors.dim),
    ...seenLines(proofsOf(finding, report.exchanges), page),
    ...page.paragraph('Fix', [...new Set([finding, ...alike].map(fixWords))].join(' ')),
    ...page.paragraph('Who', isForOthers(finding, report) ? `${who} Send them this report: --format markdown.` : who),
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
const mostAlike = 3;
const mostSeenLines = 3;

/** The proof, and a second request that it is to be compared with. */
function seenLines([first, second]: readonly Exchange[], page: Page): readonly string[] {
  if (!first) return [];
  const firstLines = evidenceLines(first, second, page);
  if (!second) return labelled(firstLines, page);
  const secondLines = evidenceLines(second, first, page);
  const isSame = firstLines.join() === secondLines.join();
  return labelled(isSame ? firstLines : [...firstLines, ...secondLines.slice(0, 2)], page);
}

function labelled(lines: readonly string[], page: Page): readonly string[] {
  return lines.map((line, index) => page.line(index === 0 ? 'Seen' : '', line));
}

/** The URL may take a line of its own; what came of it must be readable. */
function evidenceLines(exchange: Exchange, other: Exchange | undefined, { room }: Page): readonly string[] {
  const method = plainLine(exchange.method, 20);
  const url = clipMiddle(plainLine(exchange.url, 500), room - displayWidth(`${method} `));
  const difference = other ? plainLine(differenceWords(exchange, other), 100) : '';
  const asked = `${method} ${url}${difference === '' ? '' : ` (${difference})`}`;
  const lines = wrap(`${asked} → ${plainLine(outcomeWords(exchange), 400)}`, room);
  const shown = lines.slice(0, mostSeenLines);
  const isCut = lines.length > shown.length;
  return shown.map((line, index) => clip(isCut && index === shown.length - 1 ? `${line} …` : line, room));
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
