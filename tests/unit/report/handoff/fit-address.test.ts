import { describe, expect, it } from 'vitest';
import { fitAddress, type Parts } from '../../../../lib/report/handoff/fit-address.ts';

const addressOf = (parts: Parts): string => Object.values(parts).join('');
const within =
  (limit: number) =>
  (address: string): boolean =>
    address.length <= limit;

describe('what does not fit into an address', () => {
  it('is nothing where all fits; what is empty is no part', () => {
    const fitted = fitAddress({ a: 'one', b: '' }, [{ name: 'a', by: 'leaving' }], addressOf, within(3));
    expect(fitted).toEqual({ address: 'one', sent: { a: 'one' }, left: [] });
  });

  it('goes in the order of its importance, and only as far as it has to', () => {
    const parts = { first: 'f'.repeat(50), second: 's'.repeat(50), third: 't'.repeat(50) };
    const yielding = [
      { name: 'third', by: 'leaving' },
      { name: 'second', by: 'leaving' },
    ] as const;
    const { sent, left } = fitAddress(parts, yielding, addressOf, within(100));
    expect([Object.keys(sent), left.map(({ name }) => name)]).toEqual([['first', 'second'], ['third']]);
  });

  it('keeps a beginning up to the end of a word', () => {
    const text = 'word '.repeat(40);
    const { sent, left } = fitAddress({ text }, [{ name: 'text', by: 'shortening' }], addressOf, within(103));
    expect([sent['text'], left[0]?.isRest]).toEqual(['word '.repeat(20), true]);
    expect((sent['text'] ?? '') + (left[0]?.text ?? '')).toBe(text);
  });

  it('never cuts a character in two, and leaves a beginning that says nothing', () => {
    const text = `a${'🔥'.repeat(100)}`;
    const { sent } = fitAddress({ text }, [{ name: 'text', by: 'shortening' }], addressOf, within(100));
    expect([sent['text']?.isWellFormed(), sent['text']?.length]).toEqual([true, 99]);
    const short = fitAddress({ text }, [{ name: 'text', by: 'shortening' }], addressOf, within(20));
    expect([short.sent, short.left]).toEqual([{}, [{ name: 'text', text, isRest: false }]]);
  });
});
