import { say } from '../i18n/say.ts';
import type { Report, WordedFinding } from '../kernel/report.ts';
import { claudeShowed } from './claude-showed.ts';
import { outcomeWords, proofsOf } from './exchange-words.ts';
import { saidFinding } from './finding-words.ts';
import { plainLine } from './plain.ts';
import { minuteOf } from './run-words.ts';

/** A message to the people who can change what a finding says: short, complete and free of secrets, as plain text. */
export function messageWords(finding: WordedFinding, report: Report): string {
  const { title, detail, fix } = saidFinding(finding, report);
  const proofs = proofsOf(finding, report.exchanges).slice(0, mostProofs);
  const showed = claudeShowed(report);
  const expected = report.stop?.claudeSays[0];
  const says = showed?.sentence ?? (expected === undefined ? null : say('“{words}”', { words: line(expected) }));
  const isCause = finding.id === report.primary?.id;
  return [
    say('Hello,'),
    '',
    aboutWords(report, isCause && report.verdict === 'broken'),
    '',
    `${line(title)}.`,
    line(detail),
    '',
    ...(isCause && says !== null ? [say('Claude shows: {sentence}', { sentence: says }), ''] : []),
    ...(isCause && showed?.reference != null
      ? [say('Claude’s reference: {reference}', { reference: showed.reference }), '']
      : []),
    ...(proofs.length > 0 ? [say('What was seen:')] : []),
    ...proofs.map((exchange) => `- ${line(`${exchange.method} ${exchange.url}`)} → ${line(outcomeWords(exchange))}`),
    ...(proofs.length > 0 ? [''] : []),
    say('What to change: {fix}', { fix: line(fix) }),
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

function aboutWords({ target }: Report, isBroken: boolean): string {
  if (target === null || !('url' in target)) {
    return isBroken ? say('Claude cannot use your server:') : say('A check found something at your server:');
  }
  const url = line(target.url);
  return isBroken
    ? say('Claude cannot use the connector {url}:', { url })
    : say('A check found something at the connector {url}:', { url });
}

const mostProofs = 3;

function line(text: string): string {
  return plainLine(text, 1_000);
}
