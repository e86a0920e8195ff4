import { describe, expect, it } from 'vitest';
import { answersOf, isOvertaken } from '../../../components/handoff/typed-answers.ts';

describe('what was typed over the report', () => {
  it('is overtaken when the report says something else than before, and not when it says the same', () => {
    const typed = { text: 'mine', before: 'Our old note. It fails.' };
    expect(isOvertaken(typed, 'Our old note. It fails.')).toBe(false);
    expect(isOvertaken(typed, 'It fails.')).toBe(true);
    expect(isOvertaken({ ...typed, text: 'It fails.' }, 'It fails.')).toBe(false);
    expect(isOvertaken(undefined, 'It fails.')).toBe(false);
  });

  it('is sent as it was typed, an empty field as well', () => {
    expect(answersOf({ title: { text: '', before: 'a' }, expected: { text: 'b', before: '' } })).toEqual({
      title: '',
      expected: 'b',
    });
  });
});
