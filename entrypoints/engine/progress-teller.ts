import { reportOfParts, type AboutRun } from '../../lib/doctor.ts';
import { say } from '../../lib/i18n/say.ts';
import type { ProbedKey } from '../../lib/kernel/evidence.ts';
import type { EvidencePart } from '../../lib/kernel/evidence-part.ts';
import type { EngineProgress } from '../../lib/messaging/engine-messages.ts';
import { askingWords } from '../../lib/report/words/asking-words.ts';
import { runningMarks } from '../../lib/runs/running-marks.ts';

export interface ProgressTellerOptions {
  readonly about: Omit<AboutRun, 'durationMs' | 'status'>;
  readonly tell: (progress: EngineProgress) => void;
}

/** A row that fills more often than this cannot be followed, and each time all that was seen is judged. Milliseconds. */
const pauseMs = 120;

/** Turns what a run’s probes do into what screens show of it while it goes on. */
export function createProgressTeller({ about, tell }: ProgressTellerOptions) {
  const parts = new Map<ProbedKey, EvidencePart>();
  // In the order in which they began: the earliest is what is being asked.
  const asking = new Set<ProbedKey>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tellNow = (): void => {
    timer = null;
    const report = reportOfParts([...parts.values()], { ...about, durationMs: 0, status: 'complete' });
    const [earliest] = asking;
    tell({
      asking: earliest === undefined ? null : `${say(askingWords[earliest])}…`,
      marks: runningMarks(report, { settled: new Set(parts.keys()), asking }),
    });
  };
  const sayLater = (): void => {
    timer ??= setTimeout(tellNow, pauseMs);
  };
  return {
    onProgress({ kind, key }: { readonly kind: 'probe-started' | 'probe-settled'; readonly key: ProbedKey }): void {
      if (kind === 'probe-started') asking.add(key);
      else asking.delete(key);
      sayLater();
    },
    onPart(part: EvidencePart): void {
      parts.set(part.key, part);
      sayLater();
    },
    /** Nothing is told any more. */
    stop(): void {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
