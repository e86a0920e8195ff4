import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { createPausableClock } from '../../../lib/adapters/browser/clock.ts';

const never = new AbortController().signal;

describe('a pausable clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs like any other', async () => {
    const clock = createPausableClock();
    const start = clock.now();
    const waited = clock.wait(100, never);
    await vi.advanceTimersByTimeAsync(100);
    await waited;
    expect(clock.now() - start).toBe(100);
  });

  it('stands still, and so does what waits', async () => {
    const clock = createPausableClock();
    const start = clock.now();
    let rang = false;
    void clock.wait(100, never).then(() => (rang = true));
    await vi.advanceTimersByTimeAsync(60);
    const goOn = clock.pause();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([rang, clock.now() - start]).toEqual([false, 60]);
    goOn();
    await vi.advanceTimersByTimeAsync(39);
    expect(rang).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect([rang, clock.now() - start]).toEqual([true, 100]);
  });

  it('goes on after the last of several pauses; each ends once', async () => {
    const clock = createPausableClock();
    const start = clock.now();
    const first = clock.pause();
    const second = clock.pause();
    first();
    first();
    await vi.advanceTimersByTimeAsync(50);
    expect(clock.now() - start).toBe(0);
    second();
    await vi.advanceTimersByTimeAsync(50);
    expect(clock.now() - start).toBe(50);
  });

  it('lets go of what is aborted, also while it stands', async () => {
    const clock = createPausableClock();
    clock.pause();
    const controller = new AbortController();
    const waited = clock.wait(1_000, controller.signal);
    controller.abort();
    await waited;
    await clock.wait(1_000, controller.signal);
  });

  it('counts exactly the time in which it was not paused', () => {
    const steps = fc.array(fc.record({ isPaused: fc.boolean(), ms: fc.nat(1_000) }));
    fc.assert(
      fc.property(steps, (all) => {
        let machine = 5_000;
        const clock = createPausableClock(() => machine);
        let expected = 5_000;
        for (const { isPaused, ms } of all) {
          const goOn = isPaused ? clock.pause() : null;
          machine += ms;
          if (!isPaused) expected += ms;
          expect(clock.now()).toBe(expected);
          goOn?.();
        }
      }),
    );
  });
});
