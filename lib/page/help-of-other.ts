import type { GuideId } from '../guides/guide-id.ts';
import type { OtherSentenceId } from '../standards/claude-page-sentences.ts';

/** What helps with a sentence on Claude's page: a guide, the look at this browser, or nothing but time (null). */
export type HelpWithSentence = GuideId | 'browser' | null;

/** By the sentences in which no connector is at fault. */
export const helpOfOther: Readonly<Record<OtherSentenceId, HelpWithSentence>> = {
  'entra-policy': 'microsoft-365-approval',
  'google-policy': 'google-workspace-approval',
  'google-reconnect': 'reconnect',
  'corporate-identity': 'corporate-identity',
  'missing-permissions': 'member-cannot-add',
  duplicate: 'duplicate-entry',
  'start-refused': 'report-to-support',
  'app-capabilities': 'browser',
  directory: 'browser',
  incident: 'browser',
  'plan-limit': null,
  'length-limit': null,
  capacity: null,
};
