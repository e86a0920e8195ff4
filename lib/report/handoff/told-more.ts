import { isJsonObject, stringMember } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { plainLine } from '../formats/plain.ts';
import { createRedactor } from '../redaction/redact.ts';
import { minuteOf } from '../words/run-words.ts';
import { seenAtOf } from './reference-age.ts';
import type { LetterReceiver } from './receivers.ts';
import type { TrackerAnswers } from './tracker-issue.ts';

/** What a person can add to a letter: the fields of the tracker that ask for the same. */
export const toldFields = ['error-details', 'timestamp'] as const;

export type ToldField = (typeof toldFields)[number];

/** What a letter to them has room for. The reference is for Anthropic alone. */
export function fieldsToTell(to: LetterReceiver, isForSupport: boolean): readonly ToldField[] {
  if (to === 'support' || (to === 'owner' && isForSupport)) return toldFields;
  return to === 'vendor' ? ['timestamp'] : [];
}

/** The report with what the person says that Claude showed, and when it failed: in their words, without secrets that are recognized. */
export function withTold(report: Report, answers: TrackerAnswers): Report {
  const redactor = createRedactor();
  const typed = (field: ToldField): string => plainLine(redactor.text(answers[field] ?? ''), 500).trim();
  const [showed, failedAt] = [typed('error-details'), typed('timestamp')];
  if (showed === '' && failedAt === '') return report;
  const known = isJsonObject(report.claude) ? report.claude : {};
  const reference = /\bofid_\w{4,80}/.exec(showed)?.[0];
  return {
    ...report,
    claude: {
      ...known,
      ...(showed !== '' && { sentence: showed, reference: reference ?? stringMember(known, 'reference') ?? null }),
      ...(failedAt !== '' && { failedAt }),
    },
  };
}

/** When it last failed in Claude: as the person says, else as it was seen; null where neither is known. */
export function failedAtWords(report: Pick<Report, 'claude'>): string | null {
  const told = stringMember(report.claude, 'failedAt');
  if (told !== undefined && told !== '') return plainLine(told, 200);
  const seenAt = seenAtOf(report);
  return seenAt === null ? null : minuteOf(seenAt);
}
