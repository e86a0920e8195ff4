import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framesIn, nowhere } from '../../../lib/page/look/stack-frames.ts';

const places = (stack: string): readonly string[] => framesIn(stack).map(({ place }) => place);

describe('the calls in a stack', () => {
  it('are read as Chromium writes them', () => {
    const stack = `TypeError: Failed to parse URL from https://[
    at window.fetch (chrome-extension://abcdefghijklmnopabcdefghijklmnop/patch.js:6:17)
    at Object.apply (https://claude.ai/_next/static/chunks/app/(dashboard)/page-1.js:2:107)
    at new EventSource (<anonymous>:1:80)
    at String (<anonymous>)
    at Array.map (native)
    at https://claude.ai/:2:107
    at eval (eval at run (https://claude.ai/app.js:1:2), <anonymous>:1:1)
    at async Promise.all (index 0)`;
    expect(places(stack)).toEqual([
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop/patch.js',
      'https://claude.ai/_next/static/chunks/app/(dashboard)/page-1.js',
      nowhere,
      'https://claude.ai/',
      nowhere,
    ]);
  });

  it('are read as Firefox writes them', () => {
    const stack = `get/<@<anonymous code>:4:71
window.fetch@moz-extension://11111111-1111-4111-8111-111111111112/patch.js:4:39
fetch@https://claude.ai/empty line 20 > injectedScript:1:73
map@self-hosted:180:17
window.fetch@https://cdn.example/@sentry/browser.js?v=1:7:16
@<anonymous code>:9:33
`;
    expect(places(stack)).toEqual([
      nowhere,
      'moz-extension://11111111-1111-4111-8111-111111111112/patch.js',
      nowhere,
      'https://cdn.example/@sentry/browser.js?v=1',
      nowhere,
    ]);
  });

  it('that only wait are told where they have an address', () => {
    expect(
      places('Error\n at f (<anonymous>:1:2)\n at async g (<anonymous>:3:4)\n at async https://a.dev/b.js:1:1'),
    ).toEqual([nowhere, 'https://a.dev/b.js']);
    expect(places('f@https://a.dev/b.js:1:1\nasync*g@<anonymous code>:2:2\nh@<anonymous code>:3:3')).toEqual([
      'https://a.dev/b.js',
    ]);
  });

  it('keep their line and column apart', () => {
    expect(framesIn('Error\n    at f (https://a.dev/b.js:10:20)')).toEqual([
      { place: 'https://a.dev/b.js', position: 'https://a.dev/b.js:10:20' },
    ]);
  });

  it('are bounded, whatever the page makes of a stack', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { place } of framesIn(text)) expect(place.length).toBeLessThanOrEqual(500);
      }),
    );
    expect(places(`at https://a.dev/${'x'.repeat(2_000)}:1:1`)[0]).toHaveLength(500);
  });
});
