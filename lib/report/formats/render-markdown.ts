import { say, sayCount } from '../../i18n/say.ts';
import type { Exchange, Headers } from '../../kernel/exchange.ts';
import type { Report, Stop, WordedFinding } from '../../kernel/report.ts';
import { markdownBlock, markdownCode, markdownLink, markdownText } from './markdown-text.ts';
import { judgedAgainWords, minuteOf, passedWords, requestsWords } from '../words/run-words.ts';
import { claudeShowed } from '../words/claude-showed.ts';
import { outcomeWords } from '../words/exchange-words.ts';
import { confidenceNames, severityNames } from '../words/finding-groups.ts';
import { saidFinding } from '../words/finding-words.ts';
import { isIdle } from '../words/is-idle.ts';
import { noteLines } from '../words/note-lines.ts';
import { proofDifference, proofOutcome, shownProofs } from '../words/proof-lines.ts';
import { withinSentence } from '../words/within-sentence.ts';
import { secondsWords } from '../words/measures.ts';
import { allTold, quoted, stopName, summarize, type Summary } from '../words/summary.ts';
import { guideWords } from '../words/guide-words.ts';
import type { TextOptions } from './text-page.ts';
import { withheldWords } from '../words/withheld-words.ts';
import { readerOf, whoWords, type ReportReader } from '../words/who-words.ts';

/** The report as Markdown for issues and mails: everything that was found, with its evidence. Foreign text cannot become markup. */
export function renderMarkdown(report: Report, options: Pick<TextOptions, 'reader'> = {}): string {
  const reader = options.reader ?? readerOf(report);
  const summary = summarize(report, reader);
  const all = allTold(summary);
  const numbers = numbersOf(all);
  const told = fitting(
    all.map((finding) => () => findingSection(finding, report, reader, headingOf(finding, report, numbers, summary))),
  );
  const findings = all.slice(0, told.length);
  const sections = [
    headSection(report, summary),
    ...told,
    ...moreWords(all.length - findings.length),
    exchangesSection(report, findings),
    ...(summary.cause ? [summary.next] : []),
    notSeenSection(summary),
    footSection(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** Quoted, so that it is told from what was found. */
function noteBlocks(report: Report): readonly string[] {
  const lines = noteLines(report).map((line) => `> ${markdownText(line)}`);
  return lines.length === 0 ? [] : [say('Note that came with this report'), lines.join('\n>\n')];
}

function headSection(report: Report, summary: Summary): string {
  const { headline, about, server, nameRisk, signIn, signInOutcome, wrote, cutShort, cause, next } = summary;
  const { stop } = report;
  const judgedAgain = judgedAgainWords(report);
  const withheld = withheldWords(report);
  const lines = [
    `# ${headline}: ${markdownCode(about, 500)}`,
    ...summary.asTyped.map((sentence) => markdownText(sentence)),
    ...(judgedAgain === null ? [] : [markdownText(judgedAgain)]),
    ...(withheld === null ? [] : [markdownText(withheld)]),
    ...noteBlocks(report),
    ...(cutShort === null ? [] : [markdownText(cutShort)]),
    ...showedLines(report),
    ...(server === null ? [] : [markdownText(server, 300)]),
    ...(nameRisk === null ? [] : [markdownText(nameRisk)]),
    ...(signIn === null ? [] : [say('Sign-in service: {words}', { words: markdownText(signIn, 300) })]),
    ...(signInOutcome === null
      ? []
      : [say('Sign-in {outcome}', { outcome: markdownText(withinSentence(signInOutcome.words), 800) })]),
    ...(wrote === null ? [] : [say('Wrote: {deeds}', { deeds: markdownText(wrote) })]),
    ...(stop ? [stopWords(stop, report)] : []),
    ...(stop && stop.claudeSays.length > 0 ? [[say('Claude shows:'), ...stop.claudeSays.map(sayLine)].join('\n')] : []),
    // With a cause the advice comes after it: it speaks of the change that the cause asks for.
    ...(cause ? [] : [next]),
  ];
  return lines.join('\n\n');
}

/** What whoever gets the report needs first: the sentence that was on screen, and the number by which Anthropic finds the attempt. */
function showedLines(report: Report): readonly string[] {
  const showed = claudeShowed(report);
  if (showed === null) return [];
  return [
    ...(showed.sentence === null
      ? []
      : [say('Claude showed: {sentence}', { sentence: markdownText(showed.sentence) })]),
    ...(showed.reference === null
      ? []
      : [say('Claude’s reference: {reference}', { reference: markdownCode(showed.reference, 100) })]),
    ...(showed.marks === null ? [] : [say('Claude’s page said: {marks}', { marks: markdownCode(showed.marks, 250) })]),
  ];
}

function stopWords(stop: Stop, report: Report): string {
  const name = markdownText(stopName(stop, report));
  return stop.step === 0
    ? say('Claude stops **before it connects: {name}**.', { name })
    : say('Claude stops **at step {step} of 12: {name}**.', { step: stop.step, name });
}

function sayLine(sentence: string): string {
  return `- ${markdownText(quoted(sentence))}`;
}

/** UTF-16 code units, far more than a check finds: a job’s summary on GitHub takes a megabyte. */
const mostTold = 250_000;

/** As many of the sections as fit, from the first on, and that one in any case. */
function fitting(sections: readonly (() => string)[]): readonly string[] {
  const told: string[] = [];
  let length = 0;
  for (const section of sections) {
    if (length >= mostTold) break;
    const text = section();
    told.push(text);
    length += text.length;
  }
  return told;
}

function moreWords(count: number): readonly string[] {
  if (count <= 0) return [];
  return [
    sayCount(count, {
      one: 'And {count} more finding, which is not told here.',
      other: 'And {count} more findings, which are not told here.',
    }),
  ];
}

/** Which of those with the same code and title a finding is, and of how many. */
type Numbers = ReadonlyMap<WordedFinding, { readonly number: number; readonly same: readonly WordedFinding[] }>;

function numbersOf(findings: readonly WordedFinding[]): Numbers {
  const groups = new Map<string, WordedFinding[]>();
  return new Map(
    findings.map((finding) => {
      const key = JSON.stringify([finding.code, finding.title]);
      const same = groups.get(key) ?? [];
      groups.set(key, same);
      same.push(finding);
      return [finding, { number: same.length, same }] as const;
    }),
  );
}

/** The title; where several findings have the same one, with a number. */
function headingOf(finding: WordedFinding, report: Report, numbers: Numbers, { cause }: Summary): string {
  const title = markdownText(saidFinding(finding, report).title);
  const said = finding === cause?.finding ? say('The cause: {title}', { title }) : title;
  const { number = 1, same = [] } = numbers.get(finding) ?? {};
  if (same.length < 2) return `## ${said}`;
  return `## ${say('{title} ({number} of {all})', { title: said, number, all: same.length })}`;
}

function findingSection(finding: WordedFinding, report: Report, reader: ReportReader, heading: string): string {
  const { severity, confidence, step, explainedBy } = finding;
  const { detail, fix } = saidFinding(finding, report);
  const marks = [
    say(severityNames[severity]),
    say(confidenceNames[confidence]),
    ...(step === null ? [] : [say('step {step}', { step })]),
    ...(explainedBy === undefined ? [] : [say('follows from {code}', { code: markdownCode(explainedBy, 120) })]),
  ];
  const proof = shownProofs(finding, report.exchanges);
  const guides = guideWords(finding);
  return [
    heading,
    `${markdownCode(finding.code, 120)}: ${marks.join(', ')}`,
    ...detailParts(detail),
    ...(proof.length > 0
      ? [
          [say('Seen:'), ...proof.slice(0, 5).map((each, index) => proofLine(each, proof[index === 0 ? 1 : 0]))].join(
            '\n',
          ),
        ]
      : []),
    ...(fix === ''
      ? []
      : [say('**What to do:** {fix}', { fix: markdownText(`${fix}${whoAfter(finding, report, reader)}`) })]),
    ...(guides === '' ? [] : [say('**Guide:** {guides}', { guides: markdownText(guides) })]),
    ...(finding.sources.length > 0
      ? [say('Sources: {sources}', { sources: finding.sources.slice(0, mostSources).map(markdownLink).join(', ') })]
      : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const mostSources = 20;
const mostDetail = 8_000;

/** Lines that begin with a bullet become a list. */
function detailParts(detail: string): readonly string[] {
  const [text = '', ...items] = detail.slice(0, mostDetail).split('\n• ');
  const list = items.map((item) => `- ${markdownText(item)}`).join('\n');
  return [markdownText(text), ...(list === '' ? [] : [list])];
}

function whoAfter(finding: WordedFinding, report: Report, reader: ReportReader): string {
  // Who can change the cause was said there: once that is done, what follows from it is gone.
  return isIdle(finding) || finding.explainedBy ? '' : ` ${whoWords(finding, report, reader)}`;
}

function proofLine(exchange: Exchange, other: Exchange | undefined): string {
  const difference = proofDifference(exchange, other);
  const asked = `${markdownCode(`${exchange.method} ${exchange.url}`, 500)}${difference === '' ? '' : ` (${markdownText(difference, 200)})`}`;
  return `- ${markdownCode(exchange.id)}: ${asked} → ${markdownText(proofOutcome(exchange, other), 500)}`;
}

/** So many exchanges are shown in full, each with so much of its body: an issue takes 65,536 characters. */
const mostExchanges = 6;
const shownBody = 1_500;

function exchangesSection(report: Report, findings: readonly WordedFinding[]): string {
  const wanted = new Set(findings.flatMap((finding) => finding.evidence));
  const shown = report.exchanges.filter((exchange) => wanted.has(exchange.id)).slice(0, mostExchanges);
  if (shown.length === 0) return '';
  return [`## ${say('Evidence')}`, ...shown.map(exchangeBlock)].join('\n\n');
}

function exchangeBlock(exchange: Exchange): string {
  const request = [`${exchange.method} ${exchange.url}`, ...headerLines(exchange.requestHeaders)];
  const sent = exchange.requestBody === null ? [] : ['', cut(exchange.requestBody)];
  const hops = exchange.redirects.map((hop) =>
    say('({status}, redirected to {url})', { status: hop.status, url: hop.to }),
  );
  const answer =
    exchange.kind === 'failure'
      ? [`${outcomeWords(exchange)}`]
      : [`${exchange.status}`, ...headerLines(exchange.headers), '', cut(exchange.body)];
  return `${markdownCode(exchange.id)}\n\n${markdownBlock([...request, ...sent, '', ...hops, ...answer].join('\n'))}`;
}

function headerLines(headers: Headers): readonly string[] {
  return Object.entries(headers).map(([name, value]) => cut(`${name}: ${value}`, 300));
}

function cut(text: string, limit = shownBody): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

function notSeenSection({ notSeen }: Summary): string {
  return notSeen.length === 0
    ? ''
    : [`## ${say('Not seen from here')}`, notSeen.map((line) => `- ${line}`).join('\n')].join('\n\n');
}

function footSection(report: Report): string {
  return [
    `Connector Doctor ${markdownText(report.tool.version, 40)}`,
    markdownText(minuteOf(report.createdAt), 40),
    ...(report.subject === 'bundle' ? [] : [requestsWords(report)]),
    secondsWords(report.run.durationMs),
    passedWords(report),
  ].join(' · ');
}
