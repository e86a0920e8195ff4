import { say } from '../i18n/say.ts';
import { isFailOn, type FailOn } from './exit-code.ts';
import { pairOutputs, type Output, type OutputWord } from './outputs.ts';
import { ok, problem, type Read } from './read.ts';
import { readRunRequest, type RawRunOptions, type RunRequest } from './run-request.ts';

/** The options of `check` as they were typed. */
export interface RawCheckOptions extends RawRunOptions {
  readonly outputs: readonly OutputWord[];
  readonly failOn?: string;
}

/** A check as the person wants it, understood and complete. */
export interface CheckRequest extends RunRequest {
  readonly outputs: readonly Output[];
  readonly failOn: FailOn;
}

/** Makes sense of the options, or says in one sentence what is wrong with the first that makes none. */
export function readCheckRequest(url: string | null, raw: RawCheckOptions): Read<CheckRequest> {
  const run = readRunRequest('check', url, raw);
  if (!run.ok) return run;
  const outputs = pairOutputs(raw.outputs);
  if (!outputs.ok) return outputs;
  const failOn = raw.failOn ?? 'blocker';
  if (!isFailOn(failOn)) return problem(say('--fail-on takes blocker, problem or warning.'));
  return ok({ ...run.value, outputs: outputs.value, failOn });
}
