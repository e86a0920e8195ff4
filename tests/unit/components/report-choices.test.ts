import { describe, expect, it } from 'vitest';
import { namesInNote } from '../../../lib/report/sharing/names-in-note.ts';
import { redactNote } from '../../../lib/report/sharing/own-note.ts';
import { partsOf, wordsOfPart } from '../../../components/report/parts.ts';
import { bundleReport } from '../../../lib/bundle-report.ts';
import { withholdable, type Report } from '../../../lib/kernel/report.ts';
import { prepareReport } from '../../../lib/report/sharing/prepare-report.ts';
import { reports } from '../../browser/gallery/doctor-reports.ts';
import { browserReports } from '../../browser/gallery/sample-browser.ts';
import { sampleReport } from '../report/sample-report.ts';

const token = `ghp_${'0123456789abcdefghij'.repeat(2).slice(0, 36)}`;

describe('a note of one’s own', () => {
  it('is none where nothing but space was written', () => {
    expect(redactNote(' \n ', [])).toEqual({ text: null, removed: [] });
  });

  it('loses its secrets, and says which', () => {
    const { text, removed } = redactNote(`I used ${token}; write to ada@example.com.`, []);
    expect(text).not.toContain(token);
    expect(text).not.toContain('ada@');
    expect(text).toMatch(/^I used redacted-[a-z]+-1; write to redacted-email-1\.$/);
    expect(removed.map(({ what }) => what)).toContain('1 × e-mail address');
  });

  it('gives no secret the mark of another one, and keeps marks that were copied into it', () => {
    const met = [{ what: '3 × e-mail address', why: 'it names a person' }];
    expect(redactNote('ada@example.com, and redacted-email-2 as before', met).text).toBe(
      'redacted-email-4, and redacted-email-2 as before',
    );
  });

  it('is asked what it still names of what is left out, as whole words', () => {
    const report: Report = {
      ...reports.signedIn,
      facts: {
        ...reports.signedIn.facts,
        tools: {
          count: 1,
          missingTitle: 0,
          missingHint: 0,
          invalidNames: 0,
          estimatedTokens: 1,
          items: [{ name: 'echo', title: null, readOnly: null, destructive: null }],
        },
      },
    };
    const note = 'At MCP.ACME.DEV the tool echo fails; echoes do not. In Chromium 156.';
    expect(namesInNote(note, report, [])).toEqual([]);
    expect(namesInNote(note, report, ['host'])).toEqual(['mcp.acme.dev']);
    expect(namesInNote(note, report, ['tools'])).toEqual(['echo']);
    expect(namesInNote('The echoes fail at mcp.acme.development.', report, ['host', 'tools'])).toEqual([]);
    expect(namesInNote(note, report, ['system'])).toEqual(['Chromium 156']);
    expect(namesInNote('They moved it at acme.dev.', report, ['host'])).toEqual(['acme.dev']);
  });
});

describe('the parts that can be left out', () => {
  const namesOf = (report: Report): readonly string[] => partsOf(report).map(({ part }) => part);

  it('of a check are those that it has', () => {
    expect(namesOf(reports.broken)).not.toContain('extensions');
    expect(namesOf(reports.signedIn)).toEqual(['host', 'paths', 'addresses', 'system', 'tools', 'exchanges']);
    expect(partsOf(reports.signedIn).find(({ part }) => part === 'exchanges')?.count).toBe(
      reports.signedIn.exchanges.length,
    );
    expect(namesOf(sampleReport({ target: null, environment: null, evidence: {}, facts: bare }))).toEqual([]);
  });

  it('of a look at a browser are its extensions, counted, and what was seen', () => {
    const parts = partsOf(browserReports.blockedAndListed);
    expect(parts.find(({ part }) => part === 'extensions')?.count).toBeGreaterThan(5);
    expect(parts.map(({ part }) => part)).not.toContain('tools');
    expect(wordsOfPart('exchanges', browserReports.clean).name).toBe('All that was seen, word for word');
  });

  it('of a bundle are the file’s name and what was read', () => {
    const bundle = bundleReport(
      {
        file: 'secret-project.mcpb',
        bytes: 1,
        fault: 'cut-short',
        faultMember: null,
        members: 0,
        unpackedBytes: 0,
        unsafe: [],
        unsafeCount: 0,
        signed: false,
        manifest: null,
        manifestElsewhere: null,
        icon: { path: 'icon.png', named: false, state: 'missing', isPng: false, image: null },
        readme: null,
        hintsInSource: null,
      },
      { startedAt: 0, durationMs: 1, vantage: 'extension', environment: null },
    );
    expect(namesOf(bundle)).toEqual(['paths', 'exchanges']);
    expect(wordsOfPart('paths', bundle).name).toContain('file');
  });

  it('that somebody else left out are gone for good', () => {
    const left = prepareReport(reports.signedIn, { withhold: withholdable, note: null });
    expect(partsOf(left).every(({ isGone, count }) => isGone && count === null)).toBe(true);
    expect(namesOf(left)).toEqual(withholdable);
  });
});

const bare: Report['facts'] = { ...sampleReport().facts, tools: null, server: null };
