import type { FindingCode } from '../kernel/finding-code.ts';
import type { Report, WordedFinding } from '../kernel/report.ts';
import { isIdle } from './is-idle.ts';
import type { Addressee } from './addressee-words.ts';
import { messageWords } from './message-words.ts';
import { isForOthers, readerOf, type ReportReader } from './who-words.ts';

/** What the reader does next about a finding: something themselves, or sending a message to whoever can change it. */
export type NextMove =
  | { readonly yours: true }
  | {
      readonly yours: false;
      readonly who: Addressee;
      /** Plain text, ready to be sent. */
      readonly message: string;
    };

/** Whose move it is, for this reader; by default the one that the report tells of. */
export function nextMove(finding: WordedFinding, report: Report, reader: ReportReader = readerOf(report)): NextMove {
  if (isIdle(finding) || passesByItself.includes(finding.code) || !isForOthers(finding, report, reader)) {
    return { yours: true };
  }
  const who = addresseeOf(finding);
  return { yours: false, who, message: messageWords(finding, report, who) };
}

/** Nobody has to be told of these: all that is left to do is to wait. */
const passesByItself: readonly FindingCode[] = ['client.service-incident', 'client.service-maintenance'];

function addresseeOf({ code, who }: WordedFinding): Addressee {
  if (code === 'account.identity-provider-policy') return 'identity-provider';
  return who === 'you' ? 'author' : who;
}
