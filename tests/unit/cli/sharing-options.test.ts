import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../lib/cli/arguments.ts';
import { asShared, readSharing } from '../../../lib/cli/sharing-options.ts';
import type { Preparation } from '../../../lib/report/sharing/prepare-report.ts';
import { sampleReport } from '../report/sample-report.ts';

const everythingElse = ['host', 'paths', 'addresses', 'extensions', 'system', 'tools'];

describe('readSharing', () => {
  it('leaves nothing out unless asked', () => {
    expect(readSharing({})).toEqual({ ok: true, value: { withhold: [], note: null } });
  });

  it('takes names in any order, with blanks and twice, in the order of the contract', () => {
    expect(readSharing({ without: ['tools, HOST', 'host'] })).toEqual({
      ok: true,
      value: { withhold: ['host', 'tools'], note: null },
    });
  });

  it('leaves out all that names somebody, and exchanges only by name', () => {
    expect(readSharing({ anonymous: true })).toEqual({ ok: true, value: { withhold: everythingElse, note: null } });
    expect(readSharing({ anonymous: true, without: ['exchanges'] })).toEqual({
      ok: true,
      value: { withhold: [...everythingElse, 'exchanges'], note: null },
    });
  });

  it.each(['hosts', 'host,everything', 'host;paths'])('says what it does not know of “%s”', (text) => {
    expect(readSharing({ without: [text] })).toEqual({
      ok: false,
      problem: expect.stringMatching(/^--without does not know “.+”\. It takes host, paths, .*exchanges/) as string,
    });
  });

  it.each(['', ',', 'host,'])('wants names in “%s”', (text) => {
    expect(readSharing({ without: [text] })).toEqual({
      ok: false,
      problem: expect.stringMatching(/^--without needs the names of parts/) as string,
    });
  });

  it('takes a note as it is, and says what is wrong with one', () => {
    expect(readSharing({ note: ' Since Monday: “<b>” ' })).toEqual({
      ok: true,
      value: { withhold: [], note: 'Since Monday: “<b>”' },
    });
    expect(readSharing({ note: '  ' })).toEqual({ ok: false, problem: '--note needs a text.' });
    expect(readSharing({ note: 'x'.repeat(2_001) }).ok).toBe(false);
  });

  it('is read from the words of a check', () => {
    const words = ['check', 'https://mcp.acme.dev/mcp', '--anonymous', '--without', 'exchanges', '--note', 'Hello'];
    expect(readArguments(words)).toMatchObject({
      kind: 'check',
      options: { anonymous: true, without: ['exchanges'], note: 'Hello' },
    });
  });
});

describe('asShared', () => {
  const shared = async (preparation: Preparation, headers = {}) => {
    const lines: string[] = [];
    const terminal = { say: (line: string) => void lines.push(line) };
    const report = await asShared(sampleReport(), preparation, { terminal, headers });
    return { report, lines };
  };

  it('gives back the same report where nothing was asked for', async () => {
    expect(await shared({ withhold: [], note: null })).toEqual({ report: sampleReport(), lines: [] });
  });

  it('leaves out what was asked for', async () => {
    const { report, lines } = await shared({ withhold: ['host'], note: 'Hello' });
    expect(report).toMatchObject({ note: 'Hello', withheld: ['host'] });
    expect(JSON.stringify(report)).not.toContain('acme');
    expect(lines).toEqual([]);
  });

  it('takes secrets out of the note, those of the run’s own headers too, and says so', async () => {
    const key = 'tulip-harbour-52';
    const note = `My key is ${key}, my token ghp_${'a1B2c3D4e5F6'.repeat(3)}, mail me.too@privat.de`;
    const { report, lines } = await shared({ withhold: [], note }, { 'x-api-key': key });
    expect(report.note).toMatch(/^My key is redacted-\w+-\d+, my token redacted-\w+-\d+, mail redacted-email-\d+$/);
    expect(lines).toEqual([expect.stringMatching(/^Taken out of your note: /)]);
  });

  it('leaves names in the note to their writer, and says which of them are left out elsewhere', async () => {
    const { report, lines } = await shared({ withhold: ['host'], note: 'Is mcp.acme.dev down?' });
    expect(report.note).toBe('Is mcp.acme.dev down?');
    expect(lines).toEqual(['Your note still names what you leave out: mcp.acme.dev.']);
  });
});
