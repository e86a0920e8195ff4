import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../lib/kernel/report.ts';
import { decodeReport } from '../../../../lib/report/data/codec.ts';
import { encodeReport } from '../../../../lib/report/formats/encode.ts';
import { reportJsonSchema } from '../../../../lib/report/data/schema.ts';
import { sampleFailure, sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const full = sampleReport({
  verdict: 'broken',
  primary: { id: 'http.waf-block', code: 'http.waf-block' },
  stop: { step: 3, name: 'the first request', claudeSays: ['Couldn’t connect'] },
  findings: [
    sampleFinding({ evidence: ['e1'], values: { status: 403, vendor: 'Cloudflare' } }),
    sampleFinding({
      id: 'transport.no-reply',
      code: 'transport.no-reply',
      explainedBy: 'http.waf-block',
      subject: { kind: 'authorization-server', url: 'https://auth.acme.dev/' },
      step: null,
      fix: [{ kind: 'guide', guide: 'allow-claude' }],
    }),
  ],
  exchanges: [
    sampleResponse({ redirects: [{ status: 308, from: 'https://a/', to: 'https://b/' }] }),
    sampleFailure({ id: 'e2', timing: { startedAt: 0, headersMs: null, durationMs: 1.5 } }),
  ],
  evidence: {
    typed: { status: 'observed', value: {} },
    initialized: { status: 'observed', value: { exchange: { exchange: 'e1' } } },
  },
  redactions: [{ what: 'authorization', why: 'credential' }],
});

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
const validate = ajv.compile(reportJsonSchema());

/** The report as loose JSON, changed by `change`. */
function changed(change: (report: Record<string, unknown>) => void): string {
  const copy = JSON.parse(encodeReport(full)) as Record<string, unknown>;
  change(copy);
  return JSON.stringify(copy);
}

function problemOf(text: string): string {
  const decoded = decodeReport(text);
  if (decoded.ok) throw new Error('it was read');
  return decoded.problem;
}

describe('a report in which two things have one id', () => {
  it.each(['findings', 'exchanges'])('is refused: %s', (name) => {
    const text = changed((report) => {
      const items = report[name] as readonly object[];
      report[name] = [...items, items[0]];
    });
    expect(problemOf(text)).toContain(`two of its ${name} have the same id`);
  });
});

describe('the round trip', () => {
  it('gives back the same report', () => {
    for (const report of [full, sampleReport()])
      expect(decodeReport(encodeReport(report))).toEqual({ ok: true, report });
  });

  it('gives back any foreign text in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.jsonValue(), (text, name, json) => {
        const report = sampleReport({
          note: text,
          target: { file: text },
          exchanges: [sampleResponse({ body: text, headers: { [name === '__proto__' ? 'x' : name]: text } })],
          readiness: JSON.parse(JSON.stringify(json)) as Report['readiness'],
        });
        expect(decodeReport(encodeReport(report))).toEqual({ ok: true, report });
      }),
    );
  });

  it('keeps members and codes that a later version added', () => {
    const later = changed((report) => {
      report['added'] = { by: 'a later version' };
      report['passed'] = ['icon.too-small'];
    });
    expect(decodeReport(later)).toMatchObject({
      ok: true,
      report: { added: { by: 'a later version' }, passed: ['icon.too-small'] },
    });
  });
});

describe('a report that is incomplete', () => {
  it.each([
    ['evidence', null],
    ['evidence', {}],
  ])('cannot be judged: %s %j', (member, value) => {
    const text = changed((report) => {
      report[member] = value;
    });
    expect(problemOf(text)).toContain('the evidence on which it rests was taken out');
  });

  it('names the exchange that is missing', () => {
    const text = changed((report) => {
      report['exchanges'] = [];
    });
    expect(problemOf(text)).toBe('It is incomplete: its evidence refers to the exchange e1, which is not in it.');
  });

  it('cannot be judged when it is of a bundle of which nothing was kept', () => {
    const report = sampleReport({ subject: 'bundle', target: { file: 'a.mcpb' }, exchanges: [] });
    expect(problemOf(encodeReport(report))).toContain('the evidence on which it rests was taken out');
  });
});

describe('the published JSON Schema', () => {
  it('takes what we write', () => {
    for (const report of [full, sampleReport()]) {
      expect(validate(JSON.parse(encodeReport(report))), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('asks for every member of the report, and for nothing else', () => {
    expect([...(reportJsonSchema()['required'] as string[])].sort()).toEqual(Object.keys(full).sort());
  });

  it.each(Object.keys(full))('misses %s like the decoder does', (member) => {
    const text = changed((report) => {
      delete report[member];
    });
    expect(validate(JSON.parse(text))).toBe(false);
    expect(decodeReport(text).ok).toBe(false);
  });

  it.each([
    ['verdict', 'fine'],
    ['vantage', 'moon'],
    ['createdAt', 'yesterday'],
    ['findings', [{}]],
    ['exchanges', [{ kind: 'response', id: 'e1' }]],
    ['skipped', [{ code: 'http.slow', because: 'boredom' }]],
    ['passed', ['not a code']],
    ['evidence', { ping: { status: 'dreamt' } }],
    ['stop', { step: 14, name: 'x', claudeSays: [] }],
  ])('refuses a wrong %s like the decoder does', (member, value) => {
    const text = changed((report) => {
      report[member] = value;
    });
    expect(validate(JSON.parse(text))).toBe(false);
    expect(problemOf(text)).toContain(`“${member}`);
  });
});

describe('files that are no report', () => {
  it.each([
    ['', 'It is empty.'],
    [' \n', 'It is empty.'],
    ['hello', 'It is neither a report nor a link to one.'],
    ['<html></html>', 'It is a web page without a report in it'],
    ['{"a":1}}', 'It is neither a report nor a link to one.'],
    ['null', 'not a report of Connector Doctor'],
    ['[]', 'not a report of Connector Doctor'],
    ['{"schema":"something/else"}', 'not a report of Connector Doctor'],
    [
      '{"schema":"connector-doctor/report@2"}',
      'It was written by a newer version of Connector Doctor (connector-doctor/report@2; this one reads connector-doctor/report@1)',
    ],
    ['{"schema":"connector-doctor/report@1"}', 'It is damaged'],
  ])('%j', (text, sentence) => {
    expect(problemOf(text)).toContain(sentence);
  });

  it('says that a file was cut off', () => {
    const text = encodeReport(full);
    for (const length of [1, 20, 200, text.length - 3])
      expect(problemOf(text.slice(0, length))).toContain('was cut off');
  });

  it('refuses what is nested too deep before it is parsed', () => {
    expect(problemOf('['.repeat(1_000_000))).toContain('levels deep');
    expect(problemOf(`{"a":${'['.repeat(300)}${']'.repeat(300)}}`)).toContain('levels deep');
  });

  it('does not count brackets in strings', () => {
    expect(decodeReport(encodeReport(sampleReport({ note: `${'['.repeat(1000)}\\"` })))).toMatchObject({ ok: true });
  });

  it('refuses what is too large', () => {
    expect(problemOf(' '.repeat(64 * 1024 * 1024 + 1))).toContain('64 MiB');
  });

  it('takes a byte order mark', () => {
    expect(decodeReport(`\uFEFF${encodeReport(full)}`)).toMatchObject({ ok: true });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(decodeReport(text).ok).toBe(false);
      }),
    );
  });
});
