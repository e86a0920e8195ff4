import { describe, expect, it } from 'vitest';
import { judgeAgain } from '../../../../lib/judge-again.ts';
import { checkReport } from '../../../../lib/report/data/codec.ts';
import { emptyDraft } from '../../../../lib/kernel/listing.ts';
import type { Received } from '../../../../lib/kernel/ports.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { listingCounts } from '../../../../lib/parsing/listing-counts.ts';
import { screenshotFacts } from '../../../../lib/preview/readiness/screenshot-facts.ts';
import { listingToldNow, toldListing } from '../../../../lib/preview/readiness/told-listing.ts';
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

  it('is judged by what was typed, in both directions, and keeps nothing private', async () => {
    const short = `${'x@y.co '.repeat(20)}${'w'.repeat(1_820)}`;
    const long = `${'a-rather-long-name-of-somebody-at-work@mail.acme.example '.repeat(20)}${'w'.repeat(960)}`;
    const { said: fits } = await tell(kept(), draft({ description: short }), false);
    expect(fits.passed).toContain('listing.description-too-long');
    expect(JSON.stringify(fits.readiness)).toContain('1,960 of 2,000 characters');
    const { said: over } = await tell(kept(), draft({ description: long }), false);
    expect(over.findings).toMatchObject([{ code: 'listing.description-too-long', values: { count: 2_100 } }]);
    for (const report of [fits, over]) expect(JSON.stringify(report)).not.toMatch(/x@y|a-rather-long/);
    for (const report of [fits, over]) expect(judgeAgain(report, new Date(0)).findings).toEqual(report.findings);
  });

  it('keeps what was seen of an address with a secret in it, while the rest is written', async () => {
    const privacyPolicyUrl = 'https://acme.dev/privacy?token=abcdefSECRET';
    const gone = (): Promise<Received> => Promise.resolve({ ...received(404, {}, 'gone') } as Received);
    const { said } = await tell(kept(), draft({ privacyPolicyUrl }), true, gone);
    const documentationUrl = 'https://acme.dev/docs?token=anotherSECRET';
    const { said: later } = await tell(said, draft({ privacyPolicyUrl, documentationUrl, tagline: 'x' }), false);
    const now = await listingToldNow(said, draft({ privacyPolicyUrl, documentationUrl }));
    for (const links of [toldListing(later)?.links ?? [], now.links]) {
      expect(links.map(({ which }) => which)).toEqual(['privacy', 'support']);
    }
    expect(later.findings.map(({ values }) => values['row'])).toContain('privacy');
    expect(JSON.stringify([said, later, now])).not.toMatch(/abcdefSECRET|anotherSECRET/);
  });

  it('never opens this machine’s own network because a report says that it may', async () => {
    const typed = { typed: { status: 'observed', value: { local: true } } };
    const privacyPolicyUrl = 'https://127.0.0.1:8443/admin';
    const hostile = { ...kept(), evidence: typed as never };
    const { said, asked } = await tell(hostile, draft({ privacyPolicyUrl }));
    expect(asked.join()).not.toContain('127.0.0.1');
    expect(JSON.stringify(said.readiness)).toContain('known only inside a network');
    const url = 'https://localhost:9443/mcp';
    const own = { ...hostile, target: { url, host: 'localhost:9443' } };
    expect((await tell(own, draft({ privacyPolicyUrl }))).asked.join()).toContain('127.0.0.1');
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
  const counted = listingCounts(emptyDraft);

  it.each([
    ['nothing', null],
    ['text', 'x'],
    ['nothing counted', { draft: emptyDraft, descriptionFaults: [], links: [] }],
    ['odd counts', { draft: emptyDraft, counts: { ...counted, characters: null }, descriptionFaults: [], links: [] }],
    ['an empty object', {}],
    ['no draft', { draft: null, counts: counted, descriptionFaults: [], links: [] }],
    ['a draft of numbers', { draft: { ...emptyDraft, name: 7 }, counts: counted, descriptionFaults: [], links: [] }],
    ['odd links', { draft: emptyDraft, counts: counted, descriptionFaults: [], links: [{ which: 'other' }] }],
    ['odd faults', { draft: emptyDraft, counts: counted, descriptionFaults: [null], links: [] }],
    ['odd pictures', { draft: { ...emptyDraft, screenshots: [1] }, counts: counted, descriptionFaults: [], links: [] }],
  ])('is none where there stands %s', (_what, value) => {
    const evidence = { typed: { status: 'observed', value: {} }, 'directory-listing': { status: 'observed', value } };
    const report = sampleReport({ evidence: evidence as never });
    expect(toldListing(report)).toBeNull();
    expect(() => judgeAgain(report, new Date(0))).not.toThrow();
  });
});

describe('what a picture is', () => {
  const head = [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0x05, 0, 0, 0, 0x03],
    ...[0x20, 8, 6, 0, 0, 0, 0, 0, 0, 0],
  ];
  const chunk = (kind: string, length: number): number[] => [
    ...[0, 0, 0, length, ...new TextEncoder().encode(kind)],
    ...Array.from({ length: length + 4 }, () => 7),
  ];
  const png = Uint8Array.from([...head, ...chunk('IDAT', 9), ...chunk('IEND', 0)]);

  it('is told by its bytes, whatever its name says', async () => {
    expect(await screenshotFacts(png, 'a.gif')).toMatchObject({
      name: 'a.gif',
      type: 'png',
      width: 1_280,
      height: 800,
    });
    expect(await screenshotFacts(png, 'b.png')).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(await screenshotFacts(new TextEncoder().encode('hello'), 'a.png')).toMatchObject({ type: null, width: 0 });
    expect(await screenshotFacts(new Uint8Array(), 'a\u0000\nb.png')).toMatchObject({ name: 'a b.png', bytes: 0 });
  });

  it.each([
    ['its head alone', head],
    ['its head and an end', [...head, ...chunk('IEND', 0)]],
    ['empty data', [...head, ...chunk('IDAT', 0), ...chunk('IEND', 0)]],
    ['data that was cut short', [...head, ...chunk('IDAT', 9).slice(0, -6)]],
    ['no end', [...head, ...chunk('IDAT', 9)]],
    ['data longer than the file', [...head, 0xff, 0xff, 0xff, 0xff, 0x49, 0x44, 0x41, 0x54]],
  ])('is none with %s', async (_what, bytes) => {
    expect(await screenshotFacts(Uint8Array.from(bytes), 'a.png')).toMatchObject({ type: null, width: 0 });
  });

  it('is the same under another name', async () => {
    const [one, other] = await Promise.all([screenshotFacts(png, 'a.png'), screenshotFacts(png, 'b.png')]);
    expect(one.digest).toBe(other.digest);
    expect((await screenshotFacts(Uint8Array.from([...png, 0]), 'c.png')).digest).not.toBe(one.digest);
  });
});
