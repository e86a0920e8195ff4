import type { ProbedKey } from '../kernel/evidence.ts';
import type { Report } from '../kernel/report.ts';
import type { StepMark } from '../kernel/step-mark.ts';
import { stepMarks } from '../report/words/step-marks.ts';

/** How far the probes of a run have come. */
export interface ProbesProgress {
  readonly settled: ReadonlySet<ProbedKey>;
  /** They ask somebody right now. */
  readonly asking: ReadonlySet<ProbedKey>;
}

/**
 * The twelve marks of a run that is going on: a step has its mark as soon as everything is there that decides it, and not before, so
 * that no mark is taken back by what comes later. `report` is what can be said of the run so far.
 */
export function runningMarks(report: Report, { settled, asking }: ProbesProgress): readonly StepMark[] {
  return stepMarks(report).map((mark) => {
    const keys = decidedBy[mark.step];
    if (keys.every((key) => settled.has(key))) return mark;
    return { ...mark, state: keys.some((key) => asking.has(key)) ? 'asking' : 'waiting' };
  });
}

const decidedBy: Readonly<Record<StepMark['step'], readonly ProbedKey[]>> = {
  1: ['typed', 'local-resolution', 'public-resolution', 'initialize'],
  2: ['certificate', 'initialize', 'discover'],
  3: ['initialize', 'discover', 'slash-form', 'legacy-sse'],
  4: ['initialize', 'discover', 'legacy-sse', 'made-up-call'],
  5: ['resource-metadata', 'open-metadata', 'call-sign-in'],
  6: ['authorization-server', 'default-endpoints', 'call-sign-in'],
  7: ['authorization-server', 'registration', 'sign-in'],
  8: ['sign-in-endpoints', 'authorization-page', 'sign-in'],
  9: ['sign-in-endpoints', 'token-request', 'sign-in'],
  10: ['initialize', 'discover', 'initialized', 'signed-in-initialize', 'signed-in-discover', 'signed-in-initialized'],
  11: ['listing', 'legacy-sse', 'signed-in-listing', 'signed-in-legacy-sse'],
  12: ['site-icons', 'parent-icons', 'server-icons', 'favicon-service'],
};
