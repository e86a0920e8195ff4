import type { Exchange } from '../../kernel/exchange.ts';
import { isFault } from '../../kernel/gravity.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { curlCommand } from '../exchanges/curl.ts';
import { markdownBlock, markdownCode, markdownText } from '../formats/markdown-text.ts';
import { plainBlock, plainLine } from '../formats/plain.ts';
import { claudeShowed } from '../words/claude-showed.ts';
import { firstSentence, saidFinding } from '../words/finding-words.ts';
import { forOthers } from '../words/for-others.ts';
import { proofDifference, proofOutcome, shownProofs } from '../words/proof-lines.ts';
import { minuteOf } from '../words/run-words.ts';
import { allTold, stopName, summarize } from '../words/summary.ts';
import { usualSentence } from '../words/usual-sentence.ts';
import { readerOf } from '../words/who-words.ts';
import { aboutConnector } from './about-connector.ts';
import { seenAtOf } from './reference-age.ts';
import { standInWords } from './stand-in-words.ts';

// The tracker is read in English, so these texts are called with English spoken, and their own words need no translation.

/** A title by which the issue is found among others. */
export function titleText(report: Report): string {
  const { host } = aboutConnector(report);
  const cause = summarize(report).cause?.finding;
  const sentence = claudeShowed(report)?.sentence;
  const what = cause !== undefined ? cause.title : (sentence ?? 'Claude fails, and nothing wrong is seen from outside');
  return plainLine(host === null || what.includes(host) ? what : `${host}: ${what}`, 160);
}

/** What happened: the person’s own note, then what Claude showed and what was found. */
export function descriptionText(report: Report): string {
  const { url } = aboutConnector(report);
  const { cause } = summarize(report, readerOf(report));
  const { sentence = null } = claudeShowed(report) ?? {};
  const of = url === null ? 'a connector' : `the connector ${markdownCode(url)}`;
  const paragraphs = [
    ...(report.note === null ? [] : [noteText(report.note)]),
    sentence === null
      ? `This is about ${of}, as a check from outside saw it.`
      : `With ${of}, Claude shows: ${markdownText(sentence)}`,
    ...(report.stop === null ? [] : [`By a check from outside, ${stopText(report)}`]),
    cause === null ? 'A check from outside found nothing that explains it.' : causeWords(cause.finding),
  ];
  return withStandIns(paragraphs).join('\n\n');
}

/** What Claude itself showed; empty where the report does not know it. It is shown as code. */
export function errorText(report: Report): string {
  const showed = claudeShowed(report);
  if (showed === null) return '';
  const seenAt = seenAtOf(report);
  const lines = [
    showed.sentence,
    showed.reference === null ? null : `Reference: ${showed.reference}`,
    showed.marks,
    seenAt === null ? null : `Seen: ${minuteOf(seenAt)}`,
  ].filter((line) => line !== null);
  return withoutFences(lines.join('\n'));
}

/** What should happen in its place. */
export function expectedText(isInConversation: boolean): string {
  return isInConversation
    ? 'Claude uses the connector’s tools in the conversation.'
    : 'Claude connects to the server, and its tools can be used.';
}

/** The report in short: verdict, cause, evidence, what else was found and by what it was made. */
export function additionalText(report: Report): string {
  const summary = summarize(report, readerOf(report));
  const cause = summary.cause?.finding ?? null;
  const others = allTold(summary).filter((finding) => finding !== cause && isFault(finding));
  const sections = [
    `${markdownText(summary.headline)}: by Connector Doctor ${markdownText(report.tool.version, 40)} on ${minuteOf(report.createdAt)}, ${placeText(report)}. That is the time of the check, not of the failure.`,
    ...(summary.server === null ? [] : [`Server: ${markdownText(summary.server, 200)}`]),
    ...(summary.signIn === null ? [] : [`Sign-in service: ${markdownText(summary.signIn, 200)}`]),
    ...(cause === null ? [] : [causeText(cause, report)]),
    ...expectedSentence(report),
    ...(others.length === 0
      ? []
      : [
          ['Also found:', ...others.slice(0, mostOthers).map(otherText), ...moreText(others.length - mostOthers)].join(
            '\n',
          ),
        ]),
  ];
  return withStandIns(sections).join('\n\n');
}

function withStandIns(paragraphs: readonly string[]): readonly string[] {
  const words = standInWords(paragraphs.join('\n'));
  return words === null ? paragraphs : [...paragraphs, markdownText(words)];
}

/** Title and detail; where the detail says the title once more, the detail alone. */
function causeWords({ title, detail }: WordedFinding): string {
  const told = forOthers(detail);
  const first = wordsOf(firstSentence(told));
  const named = [...wordsOf(title)];
  const isRepeated = named.filter((word) => first.has(word)).length >= named.length * mostlySame;
  const text = markdownText(told, 900);
  return isRepeated ? text : `${markdownText(sentenceOf(title))} ${text}`;
}

const mostlySame = 0.8;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}-]+/gu));
}

const mostOthers = 6;
const mostProofs = 2;
const longestCommand = 900;

function noteText(note: string): string {
  return plainBlock(note.slice(0, 4_000))
    .split('\n')
    .map((line) => markdownText(line))
    .join('\n');
}

function stopText(report: Report): string {
  const { stop } = report;
  if (stop === null) return '';
  const name = markdownText(stopName(stop, report));
  return stop.step === 0
    ? `Claude stops before it connects (${name}).`
    : `Claude stops at step ${String(stop.step)} of 12 (${name}).`;
}

function placeText({ vantage }: Report): string {
  const by = vantage === 'cli' ? 'from a command line' : 'from a browser';
  return `${by}, not from Anthropic’s network`;
}

function causeText(cause: WordedFinding, report: Report): string {
  const { fix } = saidFinding(cause, report);
  const proofs = shownProofs(cause, report.exchanges).slice(0, mostProofs);
  return [
    `Cause: ${markdownCode(cause.code, 120)} (${cause.confidence}). ${markdownText(forOthers(fix), 600)}`,
    ...proofs.map((exchange, index) => proofText(exchange, proofs[index === 0 ? 1 : 0], report)),
  ].join('\n\n');
}

/** As a command that shows the same, where that is short enough and nothing of the address was left out. */
function proofText(exchange: Exchange, other: Exchange | undefined, report: Report): string {
  const difference = proofDifference(exchange, other);
  const outcome = proofOutcome(exchange, other);
  const command = aboutConnector(report).lacks === null ? curlCommand(exchange) : null;
  const asked =
    command === null || command.length > longestCommand
      ? plainLine(`${exchange.method} ${exchange.url}`, 300)
      : command;
  return markdownBlock(`${asked}\n# ${plainLine(difference === '' ? outcome : `${difference}: ${outcome}`, 300)}`);
}

function expectedSentence(report: Report): readonly string[] {
  const sentence = usualSentence(aboutConnector(report).host === null ? { ...report, target: null } : report);
  return report.claude !== null || sentence === null
    ? []
    : [`Where it stops, Claude usually shows: ${markdownText(sentence, 400)}`];
}

function otherText({ code, title, severity }: WordedFinding): string {
  return `- ${markdownCode(code, 120)} (${severity}): ${markdownText(title, 200)}`;
}

function moreText(count: number): readonly string[] {
  return count > 0 ? [`- and ${String(count)} more`] : [];
}

function sentenceOf(title: string): string {
  return /[.!?]$/.test(title) ? title : `${title}.`;
}

/** The form puts a fence around it. */
function withoutFences(text: string): string {
  return text.replaceAll('```', "'''");
}
