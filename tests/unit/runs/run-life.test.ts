import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunStatus } from '../../../lib/kernel/report.ts';
import { markedSteps, noMarksYet } from '../../../lib/report/words/step-marks.ts';
import { defaultChoices } from '../../../lib/runs/run-choices.ts';
import { advanceRun, beginRun, type Ending, type NewRun, type RunEvent } from '../../../lib/runs/run-life.ts';
import { isOver, type RunState } from '../../../lib/runs/run-state.ts';

const wish: NewRun = {
  id: 'r1',
  typed: 'https://mcp.acme.dev/mcp',
  url: 'https://mcp.acme.dev/mcp',
  host: 'mcp.acme.dev',
  choices: defaultChoices,
  hadSecrets: false,
  claude: null,
  tabId: 3,
  missing: null,
};
const auth = 'https://auth.acme.dev/*';

function ending(status: RunStatus, headline = 'Broken'): Ending {
  return {
    status,
    url: wish.url,
    host: wish.host,
    marks: markedSteps.map((step) => ({ step, state: 'passed' })),
    missingOrigins: [],
    outcome: {
      verdict: 'broken',
      headline,
      stop: null,
      cause: null,
      others: { blocker: 0, problem: 0, warning: 0, note: 0 },
      notSeen: [],
      next: 'Run again.',
    },
  };
}

function after(events: readonly RunEvent[], missing: readonly string[] | null = null): RunState {
  return events.reduce(
    (state, event) => advanceRun(state, event, state.updatedAt + 1),
    beginRun({ ...wish, missing }, 1),
  );
}

describe('a run', () => {
  it('waits as a wish for what is missing, and begins when it is allowed', () => {
    expect(after([], [auth])).toMatchObject({ phase: 'needs-permission', missingOrigins: [auth] });
    expect(after([{ kind: 'started' }], [auth])).toMatchObject({ phase: 'starting', missingOrigins: [] });
  });

  it('goes on after a permission, and remembers what it went on without', () => {
    const waiting: RunEvent = { kind: 'waiting', origins: [auth] };
    expect(after([waiting])).toMatchObject({ phase: 'needs-permission', missingOrigins: [auth] });
    expect(after([waiting, { kind: 'waiting', origins: [] }])).toMatchObject({ phase: 'running', missingOrigins: [] });
    expect(after([waiting, { kind: 'went-on-without', origins: [auth] }])).toMatchObject({
      phase: 'running',
      missingOrigins: [auth],
    });
  });

  it('shows nothing as asked or to come once it is over', () => {
    const asking: RunEvent = {
      kind: 'progress',
      asking: 'Asking…',
      marks: noMarksYet.map((mark) => (mark.step === 1 ? { ...mark, state: 'asking' } : mark)),
    };
    expect(after([asking])).toMatchObject({ phase: 'running', asking: 'Asking…' });
    const state = after([asking, { kind: 'lost' }]);
    expect(state).toMatchObject({ phase: 'interrupted', asking: null, outcome: null });
    expect(new Set(state.marks.map((mark) => mark.state))).toEqual(new Set(['not-seen']));
  });

  it.each([
    ['complete', 'complete'],
    ['deadline', 'complete'],
    ['needs-permission', 'complete'],
    ['cancelled', 'cancelled'],
    ['interrupted', 'interrupted'],
  ] as const)('that was %s is shown as %s', (status, phase) => {
    expect(after([{ kind: 'finished', ending: ending(status) }]).phase).toBe(phase);
  });

  it('that was cancelled stays so, whatever its report says', () => {
    const state = after([{ kind: 'cancelled' }, { kind: 'finished', ending: ending('complete') }]);
    expect(state).toMatchObject({ phase: 'cancelled', outcome: { headline: 'Broken' } });
  });

  it('shows what came of judging its report again, and stays what it was', () => {
    const ended = after([{ kind: 'cancelled' }, { kind: 'finished', ending: ending('complete') }]);
    const judged = advanceRun(ended, { kind: 'judged-again', ending: ending('complete', 'Degraded') }, 900);
    expect(judged).toMatchObject({ phase: 'cancelled', updatedAt: 900, outcome: { headline: 'Degraded' } });
    const under = after([{ kind: 'started' }]);
    expect(advanceRun(under, { kind: 'judged-again', ending: ending('complete') }, 900)).toBe(under);
    const without = after([{ kind: 'lost' }]);
    expect(advanceRun(without, { kind: 'judged-again', ending: ending('complete') }, 900)).toBe(without);
  });

  it('says what to do after a defect of ours', () => {
    const state = after([{ kind: 'failed', problem: 'Please report it.' }]);
    expect(state).toMatchObject({ phase: 'interrupted', outcome: { verdict: 'unknown', next: 'Please report it.' } });
  });
});

const marks = fc.tuple(
  ...markedSteps.map((step) => fc.constantFrom('waiting', 'asking', 'passed').map((state) => ({ step, state }))),
) as unknown as fc.Arbitrary<RunState['marks']>;
const origins = fc.subarray([auth, 'https://login.acme.dev/*']);
const endings = fc
  .record({
    status: fc.constantFrom<RunStatus>('complete', 'interrupted', 'deadline', 'needs-permission', 'cancelled'),
    headline: fc.string({ minLength: 1, maxLength: 8 }),
  })
  .map(({ status, headline }) => ending(status, headline));
const events: fc.Arbitrary<RunEvent> = fc.oneof(
  fc.constantFrom<RunEvent>(
    { kind: 'started' },
    { kind: 'cancelled' },
    { kind: 'lost' },
    { kind: 'tabs-gone' },
    { kind: 'asked-again' },
  ),
  origins.map((list): RunEvent => ({ kind: 'waiting', origins: list })),
  origins.map((list): RunEvent => ({ kind: 'went-on-without', origins: list })),
  fc.record({ asking: fc.option(fc.string()), marks }).map((progress): RunEvent => ({ kind: 'progress', ...progress })),
  endings.map((each): RunEvent => ({ kind: 'finished', ending: each })),
  endings.map((each): RunEvent => ({ kind: 'assembled', ending: each })),
  fc.string().map((problem): RunEvent => ({ kind: 'failed', problem })),
);

describe('whatever happens to a run', () => {
  const lives = fc.record({
    missing: fc.option(origins),
    told: fc.array(fc.tuple(events, fc.integer({ min: -5, max: 50 })), { maxLength: 25 }),
  });

  function states({
    missing,
    told,
  }: {
    missing: readonly string[] | null;
    told: readonly (readonly [RunEvent, number])[];
  }): readonly RunState[] {
    const list = [beginRun({ ...wish, missing }, 100)];
    for (const [event, later] of told) {
      const last = list[list.length - 1] as RunState;
      list.push(advanceRun(last, event, last.updatedAt + later));
    }
    return list;
  }

  it('over is over, and of two outcomes the first one counts', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const list = states(life);
        for (const [index, next] of list.entries()) {
          const before = list[index - 1];
          if (!before || !isOver(before)) continue;
          expect(next.phase).toBe(before.phase);
          if (before.outcome !== null) expect(next.outcome).toBe(before.outcome);
        }
      }),
    );
  });

  it('its state is one that screens can show', () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const state of states(life)) {
          expect(state.marks.map(({ step }) => step)).toEqual(markedSteps);
          expect(state.updatedAt).toBeGreaterThanOrEqual(state.startedAt);
          if (state.outcome !== null) expect(isOver(state)).toBe(true);
          if (state.phase === 'complete') expect(state.outcome).not.toBeNull();
          if (!isOver(state)) continue;
          expect(state.asking).toBeNull();
          expect(state.marks.filter((mark) => mark.state === 'asking' || mark.state === 'waiting')).toEqual([]);
        }
      }),
    );
  });

  it('what changes nothing is the same object, and what was asked for never changes', () => {
    fc.assert(
      fc.property(lives, events, (life, event) => {
        const list = states(life);
        const last = list[list.length - 1] as RunState;
        const next = advanceRun(last, event, last.updatedAt);
        if (JSON.stringify(next) === JSON.stringify(last) && isOver(last)) expect(next).toBe(last);
        const { typed, choices, hadSecrets, startedAt, id } = next;
        expect({ typed, choices, hadSecrets, startedAt, id }).toEqual({
          typed: wish.typed,
          choices: wish.choices,
          hadSecrets: false,
          startedAt: 100,
          id: 'r1',
        });
      }),
    );
  });
});
