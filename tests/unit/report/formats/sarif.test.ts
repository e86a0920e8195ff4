import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { renderSarif } from '../../../../lib/report/formats/render-sarif.ts';
import { sarifFile } from '../../../../lib/report/formats/sarif-places.ts';
import { message } from '../../../../lib/report/formats/sarif-rules.ts';
import { sampleFailure, sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';
import { hostileReports } from './hostile-report.ts';

const validate = schemaValidator();

const report: Report = sampleReport({
  verdict: 'broken',
  findings: [
    sampleFinding({ evidence: ['e1', 'e2'] }),
    sampleFinding({ id: 'http.waf-block#2', title: 'The same again' }),
    sampleFinding({
      id: 'auth.prm-invalid',
      code: 'auth.prm-invalid',
      severity: 'problem',
      confidence: 'possible',
      step: 5,
      subject: { kind: 'authorization-server', url: 'https://login.acme.dev/' },
      sources: ['not an address'],
    }),
    sampleFinding({ id: 'http.slow', code: 'http.slow', severity: 'warning', step: null }),
    sampleFinding({ id: 'icon.google-default', code: 'icon.google-default', severity: 'note' }),
  ],
  exchanges: [sampleResponse(), sampleFailure({ id: 'e2' })],
});

afterEach(() => void speak(null));

describe('renderSarif', () => {
  it('is valid for the schema of SARIF 2.1.0, in both languages', () => {
    for (const language of [null, german]) {
      speak(language);
      expect(problemsOf(renderSarif(report))).toEqual([]);
      expect(problemsOf(renderSarif(sampleReport()))).toEqual([]);
      expect(problemsOf(renderSarif(sampleReport({ target: null, verdict: 'unknown' })))).toEqual([]);
    }
  });

  it('stays valid whatever servers call themselves', () => {
    fc.assert(
      fc.property(hostileReports, (hostile) => {
        const text = renderSarif(hostile);
        expect(problemsOf(text)).toEqual([]);
        // A link or a placeholder of somebody else’s would be followed or filled by the reader.
        for (const { message: said } of runOf(text).results) {
          expect(said.text).not.toContain('](');
          expect(said.text.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lists nothing that nobody has to change, and names it beside', () => {
    const idle = sampleFinding({
      id: 'idle',
      code: 'client.proxy-failed',
      severity: 'note',
      fix: [{ kind: 'text', text: 'Nothing needs to be done.' }],
    });
    const { results, properties } = runOf(renderSarif({ ...report, findings: [...report.findings, idle] }));
    expect(results).toHaveLength(report.findings.length);
    expect(properties).toMatchObject({ notes: ['client.proxy-failed'] });
  });

  it('gives each result its rule, its level and what code scanning needs', () => {
    const { tool, results, language } = runOf(renderSarif(report, { sourceFile: './src/mcp server.ts' }));
    expect(language).toBe('en');
    expect(results.map(({ ruleId, level, kind }) => [ruleId, level, kind])).toEqual([
      ['http.waf-block', 'error', 'fail'],
      ['http.waf-block', 'error', 'fail'],
      ['auth.prm-invalid', 'error', 'fail'],
      ['http.slow', 'warning', 'fail'],
      ['icon.google-default', 'note', 'fail'],
    ]);
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      const [place] = result.locations;
      expect(place?.physicalLocation).toEqual({
        artifactLocation: { uri: 'src/mcp%20server.ts', uriBaseId: '%SRCROOT%' },
      });
    }
    // GitHub refuses a log as soon as one address in it is of another scheme than files have.
    expect(JSON.stringify(results.map(({ locations, relatedLocations }) => [locations, relatedLocations]))).not.toMatch(
      /"uri":"\w+:/,
    );
    expect(tool.driver.rules.map(({ helpUri }) => helpUri)).toEqual([
      'https://github.com/anthropics/claude-ai-mcp/issues/49',
      undefined,
      'https://github.com/anthropics/claude-ai-mcp/issues/49',
      'https://github.com/anthropics/claude-ai-mcp/issues/49',
    ]);
    for (const { shortDescription, fullDescription, help } of tool.driver.rules) {
      expect([shortDescription.text, fullDescription.text, help.text, help.markdown].every((each) => each !== '')).toBe(
        true,
      );
    }
    expect(JSON.stringify(tool)).not.toContain('security-severity');
  });

  it('shows the request that proves a finding', () => {
    const { results, webRequests, webResponses } = runOf(renderSarif(report));
    expect(results[0]).toMatchObject({ webRequest: { index: 0 }, webResponse: { index: 0 } });
    expect(results[1]).not.toHaveProperty('webRequest');
    expect(webRequests).toMatchObject([{ index: 0, method: 'POST', target: 'https://mcp.acme.dev/mcp' }]);
    expect(webResponses).toMatchObject([{ index: 0, statusCode: 403, noResponseReceived: false }]);
    expect(results[0]?.relatedLocations.map((place) => place.message.text)).toEqual([
      'e1: POST https://mcp.acme.dev/mcp → 403 text/html',
      'e2: POST https://mcp.acme.dev/mcp → connection refused (connect ECONNREFUSED)',
    ]);
  });

  it('gives a finding the same fingerprint in every run and language, and no two the same', () => {
    const prints = (of: Report) => runOf(renderSarif(of)).results.map((each) => each.partialFingerprints);
    const first = prints(report);
    expect(new Set(first.map((each) => each['primaryLocationLineHash'])).size).toBe(report.findings.length);
    speak(german);
    const later: Report = {
      ...report,
      createdAt: '2027-01-01T00:00:00.000Z',
      findings: report.findings.map((finding, index) => ({
        ...finding,
        id: `${finding.code}#${index + 7}`,
        title: 'In other words',
        severity: 'warning',
        evidence: [],
      })),
    };
    expect(prints(later)).toEqual(first);
    speak(null);
    const other = prints({ ...report, target: { url: 'https://other.dev/mcp', host: 'other.dev' } });
    expect(other[0]).not.toEqual(first[0]);
    expect(other[2], 'what it is about is named by itself').toEqual(first[2]);
  });

  it('says whether the run came to its end, and lists no passed code as a result', () => {
    const { invocations, properties, automationDetails } = runOf(renderSarif(report));
    expect(invocations).toEqual([
      { executionSuccessful: true, startTimeUtc: '2026-11-20T09:30:00.000Z', endTimeUtc: '2026-11-20T09:30:00.840Z' },
    ]);
    expect(properties).toMatchObject({ verdict: 'broken', passed: report.passed, skipped: report.skipped });
    expect(automationDetails.id).toBe('connector-doctor/mcp.acme.dev/mcp/');
    const cut = runOf(
      renderSarif({
        ...report,
        run: { ...report.run, status: 'interrupted' },
        skipped: [{ code: 'tls.expired', because: 'crashed' }],
      }),
    ).invocations[0];
    expect(cut).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'warning' }, { level: 'error' }],
    });
  });

  it('speaks the reader’s language, and translates no code', () => {
    speak(german);
    const { language, results, tool } = runOf(renderSarif(report));
    expect(language).toBe('de');
    expect(results[0]?.message.text).toContain('Was zu tun ist: ');
    expect(results[0]?.ruleId).toBe('http.waf-block');
    expect(tool.driver.rules[0]?.fullDescription.text).toMatch(/^Connector Doctor prüft/);
  });
});

describe('message', () => {
  it('leaves no placeholder and no link', () => {
    expect(message('a {0} [b](c) {{d}}').text).toBe('a {{0}} [b] (c) {{{{d}}}}');
  });
});

describe('sarifFile', () => {
  it.each([
    [undefined, 'README.md'],
    ['', 'README.md'],
    ['./src/index.ts', 'src/index.ts'],
    ['src\\server\\main.py', 'src/server/main.py'],
    ['/src/a b#c.ts', 'src/a%20b%23c.ts'],
    ['c:/x', 'c%3A/x'],
    ['https://evil.example/x', 'https%3A/evil.example/x'],
    ['../../etc/passwd', 'passwd'],
    ['..', 'README.md'],
  ])('%j', (path, uri) => {
    expect(sarifFile(path)).toBe(uri);
  });
});

interface Message {
  readonly text: string;
  readonly markdown?: string;
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly helpUri?: string;
        readonly shortDescription: Message;
        readonly fullDescription: Message;
        readonly help: Message;
      }[];
    };
  };
  readonly language: string;
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly object[];
  readonly webRequests: readonly object[];
  readonly webResponses: readonly object[];
  readonly properties: object;
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly kind: string;
    readonly message: Message;
    readonly locations: readonly { readonly physicalLocation: object }[];
    readonly relatedLocations: readonly { readonly message: Message }[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
  }[];
}

function runOf(text: string): Run {
  const { runs } = JSON.parse(text) as { readonly runs: readonly [Run] };
  return runs[0];
}

function problemsOf(text: string): unknown {
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

function schemaValidator() {
  const home = dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json'));
  const schema = JSON.parse(readFileSync(join(home, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  // The validator knows later drafts; the schema uses nothing of draft 4 that they changed but these two names.
  delete schema['$schema'];
  delete schema['id'];
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats['default'](ajv);
  return ajv.compile(schema);
}
