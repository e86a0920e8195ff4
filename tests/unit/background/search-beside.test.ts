import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { advance, beginBisect } from '../../../lib/interference/bisect-life.ts';
import { neverBegun } from '../../../lib/interference/bisect-changes.ts';

vi.stubGlobal('browser', fakeBrowser);
const { wasSearching } = await import('../../../entrypoints/background/exam/search-beside.ts');
const { createBisectBook } = await import('../../../entrypoints/background/bisect/bisect-book.ts');
const { forgetSearch } = await import('../../../entrypoints/background/bisect/forget-search.ts');
const { bisectState } = await import('../../../lib/storage/bisect-state.ts');

beforeEach(() => fakeBrowser.reset());

const about = { id: 'one', mode: 'automatic', tabId: 7, now: 1_000 } as const;
const one = { id: 'a', name: 'Blocker' };
const suspect = { ...one, version: '1', powers: ['block-requests'], known: null, canSwitch: true } as const;
const searching = beginBisect({
  ...about,
  original: [{ ...one, enabled: true }],
  suspects: [suspect],
  symptom: { kind: 'person', words: 'what you saw' },
});
const restoring = advance(searching, { kind: 'stop' }, 4_000);
const over = advance(restoring, { kind: 'restored', notRestored: [] }, 5_000);

describe('what is seen beside a search', () => {
  it('is of no use from its beginning until everything is as it was', async () => {
    expect(await wasSearching(0)).toBe(false);
    for (const state of [searching, restoring]) {
      await bisectState.write(state);
      expect(await wasSearching(9_000)).toBe(true);
    }
    await bisectState.write(over);
    expect(await wasSearching(4_999)).toBe(true);
    expect(await wasSearching(5_000)).toBe(false);
    // One that never began has switched nothing.
    await bisectState.write(neverBegun(about, 'There is no tab with Claude.'));
    expect(await wasSearching(0)).toBe(false);
  });
});

describe('a search', () => {
  it('is forgotten with everything else, but not as long as anything has to be put back', async () => {
    for (const state of [searching, restoring, { ...over, notRestored: [one] }]) {
      await bisectState.write(state);
      expect(await forgetSearch(createBisectBook())).toMatchObject({ ok: false });
      expect(await bisectState.read()).toEqual(state);
    }
    await bisectState.write(over);
    expect(await forgetSearch(createBisectBook())).toEqual({ ok: true, value: null });
    expect(await bisectState.read()).toBeNull();
  });

  it('that was forgotten is known to nobody any more', async () => {
    await bisectState.write(over);
    const book = createBisectBook();
    expect(await book.current()).toEqual(over);
    await forgetSearch(book);
    expect(await book.current()).toBeNull();
    await book.advance({ kind: 'restored', notRestored: [one] });
    expect(await bisectState.read()).toBeNull();
  });
});
