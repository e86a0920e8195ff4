import type { ErrorSentence } from './error-sentence.ts';
import { afterSignIn } from './error-sentences/after-sign-in.ts';
import { bareCodes } from './error-sentences/bare-codes.ts';
import { chat } from './error-sentences/chat.ts';
import { claudeCode } from './error-sentences/claude-code.ts';
import { claudeCodeSignIn } from './error-sentences/claude-code-sign-in.ts';
import { dialog } from './error-sentences/dialog.ts';
import { httpStatus } from './error-sentences/http-status.ts';
import { identityProvider } from './error-sentences/identity-provider.ts';
import { network } from './error-sentences/network.ts';
import { oauthError } from './error-sentences/oauth-error.ts';
import { planAndCapacity } from './error-sentences/plan-and-capacity.ts';
import { reaching } from './error-sentences/reaching.ts';
import { serverAnswers } from './error-sentences/server-answers.ts';
import { serverSignIn } from './error-sentences/server-sign-in.ts';
import { signingIn } from './error-sentences/signing-in.ts';
import { toolDefinitions } from './error-sentences/tool-definitions.ts';

/** The most telling first: where a text holds several, the earlier one says more. */
const inOrder = {
  ...identityProvider,
  ...serverSignIn,
  ...serverAnswers,
  ...claudeCodeSignIn,
  ...toolDefinitions,
  ...claudeCode,
  ...afterSignIn,
  ...signingIn,
  ...reaching,
  ...dialog,
  ...chat,
  ...network,
  ...httpStatus,
  ...oauthError,
  ...planAndCapacity,
  ...bareCodes,
} as const satisfies Readonly<Record<string, ErrorSentence>>;

/** An id stands in output of the command line, so it never changes its meaning. */
export type ErrorSentenceId = keyof typeof inOrder;

/** Every text that is explained, by its id; the most telling first. */
export const errorSentences: Readonly<Record<ErrorSentenceId, ErrorSentence>> = inOrder;
