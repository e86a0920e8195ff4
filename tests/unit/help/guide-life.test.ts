import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceGuide,
  beginGuide,
  fittedGuide,
  type GuideEvent,
  type GuideProgress,
} from '../../../lib/help/guide-life.ts';

const steps = ['open', 'remove', 'add', 'try'];
const connector = { name: 'Acme', url: 'https://mcp.acme.dev/mcp' };
const begin = (): GuideProgress => beginGuide({ guide: 'reconnect', reader: 'user', steps, connector, now: 1 });
const sight = { kind: 'page', place: 'connectors' } as const;

function after(events: readonly GuideEvent[], from = begin()): GuideProgress {
  return events.reduce((progress, event, index) => advanceGuide(progress, event, { steps, now: index + 2 }), from);
}

const tick = (step: string): GuideEvent => ({ kind: 'tick', step });

describe('a guide', () => {
  it('is followed step by step to its end', () => {
    expect(begin()).toMatchObject({ phase: 'open', current: 'open', ticks: {} });
    expect(after([tick('open'), { kind: 'skip', step: 'remove' }])).toMatchObject({
      current: 'add',
      ticks: { open: { by: 'person', at: 2 }, remove: { by: 'skip', at: 3 } },
      currentSince: 3,
    });
    const done = after(steps.map(tick));
    expect(done).toMatchObject({ phase: 'done', current: null });
    expect(Object.keys(done.ticks)).toEqual(steps);
  });

  it('begins with the steps of another reader where the first of them is open', () => {
    expect(after([tick('open'), { kind: 'reader', reader: 'owner' }])).toMatchObject({
      reader: 'owner',
      current: 'remove',
      ticks: { open: { by: 'person' } },
    });
  });

  it('ticks what was seen, moves nobody on by it, and believes the person who takes it back', () => {
    const seen = after([{ kind: 'seen', step: 'open', sight }]);
    expect(seen).toMatchObject({ current: 'open', ticks: { open: { by: 'sight', sight } } });
    expect(after([{ kind: 'next' }], seen)).toMatchObject({ current: 'remove' });
    const back = after([{ kind: 'untick', step: 'open' }], seen);
    expect(back).toMatchObject({ current: 'open', ticks: {}, takenBack: ['open'] });
    expect(after([{ kind: 'seen', step: 'open', sight }], back)).toBe(back);
    expect(after([tick('open')], back)).toMatchObject({ ticks: { open: { by: 'person' } }, current: 'remove' });
  });

  it('does not move on from a step that is not ticked, nor ticks one by sight that does not stand large', () => {
    const fresh = begin();
    expect(after([{ kind: 'next' }], fresh)).toBe(fresh);
    expect(after([{ kind: 'back' }], fresh)).toBe(fresh);
    expect(after([{ kind: 'seen', step: 'add', sight }], fresh)).toBe(fresh);
  });

  it('comes back to what was passed over before it is done', () => {
    const jumped = after([{ kind: 'show', step: 'try' }, tick('try')]);
    expect(jumped).toMatchObject({ phase: 'open', current: 'open' });
    expect(after([{ kind: 'back' }], after([tick('open')]))).toMatchObject({ current: 'open' });
  });

  it('is left and gone on with where it stood; what was seen meanwhile counts from then on only', () => {
    const halfway = after([tick('open')]);
    const left = after([{ kind: 'leave' }], halfway);
    expect(left).toMatchObject({ phase: 'left', current: 'remove' });
    expect(after([tick('remove')], left)).toBe(left);
    const resumed = advanceGuide(left, { kind: 'resume' }, { steps, now: 90 });
    expect(resumed).toEqual({ ...halfway, currentSince: 90, updatedAt: 90 });
  });

  it('opens again when a tick is taken back, and begins anew with the same connector', () => {
    const done = after(steps.map(tick));
    expect(after([{ kind: 'untick', step: 'add' }], done)).toMatchObject({ phase: 'open', current: 'add' });
    expect(advanceGuide(done, { kind: 'anew' }, { steps, now: 90 })).toEqual({
      ...begin(),
      currentSince: 90,
      startedAt: 90,
      updatedAt: 90,
    });
  });

  it('fits the steps of a later version', () => {
    const halfway = after([tick('open')]);
    expect(fittedGuide(halfway, steps)).toBe(halfway);
    expect(fittedGuide(halfway, ['open', 'other', 'try'])).toMatchObject({ current: 'other', phase: 'open' });
    expect(fittedGuide(halfway, ['open'])).toMatchObject({ current: null, phase: 'done' });
  });
});

const step = fc.constantFrom(...steps, 'unknown');
const events: fc.Arbitrary<GuideEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('tick', 'skip', 'untick', 'show'), step }),
  fc.record({ kind: fc.constant('seen'), step, sight: fc.constant(sight) }),
  fc.record({ kind: fc.constantFrom('next', 'back', 'leave', 'resume', 'anew') }),
  fc.record({ kind: fc.constant('reader'), reader: fc.constantFrom('user', 'owner', 'author') }),
  fc.record({ kind: fc.constant('connector'), connector: fc.constantFrom(connector, { name: null, url: null }) }),
);

describe('whatever happens in a guide', () => {
  const histories = fc.array(events, { maxLength: 40 });

  it('it is done exactly when every step is gone through and none stands large', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const progress = after(history);
        const isWhole = steps.every((id) => Object.hasOwn(progress.ticks, id));
        if (progress.phase === 'done') expect([isWhole, progress.current]).toEqual([true, null]);
        else expect(steps).toContain(progress.current);
      }),
    );
  });

  it('no tick is given but by the person, or by sight of the step that stood large and was never taken back', () => {
    fc.assert(
      fc.property(histories, (history) => {
        let progress = begin();
        history.forEach((event, index) => {
          const next = advanceGuide(progress, event, { steps, now: index + 2 });
          for (const [id, mark] of Object.entries(next.ticks)) {
            if (progress.ticks[id] === mark) continue;
            if (mark.by === 'sight') {
              expect(event).toMatchObject({ kind: 'seen', step: id });
              expect(progress.current).toBe(id);
              expect(progress.takenBack).not.toContain(id);
            } else expect(event).toMatchObject({ kind: mark.by === 'skip' ? 'skip' : 'tick', step: id });
          }
          progress = next;
        });
      }),
    );
  });

  it('leaving and going on loses nothing', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const before = after(history);
        if (before.phase !== 'open') return;
        const resumed = after([{ kind: 'leave' }, { kind: 'resume' }], before);
        expect(resumed).toEqual({ ...before, currentSince: 3, updatedAt: 3 });
      }),
    );
  });
});
