import { say } from '../../i18n/say.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { askWords, openingWords, type Addressee } from './addressee-words.ts';
import { claudeShowed } from './claude-showed.ts';
import { saidFinding } from './finding-words.ts';
import { forOthers } from './for-others.ts';
import { plainLine } from '../formats/plain.ts';
import { proofLines, shownProofs } from './proof-lines.ts';
import { minuteOf } from './run-words.ts';
import { quoted } from './summary.ts';
import { toldStop } from './told-stop.ts';
import { usualSentence } from './usual-sentence.ts';

/**
 * A message to the people who can change what a finding says, in the reader’s language: short, complete and free of secrets, as plain
 * text.
 */
export function messageWords(finding: WordedFinding, report: Report, to: Addressee = 'author'): string {
  const { title, detail } = saidFinding(finding, report);
  const proofs = proofLines(shownProofs(finding, report.exchanges).slice(0, mostProofs));
  return [
    say('Hello,'),
    '',
    openingWords(finding, report, to),
    '',
    `${line(title)}.`,
    line(forOthers(detail)),
    '',
    ...shownLines(finding, report, to),
    ...(proofs.length > 0 ? [say('What was seen:')] : []),
    ...proofs.map((proof) => `- ${line(proof)}`),
    ...(proofs.length > 0 ? [''] : []),
    line(askWords(finding, report, to)),
    ...(finding.sources.length > 0
      ? ['', say('Read more:'), ...finding.sources.map((source) => `- ${line(source)}`)]
      : []),
    '',
    say('({code}, seen by Connector Doctor {version} on {time})', {
      code: finding.code,
      version: line(report.tool.version),
      time: line(minuteOf(report.createdAt)),
    }),
    '',
  ].join('\n');
}

/** What Claude shows, or is expected to show where the finding is the cause; Anthropic needs it in any case. */
function shownLines(finding: WordedFinding, report: Report, to: Addressee): readonly string[] {
  const isCause = finding.id === (report.primary ?? toldStop(report))?.id;
  if (!isCause && to !== 'anthropic') return [];
  const showed = claudeShowed(report);
  const usual = showed !== null || to === 'anthropic' ? null : usualSentence(report);
  return [
    ...(showed?.sentence == null ? [] : [say('Claude shows: {sentence}', { sentence: showed.sentence }), '']),
    ...(usual === null ? [] : [say('Claude then usually shows: {sentence}', { sentence: quoted(line(usual)) }), '']),
    ...(showed?.reference != null ? [say('Claude’s reference: {reference}', { reference: showed.reference }), ''] : []),
  ];
}

const mostProofs = 3;

function line(text: string): string {
  return plainLine(text, 1_000);
}
