import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../lib/cli/arguments.ts';
import { asShared, readSharing } from '../../../lib/cli/sharing-options.ts';
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
    expect(readSharing({ note: 'x'.repeat(4_001) }).ok).toBe(false);
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
  it('gives back the same report where nothing was asked for', async () => {
    const report = sampleReport();
    expect(await asShared(report, { withhold: [], note: null })).toBe(report);
  });

  it('leaves out what was asked for', async () => {
    const shared = await asShared(sampleReport(), { withhold: ['host'], note: 'Hello' });
    expect(shared).toMatchObject({ note: 'Hello', withheld: ['host'] });
    expect(JSON.stringify(shared)).not.toContain('acme');
  });
});
