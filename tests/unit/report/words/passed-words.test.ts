import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../../lib/kernel/finding-code.ts';
import { checkPhrases, passedPhrase, questionPhrase } from '../../../../lib/report/words/passed/check-phrases.ts';

const longest = 70;
const tails = findingCodes.map((code) => code.slice(code.indexOf('.') + 1)).filter((tail) => tail.includes('-'));

describe('the phrases of the checks', () => {
  it('are there for every code, and for nothing else', () => {
    expect(Object.keys(checkPhrases).sort()).toEqual([...findingCodes].sort());
  });

  it.each(findingCodes)('are short and plain: %s', (code) => {
    const { passed, question } = checkPhrases[code];
    expect(passed).toMatch(/^\p{Lu}/u);
    expect(question).toMatch(/^whether /);
    for (const phrase of [passed, question]) {
      expect(phrase.length).toBeLessThanOrEqual(longest);
      expect(phrase).not.toMatch(/[.!?:;]$|["'`]| {2}|^ | $/);
      expect(tails.filter((tail) => phrase.toLowerCase().includes(tail))).toEqual([]);
    }
  });

  it.each(['passed', 'question'] as const)('tell one check from the other (%s)', (which) => {
    const said = findingCodes.map((code) => checkPhrases[code][which]);
    expect(said.filter((phrase, index) => said.indexOf(phrase) !== index)).toEqual([]);
  });

  it('say what is fine, and what would be looked at', () => {
    expect(passedPhrase('dns.no-a-record')).toBe('The name has an IPv4 address');
    expect(questionPhrase('dns.no-a-record')).toBe('whether the name has an IPv4 address');
  });

  it('leave a code of a later version as it is', () => {
    expect(passedPhrase('made.up-code' as never)).toBe('made.up-code');
    expect(questionPhrase('constructor' as never)).toBe('constructor');
  });
});
