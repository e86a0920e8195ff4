import { msg, say } from '../../lib/i18n/say.ts';
import type { Result } from '../../lib/kernel/result.ts';
import { send } from '../../lib/messaging/commands.ts';
import type { RunRequest } from '../../lib/messaging/protocol.ts';
import { askFor, hasNeeds, needsOf, type PermissionNeeds } from '../../lib/permissions/ask.ts';
import { browserFamily } from '../../lib/permissions/browser-family.ts';
import type { RunState } from '../../lib/runs/run-state.ts';

/** What came of a click that starts something. */
export type Started =
  | { readonly kind: 'started'; readonly runId: string }
  /** The run waits: the person said no, or closed the question. */
  | { readonly kind: 'declined'; readonly runId: string }
  /** The run waits: this browser asks in a page of its own, `doctor.html#allow=<runId>`. */
  | { readonly kind: 'ask-elsewhere'; readonly runId: string }
  | { readonly kind: 'problem'; readonly words: string };

/** Where the background did not answer at all: to be said where it is shown. */
export const noAnswerWords = msg('Connector Doctor did not answer. Close this page, open it again, and try once more.');

/** Where a click comes from, and what the settings say. */
export interface Surroundings {
  /** The DNS-over-HTTPS endpoint of the settings. */
  readonly resolver: string;
  /** In a popup: the browser's question may close it, and Firefox then forgets the click as well. */
  readonly isPopup: boolean;
}

/**
 * Starts a run from a click. Call it first thing there: the browser is asked for the permissions in the same breath, and the run is
 * known to the background before a popup may close over that question.
 */
export function startRun(request: RunRequest, { resolver, isPopup }: Surroundings): Promise<Started> {
  const needs = needsOf(request.text, request.choices, { resolver });
  return begun(send('startRun', request), needs, isPopup);
}

/** A run once more, from a click, as `startRun` does it. */
export function runAgain({ id, url, typed, choices }: RunState, { resolver, isPopup }: Surroundings): Promise<Started> {
  const needs = needsOf(url ?? typed, choices, { resolver });
  return begun(send('runAgain', { runId: id }), needs, isPopup);
}

/** Asks for what a run waits for, from a click. It goes on by itself when that is allowed; false when it was declined. */
export function allowRun(
  { id, url, typed, choices, missingOrigins }: RunState,
  { resolver }: Pick<Surroundings, 'resolver'>,
): Promise<boolean> {
  // Without an answer of the background the run still waits, and says so.
  void send('askedAgain', { runId: id }).catch(() => undefined);
  const { permissions } = needsOf(url ?? typed, choices, { resolver });
  return askFor({ origins: missingOrigins, permissions });
}

async function begun(
  answer: Promise<Result<{ readonly runId: string }>>,
  needs: PermissionNeeds,
  isPopup: boolean,
): Promise<Started> {
  const asksElsewhere = isPopup && browserFamily() === 'firefox';
  const allowed = asksElsewhere ? hasNeeds(needs) : askFor(needs);
  const [started, isAllowed] = await Promise.all([answer.catch(() => null), allowed]);
  if (started === null) return { kind: 'problem', words: say(noAnswerWords) };
  if (!started.ok) return { kind: 'problem', words: started.problem };
  const { runId } = started.value;
  if (isAllowed) return { kind: 'started', runId };
  return { kind: asksElsewhere ? 'ask-elsewhere' : 'declined', runId };
}
