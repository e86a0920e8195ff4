import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/kernel/exchange.ts';
import { bodyView, mostShown } from '../../../lib/report/exchanges/body-view.ts';
import { byFamily } from '../../../lib/report/words/code-families.ts';
import { bytesWords, msWords } from '../../../lib/report/words/measures.ts';
import { whenWords } from '../../../lib/report/words/when-words.ts';
import { mostTicks, waterfall } from '../../../lib/report/exchanges/waterfall.ts';

describe('bodyView', () => {
  it('indents JSON without touching what it says', () => {
    const { text, isFormatted } = bodyView('{"a":[1e999,{}],"a":"x\\u0041 , {","b":[]}', 'application/json');
    expect(isFormatted).toBe(true);
    expect(text).toBe('{\n  "a": [\n    1e999,\n    {}\n  ],\n  "a": "x\\u0041 , {",\n  "b": []\n}');
  });

  it('keeps the value of every JSON document', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (value) => {
        const printable = JSON.stringify(value).replace(/[^\x20-\x7e]/g, '?');
        expect(JSON.parse(bodyView(printable, undefined).text)).toEqual(JSON.parse(printable));
      }),
    );
  });

  it('indents the JSON of an event stream', () => {
    const { text } = bodyView('event: message\r\ndata: {"id":1}\r\n\r\n', 'text/event-stream; charset=utf-8');
    expect(text).toContain('data: {\n  "id": 1\n}');
    expect(text).toContain('event: message');
  });

  it('shows as received what is no JSON, and what is wished so', () => {
    expect(bodyView('{"a":1', 'application/json')).toEqual({ text: '{"a":1', isFormatted: false, isCut: false });
    expect(bodyView('{"a":1}', 'application/json', true).text).toBe('{"a":1}');
  });

  it('makes hidden characters visible', () => {
    expect(bodyView('a\u202eb\u001b[2J', 'text/plain').text).toBe('a‹U+202E›b␛[2J');
  });

  it('is bounded, however long or deep a body is', () => {
    const long = bodyView('x'.repeat(mostShown * 3), 'text/plain');
    expect(long.isCut).toBe(true);
    expect(long.text.length).toBe(mostShown);
    const deep = bodyView('['.repeat(5_000) + ']'.repeat(5_000), 'application/json');
    expect(deep.text.length).toBeLessThanOrEqual(mostShown * 4);
  });
});

describe('waterfall', () => {
  const exchange = (id: string, startedAt: number, headersMs: number | null, durationMs: number): Exchange =>
    ({ id, timing: { startedAt, headersMs, durationMs } }) as Exchange;

  it('lays parallel requests on one line of time', () => {
    const { spanMs, bars, ticks } = waterfall([exchange('e1', 1000, 50, 100), exchange('e2', 1050, null, 150)]);
    expect(spanMs).toBe(200);
    expect(bars.get('e1')).toEqual({ start: 0, head: 0.25, end: 0.5 });
    expect(bars.get('e2')).toEqual({ start: 0.25, head: 1, end: 1 });
    expect(ticks).toEqual([0, 50, 100, 150, 200]);
  });

  it('stays in its line whatever a foreign report says', () => {
    const number = fc.oneof(fc.double(), fc.integer());
    const any = fc.record({ startedAt: number, headersMs: fc.option(number), durationMs: number });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (timings) => {
        const { bars, ticks, spanMs } = waterfall(
          timings.map((timing, index) => exchange(`e${index}`, timing.startedAt, timing.headersMs, timing.durationMs)),
        );
        for (const { start, head, end } of bars.values()) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(head).toBeGreaterThanOrEqual(start);
          expect(end).toBeGreaterThanOrEqual(head);
          expect(end).toBeLessThanOrEqual(1);
        }
        expect(ticks.length).toBeLessThanOrEqual(mostTicks);
        expect(ticks.every((tick) => tick <= spanMs)).toBe(true);
      }),
    );
  });

  it('has nothing to show without requests', () => {
    expect(waterfall([])).toEqual({ spanMs: 0, bars: new Map(), ticks: [0] });
  });
});

describe('measures', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [12_440, '12.4 kB'],
    [999_940, '1000 kB'],
    [999_960, '1.0 MB'],
    [3_100_000, '3.1 MB'],
    [850_000_000, '850 MB'],
  ])('%i bytes are %s', (bytes, words) => {
    expect(bytesWords(bytes)).toBe(words);
  });

  it.each([
    [0, '0 ms'],
    [33.6, '34 ms'],
    [999.6, '1.0 s'],
    [59_940, '59.9 s'],
    [59_960, '1 min 0 s'],
    [64_000, '1 min 4 s'],
  ])('%d milliseconds are %s', (ms, words) => {
    expect(msWords(ms)).toBe(words);
  });

  it('names the day only when it is another one', () => {
    const now = Date.UTC(2026, 10, 21, 12);
    expect(whenWords(Date.UTC(2026, 10, 21, 9, 4), now, 'UTC')).toBe('09:04');
    expect(whenWords(Date.UTC(2026, 10, 20, 23, 59), now, 'UTC')).toBe('20 Nov 2026, 23:59');
  });
});

describe('codes', () => {
  it('stand under their families, in Claude’s order', () => {
    const families = byFamily(['icon.none', 'dns.not-found', 'made.up'] as never[], (code) => code);
    expect(families.map(({ title }) => title)).toEqual(['The public name', 'The icon', 'Other']);
  });
});
