import { say } from '../../i18n/say.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { saidFinding } from '../words/finding-words.ts';
import { guideWords } from '../words/guide-words.ts';
import { isIdle } from '../words/is-idle.ts';
import { proofLines, shownProofs } from '../words/proof-lines.ts';
import { titleAlone } from '../words/title-alone.ts';
import { whoWords, type ReportReader } from '../words/who-words.ts';
import { plainBlock, plainLine } from './plain.ts';

/** A finding in the reader’s language as harmless plain text, for formats that other programs show. */
export interface PlainFinding {
  /** One line; a guess is called one. */
  readonly title: string;
  /** What it means and what was seen; may have several lines. */
  readonly detail: string;
  /** What to do, and who can do it; empty where there is nothing to do. */
  readonly fix: string;
  /** The guides that lead through it; empty where there is none. */
  readonly guides: string;
  /** One line for each exchange that proves it, at most five. */
  readonly seen: readonly string[];
  /** The addresses on which its code rests. */
  readonly sources: readonly string[];
}

/** Says a finding in plain text. */
export function plainFinding(finding: WordedFinding, report: Report, reader: ReportReader): PlainFinding {
  const { detail, fix } = saidFinding(finding, report);
  const isAnswered = fix === '' || isIdle(finding) || finding.explainedBy !== undefined;
  return {
    title: plainLine(titleAlone(finding, report), mostTitle),
    detail: plainBlock(detail.slice(0, mostWords)),
    fix: plainBlock((isAnswered ? fix : `${fix.trim()} ${whoWords(finding, report, reader)}`).slice(0, mostWords)),
    guides: plainLine(guideWords(finding)),
    seen: proofLines(shownProofs(finding, report.exchanges).slice(0, mostProofs)).map((proof) =>
      plainLine(proof, mostProofWords),
    ),
    sources: finding.sources.slice(0, mostSources).map((source) => plainLine(source, mostTitle)),
  };
}

/** The same as one text of several lines: what, why, what was seen, what to do. */
export function findingLines({ detail, fix, guides, seen, sources }: PlainFinding): readonly string[] {
  return [
    detail,
    ...(seen.length === 0 ? [] : [say('Seen:'), ...seen.map((line) => `  ${line}`)]),
    ...(fix === '' ? [] : [say('What to do: {fix}', { fix })]),
    ...(guides === '' ? [] : [say('Guide: {guides}', { guides })]),
    ...(sources.length === 0 ? [] : [say('Sources: {sources}', { sources: sources.join(', ') })]),
  ].filter((line) => line !== '');
}

const mostTitle = 500;
const mostWords = 8_000;
const mostProofs = 5;
const mostProofWords = 1_000;
const mostSources = 20;
