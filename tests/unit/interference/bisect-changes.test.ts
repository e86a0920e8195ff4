import { describe, expect, it } from 'vitest';
import { leftAsIs, neverBegun, withoutExtension } from '../../../lib/interference/bisect-changes.ts';
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
    symptom: { kind: 'request', url: 'https://claude.ai/', as: 'fetch', how: 'dns', words: 'the request to claude.ai' },
    tabId: 7,
    now: 1_000,
  });
}

describe('an extension that somebody else has switched', () => {
  it('is left as they set it, and all others go back to what they were', () => {
    const one = advance(begun(), { kind: 'saw', saw: 'fails' }, 1_100);
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
    const later = advance(begun(), { kind: 'saw', saw: 'fails' }, 1_100);
    const next = withoutExtension(later, 'b');
    expect(next).toEqual({ ...begun(['a', 'c', 'd']) });
    expect([...wantedEnabled(next ?? later).keys()]).toEqual(['a', 'c', 'd']);
  });

  it('is not to be put back any more', () => {
    const restoring = advance(begun(), { kind: 'stop' }, 1_100);
    expect([...wantedEnabled(withoutExtension(restoring, 'b') ?? restoring).keys()]).toEqual(['a', 'c', 'd']);
    const left = [{ id: 'b', name: 'B' }];
    const over = advance(restoring, { kind: 'restored', notRestored: left, isNotAllowed: true }, 1_200);
    expect(withoutExtension(over, 'a')).toMatchObject({ phase: 'over', notRestored: left, isNotAllowed: true });
    expect(withoutExtension(over, 'b')).toMatchObject({ phase: 'over', notRestored: [], isNotAllowed: false });
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
