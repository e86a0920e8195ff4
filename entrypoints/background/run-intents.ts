import { readTypedTarget } from '../../lib/parsing/typed-target.ts';
import type { RunRequest } from '../../lib/messaging/protocol.ts';
import { hasNeeds, needsOf, type PermissionNeeds } from '../../lib/permissions/ask.ts';
import { noSecrets, type RunSecrets } from '../../lib/runs/run-choices.ts';
import type { NewRun } from '../../lib/runs/run-life.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { readSettings } from '../../lib/storage/settings.ts';

/** What a run needs to begin and is kept nowhere but in memory. */
export interface HeldRun {
  readonly text: string;
  readonly secrets: RunSecrets;
}

/** What was asked for, as it may be written down; `missing` is null when everything is allowed already. */
export async function readIntent(request: RunRequest, id: string): Promise<NewRun> {
  const { text, choices, secrets, claude, tabId } = request;
  const { typed } = readTypedTarget(text, undefined, choices);
  const needs = needsOf(text, choices, await readSettings());
  return {
    id,
    typed: typed.text,
    url: typed.url?.href ?? null,
    host: typed.url?.hostname ?? null,
    choices,
    hadSecrets: typed.text !== text || hasSecrets(secrets),
    // The address there may carry a key; what of it may be kept stands in `url`.
    claude: claude && { ...claude, connectorUrl: null },
    tabId,
    missing: (await hasNeeds(needs)) ? null : await missingOrigins(needs),
  };
}

/** What is held of a run, or can be had from what is written down; null when that would lack its secrets. */
export function heldOrKept(state: RunState, held: HeldRun | undefined): HeldRun | null {
  return held ?? (state.hadSecrets ? null : { text: state.typed, secrets: noSecrets });
}

/** Whether everything that the run needs to begin is allowed now. */
export async function mayBegin({ typed, url, choices }: RunState): Promise<boolean> {
  return hasNeeds(needsOf(url ?? typed, choices, await readSettings()));
}

async function missingOrigins({ origins }: PermissionNeeds): Promise<readonly string[]> {
  const allowed = await Promise.all(origins.map((origin) => hasNeeds({ origins: [origin], permissions: [] })));
  return origins.filter((_origin, index) => allowed[index] !== true);
}

function hasSecrets({ clientSecret, headers }: RunSecrets): boolean {
  return clientSecret !== null || Object.keys(headers).length > 0;
}
