import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipLiteral, isGloballyRoutable } from '../../../../lib/kernel/address.ts';
import type { Json } from '../../../../lib/kernel/json.ts';
import { withholdable } from '../../../../lib/kernel/report.ts';
import { decodeReport } from '../../../../lib/report/data/codec.ts';
import { encodeReport } from '../../../../lib/report/formats/encode.ts';
import { asItIs, prepareReport } from '../../../../lib/report/sharing/prepare-report.ts';
import { sampleReport } from '../sample-report.ts';
import { encoded, encoding, host, label, planted, readingsOf, standsIn, without } from './planted.ts';

describe('prepareReport', () => {
  it('changes nothing without being asked, and adds the note', () => {
    const report = sampleReport();
    expect(prepareReport(report, asItIs)).toEqual(report);
    expect(prepareReport(report, { withhold: [], note: 'Since Monday' })).toEqual({ ...report, note: 'Since Monday' });
  });

  it('leaves the note alone: it is their own', () => {
    const note = 'mcp.acme.dev fails, see https://mcp.acme.dev/mcp';
    expect(prepareReport(sampleReport(), { withhold: withholdable, note }).note).toBe(note);
  });

  it('believes nobody that something was left out: it is left out', () => {
    const url = 'https://mcp.quibblezorp.dev/tenant-4711/mcp';
    const report = planted(`${url} 10.9.8.7`, {
      target: { url, host: 'mcp.quibblezorp.dev' },
      withheld: ['host', 'paths', 'addresses'],
    });
    for (const prepared of [without(report), without(report, 'host', 'paths', 'addresses')]) {
      expect(standsIn(prepared)).not.toMatch(/quibblezorp|4711|10\.9\.8\.7/);
    }
  });

  it('leaves no host in any member, in any encoding', () => {
    fc.assert(
      fc.property(host, encoding, (name, how) => {
        const report = planted(encoded(how, name), { target: { url: `https://${name}/mcp`, host: name } });
        expect(readingsOf(standsIn(without(report, 'host'))).includes(name)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves no segment of a path in any member, in any encoding', () => {
    fc.assert(
      fc.property(label, encoding, (segment, how) => {
        const url = `https://mcp.acme.dev/${segment}/mcp`;
        const report = planted(`${url}?key=${encoded(how, segment)}`, { target: { url, host: 'mcp.acme.dev' } });
        expect(readingsOf(standsIn(without(report, 'paths'))).includes(segment)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no private address in any member, in any encoding, and puts one of its kind there', () => {
    const part = fc.integer({ min: 20, max: 250 }).map(String);
    const address = fc.oneof(
      fc.tuple(part, part, part).map((rest) => ['10', ...rest].join('.')),
      fc.tuple(part, part).map((rest) => ['192.168', ...rest].join('.')),
      fc.tuple(part, part).map((rest) => ['100.100', ...rest].join('.')),
    );
    fc.assert(
      fc.property(address, encoding, (ip, how) => {
        const prepared = without(planted(`${ip} ${encoded(how, ip)}`), 'addresses');
        expect(readingsOf(standsIn(prepared)).includes(ip)).toBe(false);
        const [instead = ''] = prepared.run.missingOrigins[0]?.split(' ') ?? [];
        expect(ipLiteral(instead)).toBeDefined();
        expect(isGloballyRoutable(instead)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no name of a tool in any member, in any encoding', () => {
    fc.assert(
      fc.property(label, encoding, (word, how) => {
        const name = `${word}_${word}`;
        const tool = { name, title: `The ${word}`, description: `Does what ${word} does`, inputSchema: {} };
        const report = planted(encoded(how, name), { evidence: listing([tool]) });
        const text = readingsOf(standsIn(without(report, 'tools')));
        expect([text.includes(name), text.includes(`the ${word}`)]).toEqual([false, false]);
      }),
      { numRuns: 100 },
    );
  });

  it('never makes one host of two, and gives one host the same name everywhere', () => {
    fc.assert(
      fc.property(fc.uniqueArray(host, { minLength: 2, maxLength: 6 }), (names) => {
        const urls = names.flatMap((name) => [`https://${name}/`, `https://${name.toUpperCase()}/`]);
        const report = sampleReport({ run: { ...sampleReport().run, missingOrigins: urls } });
        const put = without(report, 'host').run.missingOrigins;
        expect(new Set(put).size).toBe(names.length);
        for (const [index] of names.entries()) expect(put[2 * index]).toBe(put[2 * index + 1]);
      }),
      { numRuns: 100 },
    );
  });

  it('changes nothing the second time, and what is valid stays valid', () => {
    const parts = fc.subarray([...withholdable], { minLength: 1 });
    fc.assert(
      fc.property(host, label, encoding, parts, (name, segment, how, withhold) => {
        const url = `https://${name}/${segment}`;
        const report = planted(`${url} ${encoded(how, url)}`, { target: { url, host: name } });
        const prepared = without(report, ...withhold);
        expect(without(prepared, ...withhold)).toEqual(prepared);
        const opened = decodeReport(encodeReport(prepared));
        expect(opened.ok ? opened.report : opened.problem).toEqual(prepared);
      }),
      { numRuns: 100 },
    );
  });
});

function listing(tools: readonly Json[]): Json {
  const pages = [{ reply: { kind: 'result', result: { tools } } }];
  return {
    typed: { status: 'observed', value: { kind: 'url', text: 'https://mcp.acme.dev/mcp' } },
    listing: { status: 'observed', value: { era: 'legacy', pages, tools, end: 'complete' } },
  };
}
