import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Redactor } from '../../../../lib/report/redaction/redact.ts';
import { headerPlaces } from '../../../support/planted/header-places.ts';
import { traceIn } from '../../../support/planted/look-for-traces.ts';
import { formatsOf } from '../../../support/planted/outputs.ts';
import { swept } from '../../../support/planted/sweep.ts';
import { textPlaces } from '../../../support/planted/text-places.ts';

const asItIs: Redactor = {
  url: (text) => text,
  headers: (headers) => headers,
  text: (text) => text,
  answer: (text) => text,
  json: (value) => value,
  learn: () => undefined,
  version: () => 0,
  removed: () => [],
  tokenShapes: () => [],
};
vi.mock('../../../../lib/report/redaction/redact.ts', () => ({ createRedactor: () => asItIs }));

describe('without redaction', () => {
  const shown = new Map<string, number>();
  const clean: string[] = [];

  beforeAll(async () => {
    for (let seed = 0; seed < 320; seed += 1) {
      const { report, planted } = await swept(seed);
      const written = JSON.stringify(report);
      const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
      for (const { place, written: text } of planted) {
        const forms = [text, inJson(text), inJson(inJson(text)), inJson(inJson(inJson(text)))];
        if (forms.some((form) => written.includes(form))) shown.set(place, (shown.get(place) ?? 0) + 1);
      }
      if (seed >= 16 || report.exchanges.length === 0) continue;
      for (const [name, text] of await formatsOf(report)) {
        if (traceIn(text) === null) clean.push(`${name} of run ${String(seed)}`);
      }
    }
  }, 300_000);

  it('every place and every echo comes out, so that the search for them can fail', () => {
    expect([...Object.keys(textPlaces), ...Object.keys(headerPlaces)].filter((place) => !shown.has(place))).toEqual([]);
    expect([...shown.keys()].filter((place) => place.startsWith('echo: ')).length).toBeGreaterThanOrEqual(10);
    expect(shown.size).toBeGreaterThan(95);
  });

  it('the search finds them in the formats that tell of exchanges', () => {
    expect(clean.filter((name) => /^(?:json|har|html) /.test(name))).toEqual([]);
  });
});
