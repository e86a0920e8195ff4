import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints } from '../../../lib/parsing/code-points.ts';
import { nameHazards } from '../../../lib/parsing/name-hazards.ts';

describe('what is risky in a name', () => {
  it.each([
    ['Acme Notes', []],
    ['Acme (beta) – no', ['non-ascii']],
    ['Acme & Sons, Inc. #1', []],
    ['Joe\u0027s Notes', ['apostrophe']],
    ['Joe’s Notes', ['apostrophe']],
    ['Joe´s Notes', ['apostrophe']],
    ['The "Notes"', ['quote']],
    ['„Notizen“', ['quote']],
    ['Notes 🚀', ['emoji']],
    ['Family 👨‍👩‍👧‍👦', ['emoji']],
    ['Flag 🇩🇪', ['emoji']],
    ['Heart ❤️', ['emoji']],
    ['One 1️⃣', ['emoji']],
    ['Wave 👋🏽', ['emoji']],
    ['Notes™', ['non-ascii']],
    ['Über', ['non-ascii']],
    ['Аcme', ['non-ascii']],
    ['メモ', ['non-ascii']],
    ['Ac\u200bme', ['control-character']],
    ['Acme\u202eseton', ['control-character']],
    ['Ac\u00adme', ['control-character']],
    ['Acme\n', ['control-character']],
    ['Acme\u0000', ['control-character']],
    ['Ac\u3164me', ['control-character']],
    ['Acme\ud800', ['control-character']],
    ['Zoë’s “Café” 🚀\u200b', ['apostrophe', 'quote', 'emoji', 'control-character', 'non-ascii']],
    ['', []],
  ])('%j: %j', (name, hazards) => {
    expect(nameHazards(name)).toEqual(hazards);
  });

  it('is nothing in a name of ASCII letters, digits and spaces', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w .,&()#-]*$/), (name) => {
        expect(nameHazards(name)).toEqual([]);
      }),
    );
  });

  it('is something in every name with another character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(nameHazards(name).length > 0).toBe(/[^\u0020-\u007e]|['"`]/u.test(name));
      }),
    );
  });
});

describe('the length of a text', () => {
  it('is that of its code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(codePoints(text)).toBe(Array.from(text).length);
      }),
    );
    expect(codePoints('\ud800a\udc00👋')).toBe(4);
  });
});
