import type { FindingCode } from '../../kernel/finding-code.ts';
import { authDocumentPhrases } from './auth-documents.ts';
import { authSignInPhrases } from './auth-sign-in.ts';
import { connectionPhrases } from './connection.ts';
import { httpPhrases } from './http.ts';
import { iconPhrases } from './icon.ts';
import type { PhrasesOf } from './phrases.ts';
import { toolPhrases } from './tools.ts';
import { transportPhrases } from './transport.ts';

/** What each check looks at, in the reader’s words. */
export const checkPhrases: PhrasesOf<FindingCode> = {
  ...connectionPhrases,
  ...httpPhrases,
  ...transportPhrases,
  ...authDocumentPhrases,
  ...authSignInPhrases,
  ...toolPhrases,
  ...iconPhrases,
};
