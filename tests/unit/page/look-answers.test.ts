import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGathered, readHidden, readReplaced, readSettled, readSigns } from '../../../lib/page/look/read-answer.ts';
import { whoReplaced } from '../../../lib/page/look/who-replaced.ts';
import { watchedFunctions } from '../../../lib/standards/watched-functions.ts';

const shown = (url: string): string => url.replace(/\?.*/, '');
const by = (...places: readonly string[]) => whoReplaced([{ name: 'fetch', places }], shown).map((each) => each.by);
const extension = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/patch.js';
const ofExtension = { kind: 'extension', id: 'abcdefghijklmnopabcdefghijklmnop' };

describe('who replaced a function', () => {
  it('is told by the scripts on the way through it', () => {
    expect(by(extension)).toEqual([ofExtension]);
    expect(by('moz-extension://11111111-1111-4111-8111-111111111112/patch.js')).toEqual([
      { kind: 'extension', id: '11111111-1111-4111-8111-111111111112' },
    ]);
    expect(by('https://claude.ai/app.js?v=1')).toEqual([{ kind: 'page', url: 'https://claude.ai/app.js' }]);
    expect(by('')).toEqual([{ kind: 'unknown' }]);
    expect(by('blob:https://claude.ai/1')).toEqual([{ kind: 'unknown' }]);
    expect(by()).toEqual([{ kind: 'unknown' }]);
  });

  it('may be several, one behind the other', () => {
    expect(by('https://claude.ai/app.js', extension, 'https://claude.ai/app.js?again')).toEqual([
      { kind: 'page', url: 'https://claude.ai/app.js' },
      ofExtension,
    ]);
    expect(by('https://claude.ai/app.js', '')).toEqual([
      { kind: 'page', url: 'https://claude.ai/app.js' },
      { kind: 'unknown' },
    ]);
  });

  it('is the extension where its helpers have no address', () => {
    expect(by(extension, '')).toEqual([ofExtension]);
  });
});

describe('what comes back out of a page', () => {
  it('is taken as it is when it is what was asked for', () => {
    expect(readSigns({ runsScripts: true, keepsCookies: false })).toEqual({ runsScripts: true, keepsCookies: false });
    expect(readReplaced([{ name: 'fetch', places: [extension] }])).toEqual([{ name: 'fetch', places: [extension] }]);
    const hidden = { what: 'main', how: 'display', by: 'injected' };
    expect(readHidden([hidden])).toEqual([hidden]);
    const gathered = {
      copy: { compared: 2, differing: ['a.js'], gone: [] },
      refused: [{ directive: 'connect-src', host: 'api.anthropic.com' }],
    };
    expect(readGathered(gathered)).toEqual(gathered);
    expect(['answered', 'failed', null, 'timeout'].map(readSettled)).toEqual([
      'answered',
      'failed',
      'timeout',
      'timeout',
    ]);
  });

  it('is not believed further than that', () => {
    expect(readSigns({ runsScripts: 'yes', keepsCookies: true })).toBeNull();
    expect(readReplaced([{ name: 'alert', places: [] }, null, 7])).toEqual([]);
    expect(readReplaced([{ name: 'open', places: Array(99).fill('x'.repeat(9_999)) }])).toEqual([
      { name: 'open', places: Array(6).fill('x'.repeat(500)) },
    ]);
    expect(readHidden([{ what: 'wallet', how: 'display', by: 'injected' }])).toEqual([]);
    expect(readHidden([{ what: 'main', how: 'smell', by: 'injected' }])).toEqual([]);
    expect(readGathered({ copy: { compared: 1e9, differing: Array(99).fill('x'.repeat(999)) } }).copy).toEqual({
      compared: 8,
      differing: Array(8).fill('x'.repeat(120)),
      gone: [],
    });
    expect(readGathered({ refused: [{ directive: '<b>', host: 'a.dev' }] }).refused).toEqual([]);
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readSigns(value);
        expect(['answered', 'failed', 'timeout']).toContain(readSettled(value));
        expect(readReplaced(value).length).toBeLessThanOrEqual(watchedFunctions.length);
        expect(readHidden(value)).toEqual([]);
        expect(readGathered(value).copy.compared).toBeLessThanOrEqual(8);
      }),
    );
  });
});
