import { describe, expect, it } from 'vitest';
import type { Listing } from '../../../lib/kernel/evidence.ts';
import type { Exchange } from '../../../lib/kernel/exchange.ts';
import { toolFacts } from '../../../lib/rehearsal/tool-facts.ts';
import { encodeReport } from '../../../lib/report/formats/encode.ts';
import { sampleReport } from '../report/sample-report.ts';

function listingOf(count: number): Listing {
  const tools = Array.from({ length: count }, (_, index) => ({ name: `t${index}`, inputSchema: { type: 'object' } }));
  const reply = { kind: 'result', result: { tools: [] }, via: 'json' } as const;
  return { era: 'legacy', pages: [{ exchange: {} as Exchange, reply }], tools, end: 'complete' };
}

describe('facts of a list beyond any real one', () => {
  it('count every tool and name the first 2,000', () => {
    const facts = toolFacts(listingOf(5_000));
    expect(facts).toMatchObject({ count: 5_000, missingTitle: 5_000 });
    expect(facts?.items).toHaveLength(2_000);
    expect(toolFacts(listingOf(2_000))?.items).toHaveLength(2_000);
  });
});

describe('a report', () => {
  it('is indented where people may read it, and is not where that would only double it', () => {
    const small = sampleReport({ note: 'x' });
    expect(encodeReport(small)).toBe(`${JSON.stringify(small, undefined, 2)}\n`);
    const large = sampleReport({ note: 'x'.repeat(5_000_000) });
    expect(encodeReport(large)).toBe(`${JSON.stringify(large)}\n`);
  });
});
