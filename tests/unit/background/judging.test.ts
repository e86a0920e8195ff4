import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJudging } from '../../../entrypoints/background/judging.ts';
import { judgeLook } from '../../../entrypoints/engine/judge-look.ts';
import { noAnswers } from '../../../lib/kernel/account.ts';
import { endingOf } from '../../../lib/runs/run-outcome.ts';
import { sampleReport } from '../report/sample-report.ts';
import type { AboutLook, LookToJudge, ToEngine } from '../../../lib/messaging/engine-messages.ts';
import { observationsOf, reach, stopped } from '../checks/client/browser-look.ts';

const about: AboutLook = { startedAt: 0, durationMs: 900, consents: [], environment: null, claude: null };
const observations = observationsOf({ reach: reach({ page: stopped }) });

/** An engine that keeps what it is told, and answers when the test says so. */
function engine() {
  const looks: LookToJudge[] = [];
  const tell = (message: ToEngine): Promise<void> => {
    if (message.kind === 'judge') looks.push(message.look);
    return Promise.resolve();
  };
  return { looks, tell };
}

function only<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error('not one');
  return first;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('judging in the engine’s document', () => {
  it('brings the report of the look that was asked for', async () => {
    const { looks, tell } = engine();
    const judging = createJudging(tell);
    const report = judging.judge('look-1', observations, about);
    const look = only(looks);
    expect(judging.hear({ kind: 'judged', runId: look.runId, report: judgeLook(look) })).toBe(true);
    expect((await report).primary?.code).toBe('client.request-blocked');
  });

  it('tells two judgements of one look from each other', async () => {
    const { looks, tell } = engine();
    const judging = createJudging(tell);
    const reports = [judging.judge('one', observations, about), judging.judge('one', observationsOf({}), about)];
    for (const look of looks.toReversed()) judging.hear({ kind: 'judged', runId: look.runId, report: judgeLook(look) });
    expect((await Promise.all(reports)).map(({ verdict }) => verdict)).toEqual(['broken', 'ready']);
  });

  it('has a kept report judged again, by an id of its own', async () => {
    const told: ToEngine[] = [];
    const judging = createJudging((message) => {
      told.push(message);
      return Promise.resolve();
    });
    const again = judging.again('run-1', { ...noAnswers, plan: 'free' }, 'de');
    const message = only(told);
    if (message.kind !== 'judge-again') throw new Error(message.kind);
    expect(message.kept).toMatchObject({ reportId: 'run-1', account: { plan: 'free' }, language: 'de' });
    expect(message.kept.runId).not.toBe('run-1');
    const report = sampleReport();
    const { runId } = message.kept;
    expect(judging.hear({ kind: 'judged-again', runId, report, ending: endingOf(report) })).toBe(true);
    expect((await again).report).toBe(report);
  });

  it('leaves what is said of runs to others', () => {
    const judging = createJudging(engine().tell);
    expect(judging.hear({ kind: 'failed', runId: crypto.randomUUID(), problem: 'no' })).toBe(false);
  });

  it.each<readonly [string, (judging: ReturnType<typeof createJudging>, runId: string) => void, RegExp]>([
    [
      'the engine fails',
      (judging, runId) => judging.hear({ kind: 'failed', runId, problem: 'A defect.' }),
      /A defect\.$/,
    ],
    ['the engine is gone', (judging) => judging.reconcile(['another']), /closed the part that judges/],
    ['nobody answers', () => vi.advanceTimersByTime(60_000), /did not answer/],
  ])('rejects with a sentence when %s', async (_what, happens, words) => {
    const { looks, tell } = engine();
    const judging = createJudging(tell);
    const report = judging.judge('look', observations, about);
    const refused = expect(report).rejects.toThrow(words);
    happens(judging, only(looks).runId);
    await refused;
  });

  it('rejects when the engine cannot be opened', async () => {
    const judging = createJudging(() => Promise.reject(new Error('no room')));
    await expect(judging.judge('look', observations, about)).rejects.toThrow(/did not open the part .*no room/);
  });

  it('waits for a look that the engine still knows', async () => {
    const { looks, tell } = engine();
    const judging = createJudging(tell);
    const report = judging.judge('look', observations, about);
    const look = only(looks);
    judging.reconcile([look.runId]);
    judging.hear({ kind: 'judged', runId: look.runId, report: judgeLook(look) });
    await expect(report).resolves.toMatchObject({ subject: 'browser' });
  });
});
