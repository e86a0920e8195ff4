import { msg } from '../i18n/say.ts';
import type { Surface } from '../knowledge/error-sentence.ts';
import type { ExplainedCause } from './address-causes.ts';
import type { WayToCheck } from './way-to-check.ts';

/** How often it was the cause, as a note beneath it. */
export const likelihoodWords: Readonly<Record<ExplainedCause['likelihood'], string>> = {
  shown: msg('The text shows it'),
  usual: msg('Most often the cause'),
  common: msg('Often the cause'),
  rare: msg('Seldom the cause'),
};

/** Where a text is seen. */
export const surfaceWords: Readonly<Record<Surface, string>> = {
  web: msg('claude.ai'),
  desktop: msg('Claude Desktop'),
  mobile: msg('Claude on a phone'),
  cowork: msg('Cowork'),
  'claude-code': msg('Claude Code'),
  server: msg('a server’s answer or log'),
  'browser-console': msg('a browser’s console'),
  'identity-provider': msg('a sign-in page'),
};

/** How one finds out whether a cause is one’s own; nothing where nobody can. */
export const wayWords: Readonly<Record<WayToCheck, string | null>> = {
  check: msg('A check of the connector shows it.'),
  'check-active': msg('A check that also tests the sign-in service shows it.'),
  'check-signed-in': msg('A check that looks behind the sign-in shows it.'),
  browser: msg('A look at this browser shows it.'),
  account: msg('You can see this only in Claude or from your Owner.'),
  nobody: null,
};
