import type { Report, WordedFinding } from '../kernel/report.ts';
import { claudeShowed } from './claude-showed.ts';
import { outcomeWords, proofsOf } from './exchange-words.ts';
import { fixWords } from './finding-words.ts';
import { plainLine } from './plain.ts';
import { minuteOf } from './run-words.ts';

/** A message to the people who can change what a finding says: short, complete and free of secrets, as plain text. */
export function messageWords(finding: WordedFinding, report: Report): string {
  const about = report.target && 'url' in report.target ? report.target.url : 'your server';
  const proofs = proofsOf(finding, report.exchanges).slice(0, mostProofs);
  const showed = claudeShowed(report);
  const expected = report.stop?.claudeSays[0];
  const says = showed?.sentence ?? (expected === undefined ? null : `“${line(expected)}”`);
  const isCause = finding.id === report.primary?.id;
  return [
    'Hello,',
    '',
    `${isCause && report.verdict === 'broken' ? 'Claude cannot use' : 'A check found something at'} the connector ${line(about)}:`,
    '',
    `${line(finding.title)}.`,
    line(finding.detail),
    '',
    ...(isCause && says !== null ? [`Claude shows: ${says}`, ''] : []),
    ...(isCause && showed?.reference != null ? [`Claude’s reference: ${showed.reference}`, ''] : []),
    ...(proofs.length > 0 ? ['What was seen:'] : []),
    ...proofs.map((exchange) => `- ${line(`${exchange.method} ${exchange.url}`)} → ${line(outcomeWords(exchange))}`),
    ...(proofs.length > 0 ? [''] : []),
    `What to change: ${line(fixWords(finding))}`,
    ...(finding.sources.length > 0 ? ['', 'Read more:', ...finding.sources.map((source) => `- ${line(source)}`)] : []),
    '',
    `(${finding.code}, seen by Connector Doctor ${line(report.tool.version)} on ${line(minuteOf(report.createdAt))})`,
    '',
  ].join('\n');
}

const mostProofs = 3;

function line(text: string): string {
  return plainLine(text, 1_000);
}
