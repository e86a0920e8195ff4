import { say } from '../../../i18n/say.ts';
import type { FindingCode } from '../../../kernel/finding-code.ts';
import { authDocumentPhrases } from './auth-documents.ts';
import { authSignInPhrases } from './auth-sign-in.ts';
import { browserPhrases } from './browser.ts';
import { bundlePhrases } from './bundle.ts';
import { connectionPhrases } from './connection.ts';
import { httpPhrases } from './http.ts';
import { iconPhrases } from './icon.ts';
import { listingPhrases } from './listing.ts';
import type { PhrasesOf } from './phrases.ts';
import { toldPhrases } from './told.ts';
import { toolPhrases } from './tools.ts';
import { transportPhrases } from './transport.ts';

/** What each check looks at, in the reader’s words. */
export const checkPhrases: PhrasesOf<FindingCode> = {
  ...connectionPhrases,
  ...browserPhrases,
  ...httpPhrases,
  ...transportPhrases,
  ...authDocumentPhrases,
  ...authSignInPhrases,
  ...toolPhrases,
  ...iconPhrases,
  ...bundlePhrases,
  ...listingPhrases,
  ...toldPhrases,
};

/** What was seen to be fine where this code passed; the code itself where this version does not know it. */
export function passedPhrase(code: FindingCode): string {
  return isKnown(code) ? say(checkPhrases[code].passed) : code;
}

/** What this code looks at, as an indirect question; the code itself where this version does not know it. */
export function questionPhrase(code: FindingCode): string {
  return isKnown(code) ? say(checkPhrases[code].question) : code;
}

/** A report that was read in may be of a later version. */
function isKnown(code: FindingCode): boolean {
  return Object.hasOwn(checkPhrases, code);
}
