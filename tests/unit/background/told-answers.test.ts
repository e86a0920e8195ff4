import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noAnswers } from '../../../lib/kernel/account.ts';
import { defaultChoices } from '../../../lib/runs/run-choices.ts';
import { advanceRun, beginRun, type Ending } from '../../../lib/runs/run-life.ts';
import type { RunState } from '../../../lib/runs/run-state.ts';
import { noMarksYet } from '../../../lib/report/words/step-marks.ts';

vi.stubGlobal('browser', fakeBrowser);
const { answersFor, hasNewWish, shownRuns } = await import('../../../entrypoints/background/told-answers.ts');

const ending: Ending = {
  status: 'complete',
  url: null,
  host: null,
  marks: noMarksYet,
  missingOrigins: [],
  outcome: {
    verdict: 'ready',
    headline: 'Nothing wrong seen from here',
    stop: null,
    cause: null,
    others: { blocker: 0, problem: 0, warning: 0, note: 0 },
    next: 'Connect in Claude.',
    notSeen: [],
  },
};

function run(id: string, tabId: number | null, isFinished = true): RunState {
  const wish = { id, typed: '', url: null, host: null, choices: defaultChoices, hadSecrets: false, claude: null };
  const begun = beginRun({ ...wish, tabId, missing: null }, 0);
  return isFinished ? advanceRun(begun, { kind: 'finished', ending }, 1) : begun;
}

const told = { ...noAnswers, plan: 'free', role: 'alone', goal: 'add-custom', hasCustom: true } as const;

describe('what a report that is shown takes of new answers', () => {
  it('is plan and role for all, and the wish for the newest alone', () => {
    expect(answersFor(told, null, true)).toEqual(told);
    expect(answersFor(told, null, false)).toEqual({ ...noAnswers, plan: 'free', role: 'alone' });
  });

  it('leaves with it what was told of it alone', () => {
    const before = { goal: 'share-project', hasCustom: null, serverLog: 'nothing' } as const;
    expect(answersFor(told, before, false)).toEqual({ ...told, ...before });
    expect(answersFor(told, before, true)).toEqual({ ...told, serverLog: 'nothing' });
  });

  it('brings no wish along where plan or role alone were corrected', () => {
    expect(hasNewWish(told, { ...told, plan: 'pro' })).toBe(false);
    expect(hasNewWish(told, { ...told, goal: null })).toBe(true);
    expect(hasNewWish(told, { ...told, hasCustom: null })).toBe(true);
  });

  it('is nothing any more where everything is taken back', () => {
    expect(answersFor(noAnswers, { ...told }, false)).toEqual(noAnswers);
  });
});

describe('the reports that are judged again when answers change', () => {
  it('are the newest one, and the newest of every tab', () => {
    const runs = [run('a', null), run('b', 1), run('c', 2), run('d', 1), run('e', null)];
    expect(shownRuns(runs).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('are none of runs that go on or came to nothing', () => {
    const lost = advanceRun(run('l', 3, false), { kind: 'lost' }, 1);
    expect(shownRuns([run('w', 1, false), lost, run('f', 2)]).map(({ id }) => id)).toEqual(['f']);
    expect(shownRuns([])).toEqual([]);
  });

  it('are a few', () => {
    expect(shownRuns(Array.from({ length: 30 }, (_each, index) => run(`r${index}`, index))).length).toBe(8);
  });
});
