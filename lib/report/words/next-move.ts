import { inEnglish } from '../../i18n/in-english.ts';
import { spokenLanguage } from '../../i18n/say.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
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
      /** The same in English, for people who need not know the reader’s language; null where that is what the message is in, or they do. */
      readonly english: string | null;
    };

/** Whose move it is, for this reader; by default the one that the report tells of. */
export function nextMove(finding: WordedFinding, report: Report, reader: ReportReader = readerOf(report)): NextMove {
  if (isIdle(finding) || passesByItself.includes(finding.code) || !isForOthers(finding, report, reader)) {
    return { yours: true };
  }
  const who = addresseeOf(finding);
  const write = (): string => messageWords(finding, report, who);
  const isForAnyone = anywhere.includes(who) && spokenLanguage() !== 'en';
  return { yours: false, who, message: write(), english: isForAnyone ? inEnglish(write) : null };
}

/** These may be anywhere in the world; the others are the reader’s own colleagues. */
const anywhere: readonly Addressee[] = ['author', 'anthropic'];

/** Nobody has to be told of these: all that is left to do is to wait. */
const passesByItself: readonly FindingCode[] = ['client.service-incident', 'client.service-maintenance'];

function addresseeOf({ code, who }: WordedFinding): Addressee {
  if (code === 'account.identity-provider-policy') return 'identity-provider';
  return who === 'you' ? 'author' : who;
}
