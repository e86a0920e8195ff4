import { say } from '../../lib/i18n/say.ts';
import type { EngineEnd } from '../../lib/messaging/engine-channel.ts';
import type { ToEngine } from '../../lib/messaging/engine-messages.ts';

/** Runs checks and judges looks for the background, several at once, and tells it what becomes of each. */
export interface RunHost {
  take(message: ToEngine): void;
  /** Runs and looks whose end the background has not taken down yet. */
  runIds(): readonly string[];
}

type About = 'connector' | 'browser' | 'bundle';

/** Makes the host. The channel asks it for its runs before it is there itself. What examines connectors is loaded with the first run. */
export function createRunHost(channel: () => Pick<EngineEnd, 'calls' | 'tell'>): RunHost {
  const runs = new Map<string, AbortController>();
  const work = (runId: string, deed: (signal: AbortSignal) => Promise<void>, about: About = 'connector'): void => {
    if (runs.has(runId)) return;
    const abort = new AbortController();
    runs.set(runId, abort);
    deed(abort.signal).catch((defect: unknown) => {
      channel().tell({ kind: 'failed', runId, problem: defectWords(defect, about) });
    });
  };
  return {
    take(message) {
      switch (message.kind) {
        case 'start':
          return work(message.run.runId, async (signal) => {
            const { examine } = await import('./examine.ts');
            const { calls, tell } = channel();
            const result = await examine(message.run, { calls, tell, signal });
            tell({ kind: 'finished', runId: message.run.runId, ...result });
          });
        case 'assemble':
          return work(message.run.runId, async () => {
            const { assemble } = await import('./assemble.ts');
            channel().tell({ kind: 'finished', runId: message.run.runId, ...(await assemble(message.run)) });
          });
        case 'judge':
          return work(
            message.look.runId,
            async () => {
              const { judgeLook } = await import('./judge-look.ts');
              channel().tell({ kind: 'judged', runId: message.look.runId, report: judgeLook(message.look) });
            },
            'browser',
          );
        case 'judge-again':
          return work(message.kept.runId, async (signal) => {
            const { judgeKept } = await import('./judge-kept.ts');
            const result = await judgeKept(message.kept, { calls: channel().calls, signal });
            channel().tell({ kind: 'judged-again', runId: message.kept.runId, ...result });
          });
        case 'judge-bundle':
          return work(
            message.bundle.runId,
            async () => {
              const { judgeBundle } = await import('./judge-bundle.ts');
              const result = await judgeBundle(message.bundle);
              channel().tell({ kind: 'judged-again', runId: message.bundle.runId, ...result });
            },
            'bundle',
          );
        case 'cancel':
          return runs.get(message.runId)?.abort();
        case 'settled':
          runs.delete(message.runId);
      }
    },
    runIds: () => [...runs.keys()],
  };
}

function defectWords(defect: unknown, about: About): string {
  const whole = defect instanceof Error ? `${defect.name}: ${defect.message}` : String(defect);
  const words = whole.slice(0, 200);
  if (about === 'bundle') {
    return say('That is a defect of Connector Doctor, and says nothing of the bundle. Please report it ({words}).', {
      words,
    });
  }
  return about === 'connector'
    ? say('That is a defect of Connector Doctor, and says nothing of the connector. Please report it ({words}).', {
        words,
      })
    : say('That is a defect of Connector Doctor, and says nothing of this browser. Please report it ({words}).', {
        words,
      });
}
