import { say } from '../i18n/say.ts';
import { isFailOn, type FailOn } from './exit-code.ts';
import { pairOutputs, type Output, type OutputWord } from './outputs.ts';
import { ok, problem, type Read } from './read.ts';
import type { Preparation } from '../report/sharing/prepare-report.ts';
import { readSharing, type RawSharingOptions } from './sharing-options.ts';
import { readRunRequest, type RawRunOptions, type RunRequest } from './run-request.ts';

/** The options of `check` as they were typed. */
export interface RawCheckOptions extends RawRunOptions, RawSharingOptions {
  readonly outputs: readonly OutputWord[];
  readonly failOn?: string;
}

/** A check as the person wants it, understood and complete. */
export interface CheckRequest extends RunRequest {
  readonly outputs: readonly Output[];
  readonly failOn: FailOn;
  /** What is left out of its report, and the note in it. */
  readonly sharing: Preparation;
}

/** Makes sense of the options, or says in one sentence what is wrong with the first that makes none. */
export function readCheckRequest(url: string | null, raw: RawCheckOptions): Read<CheckRequest> {
  const run = readRunRequest('check', url, raw);
  if (!run.ok) return run;
  const outputs = pairOutputs(raw.outputs);
  if (!outputs.ok) return outputs;
  const failOn = raw.failOn ?? 'blocker';
  if (!isFailOn(failOn)) return problem(say('--fail-on takes blocker, problem or warning.'));
  const sharing = readSharing(raw);
  if (!sharing.ok) return sharing;
  return ok({ ...run.value, outputs: outputs.value, failOn, sharing: sharing.value });
}
