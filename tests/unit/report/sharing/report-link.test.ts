import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../lib/kernel/report.ts';
import { readReport } from '../../../../lib/report/data/read-report.ts';
import { encodeReport } from '../../../../lib/report/formats/encode.ts';
import { fromBase64url, toBase64url } from '../../../../lib/report/sharing/base64url.ts';
import { deflate, inflate } from '../../../../lib/report/sharing/deflate.ts';
import { fragmentOf, linkIn } from '../../../../lib/report/sharing/link-text.ts';
import { readReportLink, reportLink } from '../../../../lib/report/sharing/report-link.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const viewer = 'https://viewer.example/reports/';
const passphrase = 'Schöne Grüße 🔑';
const report = sampleReport({ findings: [sampleFinding()], exchanges: [sampleResponse()] });
const open = await reportLink(report, { viewer, passphrase: null });
const locked = await reportLink(report, { viewer, passphrase });

function bytesIn(link: string): Uint8Array<ArrayBuffer> {
  const found = linkIn(link);
  const bytes = found.kind === 'data' ? fromBase64url(found.data) : null;
  if (bytes === null) throw new Error('no link');
  return bytes;
}

function linkOf(bytes: Uint8Array): string {
  return `${viewer}#${fragmentOf(toBase64url(bytes))}`;
}

/** The link with another byte in one place. */
function changed(link: string, index: number, byte: (before: number) => number): string {
  return linkOf(bytesIn(link).map((before, at) => (at === index ? byte(before) : before)));
}

async function problemOf(link: string, typed?: string): Promise<string> {
  const read = await readReport(link, typed);
  return read.kind === 'problem' ? read.problem : read.kind;
}

describe('a link', () => {
  it('gives back the report, letter by letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), async (note, body) => {
        const told = sampleReport({ note, exchanges: [sampleResponse({ body })] });
        const read = await readReport(await reportLink(told, { viewer, passphrase: null }));
        expect(read.kind === 'report' && encodeReport(read.report)).toBe(encodeReport(told));
      }),
      { numRuns: 25 },
    );
  });

  it('holds everything behind the “#” of the viewer’s address', () => {
    const url = new URL(open);
    expect(url.href).toBe(open);
    expect(open.slice(0, open.indexOf('#'))).toBe(viewer);
    expect(url.hash).toMatch(/^#connector-doctor=\d+\.[\w-]+$/);
  });

  it('is found where mail programs broke it into lines, quoted it, or put words around it', async () => {
    const lines = (length: number, join: string): string =>
      (open.match(new RegExp(`[^]{1,${String(length)}}`, 'g')) ?? []).join(join);
    const texts = [
      `<${open}>`,
      `See (${open}).`,
      `${open} and tell me what you think`,
      lines(76, '\n'),
      lines(76, '\r\n> '),
      lines(75, '=\r\n'),
      lines(60, '\n> > '),
      lines(120, ' '),
      lines(200, '\u200B'),
    ];
    for (const text of texts) expect(await readReport(text), text).toMatchObject({ kind: 'report', form: 'link' });
  });

  it('says how much is there when it was cut off', async () => {
    const whole = Number(/=(\d+)\./.exec(open)?.[1]);
    const words = `${String(whole - 10)} of its ${String(whole)} characters`;
    for (const text of [open.slice(0, -10), `${open.slice(0, -10)} ?!`]) expect(await problemOf(text)).toContain(words);
  });

  it('is never taken for another report when a bit of it was changed', async () => {
    const bytes = bytesIn(open).length;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes - 1), fc.nat(7), async (index, bit) => {
        const read = await readReport(changed(open, index, (before) => before ^ (1 << bit)));
        // A few bits of deflated data say nothing.
        if (read.kind === 'report') expect(read.report).toEqual(report);
        else expect(['problem', 'locked']).toContain(read.kind);
      }),
      { numRuns: 200 },
    );
  });

  it('is not inflated beyond what a report may hold', async () => {
    const bomb = await deflate(new Uint8Array(74_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await inflate(bomb, 1_000_000)).toEqual({ kind: 'too-large' });
    const head = bytesIn(open).slice(0, 10);
    expect(await problemOf(linkOf(Uint8Array.from([...head, ...bomb])))).toContain('more than 64 MiB');
  });

  it('of a later version, of an unknown kind or with nothing in it is refused', async () => {
    for (const version of [2, 255]) expect(await problemOf(changed(open, 0, () => version))).toContain('newer version');
    expect(await problemOf(changed(open, 1, () => 9))).toContain('does not know');
    expect(await problemOf(linkOf(new Uint8Array()))).toContain('damaged');
    expect(await problemOf(linkOf(Uint8Array.of(1, 0)))).toContain('damaged');
    expect(await problemOf(linkOf(bytesIn(locked).slice(0, 34)), passphrase)).toContain('damaged');
    expect(await problemOf(`${viewer}#connector-doctor=x`)).toContain('nothing is fetched');
  });

  it('never rejects, whatever stands behind its mark', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), fc.nat(400), async (text, length) => {
        const ends = [text, `${String(length)}.${text}`, fragmentOf(text).slice('connector-doctor='.length)];
        for (const end of ends) {
          const contents = await readReportLink(`#connector-doctor=${end}`, 'x');
          if (contents !== null) expect(contents.kind).toBe('problem');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a link with a passphrase', () => {
  it('opens with it, however the keyboard writes its letters', async () => {
    for (const typed of [passphrase, passphrase.normalize('NFD')]) {
      expect(await readReport(locked, typed)).toEqual({ kind: 'report', report, form: 'link' });
    }
  });

  it('asks for it, and cannot tell a wrong one from a change', async () => {
    for (const none of [undefined, '']) expect(await readReport(locked, none)).toEqual({ kind: 'locked' });
    const wrong = await problemOf(locked, passphrase.toLowerCase());
    expect(wrong).toContain('cannot be told apart');
    // A byte of the salt, of the initialization vector, of the number of rounds, and of what is locked.
    for (const index of [5, 6, 33, 40]) {
      expect(
        await problemOf(
          changed(locked, index, (before) => before ^ 1),
          passphrase,
        ),
        String(index),
      ).toBe(wrong);
    }
  });

  it('states the parameters with which it was locked', () => {
    const bytes = bytesIn(locked);
    expect([...bytes.slice(0, 2)]).toEqual([1, 1]);
    expect(new DataView(bytes.buffer).getUint32(2)).toBe(600_000);
  });

  it('is refused before anything is hashed when it wants too many or too few rounds', async () => {
    for (const iterations of [0, 1, 599_999, 10_000_001, 0xffff_ffff]) {
      const bytes = bytesIn(locked);
      new DataView(bytes.buffer).setUint32(2, iterations);
      expect(await problemOf(linkOf(bytes), 'x'), String(iterations)).toContain('does not know');
    }
  });

  it('is another each time, and shows nothing of the report', async () => {
    const [one, two] = [bytesIn(locked), bytesIn(await reportLink(report, { viewer, passphrase }))];
    expect(toBase64url(one.slice(6, 34))).not.toBe(toBase64url(two.slice(6, 34)));
    expect(toBase64url(one.slice(34))).not.toBe(toBase64url(two.slice(34)));
    expect(await inflate(one.slice(34), 1_000_000)).toEqual({ kind: 'damaged' });
  });

  it('is not made with an empty one', async () => {
    await expect(reportLink(report, { viewer, passphrase: '' })).rejects.toThrow(RangeError);
  });

  it('opens to any report with any passphrase', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), fc.string(), async (typed, note) => {
        const told: Report = sampleReport({ note });
        const read = await readReport(await reportLink(told, { viewer, passphrase: typed }), typed);
        expect(read).toEqual({ kind: 'report', report: told, form: 'link' });
      }),
      { numRuns: 5 },
    );
  });
});

describe('base64url', () => {
  it('gives back any bytes, and refuses what is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(text)).toEqual(bytes);
      }),
    );
    for (const text of ['a', 'abcde', 'ab=', 'a+b/', 'ä']) expect(fromBase64url(text)).toBeNull();
  });
});
