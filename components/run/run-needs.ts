import { say } from '../../lib/i18n/say.ts';
import { shellWord } from '../../lib/report/exchanges/shell-text.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import type { ConsentKind } from '../diagnosis/consent-words.ts';

/** The hosts that a run waits for: `auth.acme.dev`, or `*` for all. */
export function missingHosts({ missingOrigins }: Pick<RunState, 'missingOrigins'>): readonly string[] {
  return [...new Set(missingOrigins.map((origin) => origin.replace(/^[^/]*\/\//, '').replace(/\/.*$/s, '')))];
}

/** Whether what is missing is the connector itself: then nothing at all can be asked yet. */
export function waitsForConnector(run: Pick<RunState, 'missingOrigins' | 'url'>): boolean {
  if (run.url === null || !URL.canParse(run.url)) return true;
  return missingHosts(run).includes(new URL(run.url).hostname);
}

/** Why a run that waits needs its hosts, and what follows where the person has just said no. */
export function whyHostsWords(isConnector: boolean, declined: boolean): string {
  if (isConnector && declined) return say('The browser lets Connector Doctor ask only hosts that you allowed.');
  if (declined) return say('The check can go on without it, and will say what could not be seen.');
  return isConnector
    ? say('To ask this connector anything, the browser needs your permission. It is asked without your cookies.')
    : say(
        'The connector sends people there to sign in. To look whether that works, the browser needs your permission for it as well.',
      );
}

/** The same once a person has said no, in one line. */
export function refusedWords(isConnector: boolean): string {
  return isConnector ? say('Without this permission nothing can be asked') : say('Not allowed');
}

/** The same check on the command line, safe to paste into a shell whatever stands in the address. */
export function commandOf({ url }: Pick<RunState, 'url'>): string {
  return `npx connector-doctor check ${url === null ? 'URL' : shellWord(url)}`;
}

/** The consent that a run rested on: it was given once, so it is asked for again. Null where none was needed. */
export function consentOf({ choices: { plans } }: Pick<RunState, 'choices'>): ConsentKind | null {
  return plans.includes('signed-in') ? 'signed-in' : plans.includes('active') ? 'active' : null;
}
