import { say, sayCount } from '../../i18n/say.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Report, Stop, Verdict, WordedFinding } from '../../kernel/report.ts';
import { closedListing } from '../words/directory-rules.ts';
import { differenceWords } from '../words/exchange-words.ts';
import { confidenceNames } from '../words/finding-groups.ts';
import { firstSentence, saidFinding } from '../words/finding-words.ts';
import { guideWords } from '../words/guide-words.ts';
import { clip, clipMiddle, displayWidth, wrap } from './layout.ts';
import { plainLine } from './plain.ts';
import { secondsWords } from '../words/measures.ts';
import { proofOutcome, shownProofs } from '../words/proof-lines.ts';
import { nextMove } from '../words/next-move.ts';
import { noteLines } from '../words/note-lines.ts';
import { judgedAgainWords, minuteOf, passedWords, requestsWords } from '../words/run-words.ts';
import { quoted, stopName, summarize, type Summary } from '../words/summary.ts';
import { otherLines } from './text-others.ts';
import { shownVerdict } from '../words/told-stop.ts';
import { pageOf, type Page, type Style, type TextOptions } from './text-page.ts';
import { withheldWords } from '../words/withheld-words.ts';
import { readerOf, whoWords, type ReportReader } from '../words/who-words.ts';

/**
 * The report for people at a terminal: one screen in the usual case, the cause first. Whatever comes from outside is made harmless
 * here, where every line is built; the only escape sequences are our own colours.
 * @see screens.md “Words”
 */
export function renderText(report: Report, options: TextOptions): string {
  const page = pageOf(options);
  const reader = options.reader ?? readerOf(report);
  const summary = summarize(report, reader);
  const blocks = [
    headLines(summary, report, page),
    noteLines(report).flatMap((line, index) => page.paragraph(index === 0 ? say('Note') : '', line)),
    metLines(summary, report, page),
    stopLines(report, page),
    causeLines(summary, report, page, reader),
    closedLines(report, page),
    otherLines(summary, report, page),
    [
      ...(summary.notSeen.length > 0 ? page.paragraph(say('Unseen'), `${summary.notSeen.join('; ')}.`) : []),
      ...page.paragraph(say('Next'), summary.next),
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

function headLines(summary: Summary, report: Report, { colors, labelWidth, room }: Page): readonly string[] {
  const paint: Readonly<Record<Verdict, Style>> = {
    ready: colors.green,
    'sign-in-needed': colors.blue,
    degraded: colors.yellow,
    broken: colors.red,
    unknown: colors.yellow,
  };
  const verdict = shownVerdict(report);
  const headline = `${verdictMarks[verdict]} ${summary.headline}`;
  const about = plainLine(summary.about, 300);
  const painted = colors.bold(paint[verdict](headline));
  const fits = displayWidth(headline) + 2 + displayWidth(about) <= room + labelWidth;
  const lines = fits ? [`${painted}  ${about}`] : [painted, `  ${about}`];
  const said = [...summary.asTyped, withheldWords(report), judgedAgainWords(report), summary.cutShort].filter(
    (sentence) => sentence !== null,
  );
  return [
    ...lines,
    ...said.flatMap((sentence) => wrap(plainLine(sentence, 600), room + labelWidth - 2).map((line) => `  ${line}`)),
  ];
}

/** What was met, and what was done there by the person’s word. */
function metLines(
  { server, nameRisk, signIn, signInOutcome, wrote }: Summary,
  { subject }: Report,
  page: Page,
): readonly string[] {
  const found = signIn === null ? null : plainLine(signIn, 200);
  const outcome = signInOutcome === null ? null : plainLine(signInOutcome.words, 600);
  const [first, second] = [outcome, found].filter((words) => words !== null);
  return [
    ...(server === null
      ? []
      : page.paragraph(subject === 'bundle' ? say('Bundle') : say('Server'), plainLine(server, 200))),
    ...(nameRisk === null ? [] : page.paragraph('', nameRisk)),
    ...(first === undefined ? [] : page.paragraph(say('Sign-in'), first)),
    ...(second === undefined ? [] : page.paragraph('', second)),
    ...(wrote === null ? [] : page.paragraph(say('Wrote'), wrote)),
  ];
}

function stopLines(report: Report, page: Page): readonly string[] {
  const { stop } = report;
  if (!stop) return [];
  const [first, second] = stop.claudeSays;
  // The first in full, to be recognized; of the second its beginning will do.
  const sentences = [...(first ? [quoted(first)] : []), ...(second ? [quoted(beginning(second))] : [])];
  return [
    ...page.paragraph(say('Stop'), stopWords(stop, report), page.colors.bold),
    ...(sentences.length > 0 ? page.paragraph(say('Shows'), eitherOf(sentences)) : []),
  ];
}

function stopWords(stop: Stop, report: Report): string {
  const name = stopName(stop, report);
  return stop.step === 0
    ? say('Claude stops before it connects: {name}', { name })
    : say('Claude stops at step {step} of 12: {name}', { step: stop.step, name });
}

function eitherOf(sentences: readonly string[]): string {
  return sentences.reduce((first, second) => say('{first} or {second}', { first, second }));
}

function beginning(sentence: string): string {
  const end = sentence.search(/[.—] /);
  return end === -1 ? sentence : `${sentence.slice(0, end).trimEnd()} …`;
}

function causeLines({ cause }: Summary, report: Report, page: Page, reader: ReportReader): readonly string[] {
  if (!cause) return [];
  const { finding, alike, consequences } = cause;
  const [said, ...others] = [finding, ...alike].map((each) => saidFinding(each, report));
  const fixes = [...(said ? [said] : []), ...others].map(({ fix }) => fix);
  return [
    ...page.paragraph(say('Cause'), said?.title ?? '', page.colors.bold),
    ...page.paragraph('', said?.detail ?? ''),
    ...others
      .slice(0, mostAlike)
      .flatMap(({ detail }) => page.paragraph('', say('Also: {detail}', { detail: firstSentence(detail) }))),
    ...page.paragraph('', `${finding.code} · ${say(confidenceNames[finding.confidence])}`, page.colors.dim),
    ...seenLines(shownProofs(finding, report.exchanges), page),
    ...page.paragraph(say('Fix'), [...new Set(fixes)].join(' ')),
    ...guideLines(finding, page),
    ...page.paragraph(say('Who'), whoLine(finding, report, page, reader)),
    ...(consequences.length > 0 ? page.paragraph('', followWords(consequences), page.colors.dim) : []),
  ];
}

/** That a bundle can no longer be listed, and what can be done instead. */
function closedLines(report: Report, page: Page): readonly string[] {
  const closed = closedListing(report);
  if (closed === null) return [];
  const { title, fix } = saidFinding(closed, report);
  return [...page.paragraph(say('Listing'), title, page.colors.bold), ...page.paragraph(say('Instead'), fix)];
}

function guideLines(finding: WordedFinding, page: Page): readonly string[] {
  const guides = guideWords(finding);
  return guides === '' ? [] : page.paragraph(say('Guide'), guides);
}

function whoLine(finding: WordedFinding, report: Report, { isSent }: Page, reader: ReportReader): string {
  const who = whoWords(finding, report, reader);
  if (isSent || nextMove(finding, report, reader).yours) return who;
  return `${who} ${say('Send them this report: --format markdown.')}`;
}

function followWords(consequences: readonly WordedFinding[]): string {
  const codes = [...new Set(consequences.map((finding) => plainLine(finding.code, 100)))];
  const left = codes.length - mostCodes;
  const names = codes.slice(0, mostCodes).join(', ');
  return sayCount(
    consequences.length,
    { one: '{count} more follows from this: {codes}.', other: '{count} more follow from this: {codes}.' },
    {
      codes:
        left > 0
          ? sayCount(left, { one: '{names} and {count} other', other: '{names} and {count} others' }, { names })
          : names,
    },
  );
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
  return lines.map((line, index) => page.line(index === 0 ? say('Seen') : '', line));
}

/** The URL may take a line of its own; what came of it must be readable. */
function evidenceLines(exchange: Exchange, other: Exchange | undefined, { room }: Page): readonly string[] {
  const method = plainLine(exchange.method, 20);
  const url = clipMiddle(plainLine(exchange.url, 500), room - displayWidth(`${method} `));
  const difference = other ? plainLine(differenceWords(exchange, other), 100) : '';
  const asked = `${method} ${url}${difference === '' ? '' : ` (${difference})`}`;
  const lines = wrap(`${asked} → ${plainLine(proofOutcome(exchange, other), 400)}`, room);
  const shown = lines.slice(0, mostSeenLines);
  const isCut = lines.length > shown.length;
  return shown.map((line, index) => clip(isCut && index === shown.length - 1 ? `${line} …` : line, room));
}

function footLines(report: Report, { colors, labelWidth, room }: Page): readonly string[] {
  const parts = {
    ...(report.subject !== 'bundle' && { requests: requestsWords(report) }),
    seconds: secondsWords(report.run.durationMs),
    passed: passedWords(report),
    version: `Connector Doctor ${report.tool.version}`,
    date: minuteOf(report.createdAt),
  };
  const line = (without: readonly string[]): string =>
    Object.entries(parts)
      .filter(([name]) => !without.includes(name))
      .map(([, part]) => plainLine(part, 60))
      .join(' · ');
  // Least needed first; the date stands always. Nobody waits for a bundle.
  const leastFirst = report.subject === 'bundle' ? ['seconds', 'passed'] : ['passed', 'requests', 'seconds'];
  const choices = Array.from({ length: leastFirst.length + 1 }, (_, left) => line(leastFirst.slice(0, left)));
  const foot = choices.find((choice) => displayWidth(choice) <= room + labelWidth) ?? clip(choices.at(-1) ?? '', room);
  return [colors.dim(foot)];
}
