import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../lib/kernel/json.ts';
import {
  dehydrateEvidence,
  hydrateEvidence,
  type ObservationsByKey,
} from '../../../../lib/report/data/evidence-codec.ts';
import { sampleFailure, sampleResponse } from '../sample-report.ts';

const e1 = sampleResponse();
const e2 = sampleFailure({ id: 'e2' });
const exchanges = [e1, e2];

/** What a report file does to evidence. */
function throughFile(observations: ObservationsByKey): ObservationsByKey {
  const text = JSON.stringify(dehydrateEvidence(observations, exchanges));
  return hydrateEvidence(JSON.parse(text) as Json, exchanges);
}

function observing(value: unknown): ObservationsByKey {
  return { initialized: { status: 'observed', value } } as unknown as ObservationsByKey;
}

describe('evidence as JSON', () => {
  it('refers to exchanges instead of repeating them', () => {
    const copy = structuredClone(e1);
    expect(dehydrateEvidence(observing({ exchange: copy, list: [e2] }), exchanges)).toEqual({
      initialized: { status: 'observed', value: { exchange: { exchange: 'e1' }, list: [{ exchange: 'e2' }] } },
    });
  });

  it('keeps what was not observed', () => {
    const observations: ObservationsByKey = {
      ping: { status: 'unavailable', because: 'not-asked' },
      closing: { status: 'crashed', error: 'a bug' },
    };
    expect(throughFile(observations)).toEqual(observations);
  });

  it('never takes foreign JSON for an exchange', () => {
    const forged = { kind: 'response', id: 'e1', requestHeaders: {} };
    expect(throughFile(observing({ tools: [forged, { exchange: 'e1' }] }))).toEqual(
      observing({ tools: [forged, { exchange: 'e1' }] }),
    );
  });

  it('gives back any JSON exactly, whatever a server put into it', () => {
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.constantFrom(e1, e2, { exchange: 'e1' }, { literal: { exchange: 'e2' } }, { literal: {} }, { literal: [] }),
        fc.array(tie('tree')),
        fc.dictionary(fc.constantFrom('exchange', 'literal', 'kind', 'a'), tie('tree'), { maxKeys: 2 }),
        tie('tree').map((literal) => ({ literal })),
        tie('tree').map((exchange) => ({ exchange })),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        // JSON knows no negative zero.
        const observations = observing(JSON.parse(JSON.stringify(value)));
        expect(throughFile(observations)).toEqual(observations);
      }),
    );
  });

  it('keeps a member named __proto__ a member', () => {
    const value = JSON.parse('{"tools":[{"__proto__":{"polluted":true}}]}') as Json;
    const back = throughFile(observing(value));
    expect(JSON.stringify(back)).toContain('"__proto__":{"polluted":true}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('cuts what is nested deeper than any evidence', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as Json;
    expect(JSON.stringify(dehydrateEvidence(observing(deep), exchanges)).length).toBeLessThan(500);
    expect(hydrateEvidence(observing(deep) as Json, exchanges).initialized).toMatchObject({ status: 'observed' });
  });
});

describe('hydrateEvidence', () => {
  it('calls a reference to a missing exchange by its name', () => {
    const damaged = { initialized: { status: 'observed', value: { exchange: { exchange: 'e9' } } } };
    expect(hydrateEvidence(damaged, exchanges).initialized).toEqual({
      status: 'crashed',
      error: expect.stringContaining('e9') as string,
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, member) => {
        expect(typeof hydrateEvidence(value as Json, exchanges)).toBe('object');
        const { ping } = hydrateEvidence({ ping: member } as Json, exchanges);
        expect(['observed', 'unavailable', 'crashed']).toContain(ping?.status);
      }),
    );
  });
});
