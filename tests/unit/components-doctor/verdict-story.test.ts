import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryItem } from '../../../components/history/history-items.ts';
import { verdictStory } from '../../../components/history/verdict-story.ts';
import type { Verdict } from '../../../lib/kernel/report.ts';
import type { RunPhase } from '../../../lib/runs/run-state.ts';

const url = 'https://mcp.acme.dev/mcp';
const day = 86_400_000;
const start = new Date(2026, 10, 1, 12).getTime();

/** One check a day, from 1 November on. */
function daily(...checks: readonly (Verdict | RunPhase)[]): readonly HistoryItem[] {
  return checks.map((each, index) => check(each, index));
}

function check(each: Verdict | RunPhase, index: number, members: Partial<HistoryItem> = {}): HistoryItem {
  const isPhase = each === 'interrupted' || each === 'cancelled' || each === 'running';
  return {
    id: String(index),
    name: 'mcp.acme.dev',
    url,
    at: start + index * day,
    phase: isPhase ? each : 'complete',
    verdict: isPhase ? null : (each as Verdict),
    bytes: 1,
    ...members,
  };
}

const told = (items: readonly HistoryItem[]): string => verdictStory(items, url, 0).sentences.join(' ');

describe('how a connector stood over time', () => {
  it('is told from when it changed on', () => {
    expect(told(daily('ready', 'sign-in-needed', 'broken', 'broken', 'broken'))).toBe(
      'It has been broken since 3 Nov 2026, 12:00, in 3 checks. Before that nothing wrong was seen, last at 2 Nov 2026, 12:00.',
    );
    expect(told(daily('broken', 'broken', 'degraded', 'ready', 'ready'))).toBe(
      'Nothing wrong has been seen since 4 Nov 2026, 12:00, in 2 checks. Before that it worked in part, last seen at 3 Nov 2026, 12:00.',
    );
  });

  it('says no more than few checks can', () => {
    expect(told(daily('broken'))).toBe('This is the only check so far, so nothing is known of before.');
    expect(told(daily('ready', 'broken'))).toBe(
      'It was broken in the latest check (2 Nov 2026, 12:00). Before that nothing wrong was seen, last at 1 Nov 2026, 12:00. Too few checks to call it a pattern.',
    );
    expect(told(daily('broken', 'broken'))).toContain('Too few checks');
  });

  it('takes no sign-in for a change, and says what comes and goes', () => {
    expect(told(daily('ready', 'sign-in-needed', 'ready', 'sign-in-needed'))).toBe(
      'Nothing wrong was seen in all 4 checks since 1 Nov 2026, 12:00.',
    );
    expect(told(daily('ready', 'broken', 'ready', 'broken', 'broken'))).toContain('It changed 3 times in 5 checks.');
  });

  it('counts neither what did not come to its end nor what saw nothing, and says so', () => {
    const words = told(daily('ready', 'interrupted', 'unknown', 'ready', 'cancelled', 'ready', 'ready'));
    expect(words).toContain('all 4 checks');
    expect(words).toContain('2 checks did not come to their end and are not counted.');
    expect(words).toContain('1 check could not see enough to say anything.');
    expect(told(daily('unknown', 'unknown'))).toContain('None of these checks could say how it stands.');
  });

  it('warns where the two checks around a change did not look equally far', () => {
    const items = [check('ready', 0, { depth: 'walk' }), check('broken', 1, { depth: 'signed-in,walk' })];
    expect(told(items)).toContain('did not look equally far');
    expect(told([check('ready', 0, { depth: 'walk' }), check('broken', 1)])).not.toContain('equally far');
  });

  it('is about this address alone, and not about what goes on', () => {
    const items = [...daily('ready', 'running'), check('broken', 5, { url: 'https://other.dev/mcp' })];
    expect(verdictStory(items, url, 0).items.map(({ id }) => id)).toEqual(['0']);
  });

  it('has all checks in their order, whatever they were', () => {
    const all = fc.array(
      fc.record({
        each: fc.constantFrom<Verdict | RunPhase>('ready', 'broken', 'degraded', 'unknown', 'interrupted'),
        at: fc.integer({ min: 0, max: 300 }),
      }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(all, (checks) => {
        const { items, sentences } = verdictStory(
          checks.map(({ each, at }) => check(each, at)),
          url,
          0,
        );
        expect(items.map(({ at }) => at)).toEqual(checks.map(({ at }) => start + at * day).sort((a, b) => a - b));
        expect(sentences.length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});
