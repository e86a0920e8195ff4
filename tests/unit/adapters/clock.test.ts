import { describe, expect, it } from 'vitest';
import { createClock } from '../../../lib/adapters/node/clock.ts';

describe('waiting', () => {
  it('ends when the time is over', async () => {
    const clock = createClock();
    const start = performance.now();
    // Nothing else keeps the process running meanwhile, and the clock must not either.
    const alive = setInterval(() => undefined, 1_000);
    await clock.wait(30, new AbortController().signal);
    clearInterval(alive);
    expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  });

  it('ends at once with the signal', async () => {
    const clock = createClock();
    const stop = new AbortController();
    const waiting = clock.wait(3_600_000, stop.signal);
    stop.abort();
    await waiting;
    await clock.wait(3_600_000, stop.signal);
  });
});
