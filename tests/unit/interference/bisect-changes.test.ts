import { describe, expect, it } from 'vitest';
import { goneAlready, leftAsIs, neverBegun, withoutExtension } from '../../../lib/interference/bisect-changes.ts';
import { advance, beginBisect, wantedEnabled } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import type { Suspect } from '../../../lib/kernel/evidence-browser.ts';

const ids = ['a', 'b', 'c', 'd'];

function suspect(id: string): Suspect {
  return { id, name: id.toUpperCase(), version: '1', powers: ['block-requests'], known: null, canSwitch: true };
}

function begun(among: readonly string[] = ids): BisectState {
  return beginBisect({
    id: 'search',
    mode: 'automatic',
    original: among.map((id) => ({ id, name: id.toUpperCase(), enabled: true })),
    suspects: among.map(suspect),
    symptom: { kind: 'request', url: 'https://claude.ai/', as: 'fetch', words: 'the request to claude.ai' },
    tabId: 7,
    now: 1_000,
  });
}

describe('a search that has nothing to look for', () => {
  it('is over once everything is put back, and accuses nobody', () => {
    const gone = goneAlready(begun());
    expect(gone).toMatchObject({ phase: 'restoring', mostLeft: 0, ended: null });
    expect(gone.findings).toMatchObject({ rounds: 0, suspects: 4, seenBy: 'probe', outcome: { kind: 'gone' } });
    expect(advance(gone, { kind: 'restored', notRestored: [] }, 2_000).phase).toBe('over');
  });
});

describe('an extension that somebody else has switched', () => {
  it('is left as they set it, and all others go back to what they were', () => {
    const one = advance(begun(), { kind: 'saw', saw: 'works' }, 1_100);
    const ended = advance(leftAsIs(one, 'b', false), { kind: 'failed', problem: 'B was switched off' }, 1_200);
    expect(ended.phase).toBe('restoring');
    expect([...wantedEnabled(ended)]).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
      ['d', true],
    ]);
  });
});

describe('an extension that was removed', () => {
  it('is out of the search, which begins anew among the others', () => {
    const later = advance(begun(), { kind: 'saw', saw: 'works' }, 1_100);
    const next = withoutExtension(later, 'b');
    expect(next).toEqual({ ...begun(['a', 'c', 'd']) });
    expect([...wantedEnabled(next ?? later).keys()]).toEqual(['a', 'c', 'd']);
  });

  it('leaves nothing to search where it was the only one', () => {
    expect(withoutExtension(begun(['a']), 'a')).toBeNull();
  });
});

it('a search that could not begin is over, says why, and has touched nobody', () => {
  const about = { id: 'search', mode: 'guided', tabId: null, now: 5 } as const;
  expect(neverBegun(about, 'No tab shows Claude.')).toMatchObject({
    phase: 'over',
    ended: 'error',
    problem: 'No tab shows Claude.',
    findings: null,
    original: [],
    notRestored: [],
    endedAt: 5,
  });
});
