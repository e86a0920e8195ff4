import type { FailOn } from '../report/formats/render-options.ts';
import { pairOutputs, type Output, type OutputWord } from './outputs.ts';
import { ok, type Read } from './read.ts';
import type { Preparation } from '../report/sharing/prepare-report.ts';
import { readRendering, type RawRenderingOptions, type Rendering } from './rendering-options.ts';
import { readSharing, type RawSharingOptions } from './sharing-options.ts';
import { readRunRequest, type RawRunOptions, type RunRequest } from './run-request.ts';

/** The options of `check` as they were typed. */
export interface RawCheckOptions extends RawRunOptions, RawSharingOptions, RawRenderingOptions {
  readonly outputs: readonly OutputWord[];
}

/** A check as the person wants it, understood and complete. */
export interface CheckRequest extends RunRequest {
  readonly outputs: readonly Output[];
  readonly failOn: FailOn;
  readonly rendering: Rendering;
  /** What is left out of its report, and the note in it. */
  readonly sharing: Preparation;
}

/** Makes sense of the options, or says in one sentence what is wrong with the first that makes none. */
export function readCheckRequest(url: string | null, raw: RawCheckOptions): Read<CheckRequest> {
  const run = readRunRequest('check', url, raw);
  if (!run.ok) return run;
  const outputs = pairOutputs(raw.outputs);
  if (!outputs.ok) return outputs;
  const rendering = readRendering(raw, process.env);
  if (!rendering.ok) return rendering;
  const sharing = readSharing(raw);
  if (!sharing.ok) return sharing;
  const { failOn = 'blocker' } = rendering.value;
  return ok({ ...run.value, outputs: outputs.value, failOn, rendering: rendering.value, sharing: sharing.value });
}
