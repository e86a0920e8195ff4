import type { Report } from '../../kernel/report.ts';
import { stringMember } from '../../kernel/json.ts';
import { plainLine } from '../formats/plain.ts';
import { quoted } from './summary.ts';

/** What Claude itself showed before the check, in one line each; a report from a file may say anything, so it is cut. */
export interface ClaudeShowed {
  /** In quotes; null where Claude showed an error without a sentence. */
  readonly sentence: string | null;
  /** By which Anthropic finds the attempt again, such as `ofid_d325…`. */
  readonly reference: string | null;
  /** Where in Claude’s own sign-in it happened, such as `step=start_error`. */
  readonly marks: string | null;
}

/** What Claude showed; null where the check began without an error on Claude’s page. */
export function claudeShowed({ claude }: Pick<Report, 'claude'>): ClaudeShowed | null {
  const member = (name: string, limit: number): string | null => {
    const text = stringMember(claude, name);
    return text === undefined || text === '' ? null : plainLine(text, limit);
  };
  const sentence = member('sentence', 500);
  const reference = member('reference', 100);
  const oauthError = member('oauthError', 100);
  const stage = member('stage', 100);
  const marks = [oauthError && `oauth_error=${oauthError}`, stage && `step=${stage}`].filter(Boolean).join(', ');
  if (sentence === null && reference === null && marks === '') return null;
  return { sentence: sentence === null ? null : quoted(sentence), reference, marks: marks === '' ? null : marks };
}
