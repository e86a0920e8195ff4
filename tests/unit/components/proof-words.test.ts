import { describe, expect, it } from 'vitest';
import { bisectMeaning } from '../../../components/interference/bisect-words.ts';
import { bisects } from '../../browser/gallery/sample-bisects.ts';

const named = (...ids: readonly string[]) => ids.map((id) => ({ id, name: id.toUpperCase() }));

describe('what proves a culprit', () => {
  it.each([
    [[named('a')], /^With it off.* works.* with it on/],
    [[named('a', 'b')], /only together: .* on.* with (any )?one of them off/],
    [[named('a'), named('b')], /^Each of them alone .* only with all of them off/],
    [[named('a'), named('b', 'c')], /^Each of these causes is enough .* only with one extension of each of them off/],
  ])('of %j', (groups, words) => {
    const findings = {
      symptom: 'a request',
      seenBy: 'probe',
      rounds: 5,
      suspects: 8,
      outcome: { kind: 'culprits', groups },
    } as const;
    expect(bisectMeaning({ ...bisects.one, findings })).toMatch(words);
  });
});
