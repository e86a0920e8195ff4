import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patience, settled, type Look, type Saw } from '../../../lib/interference/steady.ts';

/** Looks at these times. */
function looks(...seen: readonly (readonly [afterMs: number, saw: Saw])[]): readonly Look[] {
  return seen.map(([afterMs, saw]) => ({ afterMs, saw }));
}

describe('a series of looks', () => {
  it('begins without an answer', () => {
    expect(settled([], true)).toBeNull();
    expect(settled(looks([0, 'fails']), false)).toBeNull();
    expect(settled(looks([0, 'works']), false)).toBeNull();
  });

  it('fails when it failed twice in a row and went on so for a moment, also after something was switched on', () => {
    for (const switchedOn of [true, false]) {
      expect(settled(looks([0, 'fails'], [100, 'fails']), switchedOn)).toBeNull();
      expect(settled(looks([0, 'fails'], [100, 'fails'], [250, 'fails']), switchedOn)).toBe('fails');
      expect(settled(looks([0, 'works'], [300, 'fails']), switchedOn)).toBeNull();
      expect(settled(looks([0, 'fails'], [100, 'works'], [300, 'fails']), switchedOn)).toBeNull();
    }
  });

  it('works at once after switching off, and only after a while when something was switched on', () => {
    const twice = looks([0, 'works'], [100, 'works']);
    expect(settled(twice, false)).toBe('works');
    expect(settled(twice, true)).toBeNull();
    expect(settled([...twice, { afterMs: patience.worksHoldsMs - 1, saw: 'works' }], true)).toBeNull();
    expect(settled([...twice, { afterMs: patience.worksHoldsMs, saw: 'works' }], true)).toBe('works');
  });

  it('a blocker that bites late is not taken for one that does not', () => {
    const late = looks([0, 'works'], [400, 'works'], [900, 'works'], [1_300, 'fails'], [1_600, 'fails']);
    expect(settled(late, true)).toBe('fails');
  });

  it('comes to nothing when it will not settle', () => {
    const wavering = Array.from({ length: 40 }, (_, index): Look => {
      return { afterMs: index * 100, saw: index % 2 === 0 ? 'fails' : 'works' };
    });
    const answers = wavering.map((_, index) => settled(wavering.slice(0, index + 1), true));
    expect(answers.filter((answer) => answer !== null)[0]).toBe('unclear');
    expect(answers.indexOf('unclear')).toBe(patience.atMostMs / 100);
  });

  it('one look that takes longer than all patience is not enough', () => {
    expect(settled(looks([9_000, 'works']), false)).toBeNull();
    expect(settled(looks([9_000, 'works'], [9_100, 'works']), false)).toBe('works');
    expect(settled(looks([9_000, 'unclear'], [9_100, 'unclear']), false)).toBe('unclear');
  });

  it('always ends, and says only what was seen last', () => {
    const saw = fc.constantFrom<Saw>('fails', 'works', 'unclear');
    fc.assert(
      fc.property(fc.array(saw, { minLength: 32, maxLength: 32 }), fc.boolean(), (seen, switchedOn) => {
        const series = seen.map((each, index): Look => ({ afterMs: index * patience.pauseMs, saw: each }));
        const end = series.findIndex((_, index) => settled(series.slice(0, index + 1), switchedOn) !== null);
        const answer = settled(series.slice(0, end + 1), switchedOn);
        return end >= 1 && (answer === 'unclear' || answer === series[end]?.saw);
      }),
    );
  });
});
