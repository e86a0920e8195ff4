import { describe, expect, it } from 'vitest';
import { guideIds } from '../../../lib/guides/guide-id.ts';
import { findingCodes } from '../../../lib/kernel/finding-code.ts';
import type { ErrorSentence, Likelihood } from '../../../lib/knowledge/error-sentence.ts';
import { errorSentences } from '../../../lib/knowledge/error-sentences.ts';

const entries = Object.entries<ErrorSentence>(errorSentences);
const order: readonly Likelihood[] = ['usual', 'common', 'rare'];

describe.each(entries)('%s', (id, sentence) => {
  const { phrases, alone = [], otherLanguages, causes, guides, meaning, sources, isConnectorFault } = sentence;

  it('has a telling id and phrases that can be found', () => {
    expect(id).toMatch(/^[a-z]\w*(?:-[a-z0-9]+)*$/);
    for (const phrase of [...phrases, ...alone, ...Object.values(otherLanguages).flat()]) {
      expect(phrase).toBe(phrase.toLowerCase());
      expect(phrase).not.toMatch(/[’‘“”]/);
    }
    for (const language of Object.keys(otherLanguages)) expect(language).toMatch(/^[a-z]{2}$/);
  });

  it('names each existing cause once, the most likely first', () => {
    const codes = causes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(findingCodes).toContain(code);
    const ranks = causes.map(({ likelihood }) => order.indexOf(likelihood));
    expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
  });

  it('blames no connector by its causes where it says that none is at fault', () => {
    if (isConnectorFault) return;
    for (const { code, likelihood } of causes) {
      if (likelihood !== 'rare') expect(code).toMatch(/^(?:account|client|claude|limits)\./);
    }
  });

  it('says it in sentences, with pages that can be opened', () => {
    for (const text of [meaning, ...causes.map(({ why }) => why)]) expect(text).toMatch(/^\p{Lu}.*\.$/u);
    expect(meaning.split(/[.?!](?:\s|$)/).filter((part) => part !== '').length).toBeLessThanOrEqual(3);
    for (const source of sources) expect(new URL(source).protocol).toBe('https:');
    for (const guide of guides) expect(guideIds).toContain(guide);
    if (guides.length === 0) expect(isConnectorFault).toBe(false);
  });
});

describe('all of them', () => {
  it('share no phrase', () => {
    const all = entries.flatMap(([, { phrases, alone = [] }]) => [...phrases, ...alone]);
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
  });

  it('tell the same of a cause in one way, or in a way of their own', () => {
    const whys = new Map<string, Set<string>>();
    for (const [, { causes }] of entries) {
      for (const { code, why } of causes) whys.set(why, (whys.get(why) ?? new Set()).add(code));
    }
    // A reason fits several codes only where they are one thing seen at two places.
    for (const [why, codes] of whys) expect(codes.size, why).toBeLessThanOrEqual(4);
  });
});
