import { describe, expect, it } from 'vitest';
import { judgeAgain } from '../../../../lib/doctor.ts';
import { checkReport } from '../../../../lib/report/codec.ts';
import { emptyDraft } from '../../../../lib/kernel/listing.ts';
import type { Received } from '../../../../lib/kernel/ports.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { screenshotFacts } from '../../../../lib/preview/readiness/screenshot-facts.ts';
import { toldListing } from '../../../../lib/preview/readiness/told-listing.ts';
import { withListing } from '../../../../lib/told-listing.ts';
import { memoryPorts, received } from '../../../support/memory-ports.ts';
import { exchange } from '../../../support/evidence-builders.ts';
import { sampleReport } from '../../report/sample-report.ts';
import { draft } from './listings.ts';

const words = `<p>${'We keep what you write and show it to nobody. '.repeat(3)}</p>`;
const page = (): Promise<Received> => {
  const bytesBody = new TextEncoder().encode(words);
  return Promise.resolve({
    ...received(200, { 'content-type': 'text/html' }, ''),
    bytes: bytesBody.length,
    bytesBody,
  } as Received);
};

function kept(): Report {
  return sampleReport({ exchanges: [exchange(200, '{}', {}, { id: 'e7' })] });
}

function tell(report: Report, told = draft(), lookAtLinks = true, answer = page) {
  const { ports, asked } = memoryPorts(answer);
  const signal = new AbortController().signal;
  const after = withListing(report, told, { ports, lookAtLinks, signal, judgedAt: new Date(0) });
  return after.then((said) => ({ said, asked }));
}

describe('a listing that is told after the check', () => {
  it('is judged with the report, and its readiness stands in it', async () => {
    const { said, asked } = await tell(kept(), draft({ name: 'Sam’s' }));
    expect(asked).toEqual([
      'GET https://acme.dev/documentation',
      'GET https://acme.dev/privacy',
      'GET https://acme.dev/support',
    ]);
    expect(said.findings.map(({ code }) => code)).toEqual(['listing.name-hazard']);
    expect(said.exchanges.map(({ id }) => id)).toEqual(['e7', 'e8', 'e9', 'e10']);
    expect(said.readiness).toMatchObject({ schema: 'connector-doctor/readiness@1' });
    expect(checkReport(JSON.parse(JSON.stringify(said))).ok).toBe(true);
    expect(judgeAgain(said, new Date(0)).findings).toEqual(said.findings);
    expect(judgeAgain(said, new Date(0)).readiness).toEqual(said.readiness);
  });

  it('keeps what was seen of addresses that it still names, and lets go of the others', async () => {
    const { said } = await tell(kept());
    const { said: later, asked } = await tell(said, draft({ supportContact: 'https://acme.dev/other' }), false);
    expect(asked).toEqual([]);
    expect(toldListing(later)?.links.map(({ which }) => which)).toEqual(['documentation', 'privacy']);
    expect(later.exchanges.map(({ id }) => id)).toEqual(['e7', 'e8', 'e9']);
    expect(checkReport(JSON.parse(JSON.stringify(later))).ok).toBe(true);
  });

  it('that is told again does not grow the report', async () => {
    const { said } = await tell(kept());
    const { said: again } = await tell(said);
    expect(again.exchanges.length).toBe(said.exchanges.length);
    expect(again.redactions).toEqual(said.redactions);
  });

  it('keeps an e-mail address out of it', async () => {
    const { said } = await tell(kept(), draft({ supportContact: 'sam.doe@acme.dev' }), false);
    expect(JSON.stringify(said)).not.toContain('sam.doe');
    expect(said.redactions.length).toBe(1);
    expect(JSON.stringify(said.readiness)).toContain('An e-mail address is named');
  });

  it('says of pages that may not be asked that they were not seen', async () => {
    const refused = (): Promise<Received> =>
      Promise.resolve({
        kind: 'failure',
        reason: 'no-permission',
        detail: 'not allowed',
        redirects: [],
        remoteAddress: null,
        timing: { startedAt: 0, headersMs: null, durationMs: 1 },
      });
    const { said } = await tell(kept(), draft(), true, refused);
    expect(said.findings).toEqual([]);
    expect(JSON.stringify(said.readiness)).toContain('a permission was missing');
  });

  it('of a report without an address is refused', async () => {
    await expect(tell(sampleReport({ target: null }))).rejects.toThrow('of no connector');
  });
});

describe('the listing of a report', () => {
  it.each([
    ['nothing', null],
    ['text', 'x'],
    ['an empty object', {}],
    ['no draft', { draft: null, descriptionFaults: [], links: [] }],
    ['a draft of numbers', { draft: { ...emptyDraft, name: 7 }, descriptionFaults: [], links: [] }],
    ['odd links', { draft: emptyDraft, descriptionFaults: [], links: [{ which: 'other' }] }],
    ['odd faults', { draft: emptyDraft, descriptionFaults: [null], links: [] }],
    ['odd pictures', { draft: { ...emptyDraft, screenshots: [1] }, descriptionFaults: [], links: [] }],
  ])('is none where there stands %s', (_what, value) => {
    const evidence = { typed: { status: 'observed', value: {} }, 'directory-listing': { status: 'observed', value } };
    const report = sampleReport({ evidence: evidence as never });
    expect(toldListing(report)).toBeNull();
    expect(() => judgeAgain(report, new Date(0))).not.toThrow();
  });
});

describe('what a picture is', () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0x05, 0, 0, 0, 0x03,
    0x20, 8, 6, 0, 0, 0, 0, 0, 0, 0,
  ]);

  it('is told by its bytes, whatever its name says', async () => {
    expect(await screenshotFacts(png, 'a.gif')).toMatchObject({
      name: 'a.gif',
      type: 'png',
      width: 1_280,
      height: 800,
    });
    expect(await screenshotFacts(new TextEncoder().encode('hello'), 'a.png')).toMatchObject({ type: null, width: 0 });
    expect(await screenshotFacts(new Uint8Array(), 'a\u0000\nb.png')).toMatchObject({ name: 'a b.png', bytes: 0 });
  });
});
