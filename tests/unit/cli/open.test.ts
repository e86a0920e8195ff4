import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../lib/cli/arguments.ts';
import { replayLines, savedLine } from '../../../lib/cli/open-words.ts';
import { reportSource } from '../../../lib/cli/run-request.ts';
import { compareReports } from '../../../lib/report/compare/compare-reports.ts';
import { sampleFinding, sampleReport } from '../report/sample-report.ts';

describe('open on the command line', () => {
  it('takes a report, its formats and files in order, and how to read it', () => {
    const words = ['open', 'r.html', '--format', 'json', '--output', 'r.json', '--as-it-is', '--passphrase-stdin'];
    expect(readArguments(words)).toMatchObject({
      kind: 'open',
      report: 'r.html',
      options: {
        asItIs: true,
        passphraseStdin: true,
        outputs: [
          { kind: 'format', name: 'json' },
          { kind: 'output', file: 'r.json' },
        ],
      },
    });
    expect(readArguments(['open'])).toMatchObject({ kind: 'open', report: null });
  });

  it('has no option that would take a passphrase as a word', () => {
    expect(readArguments(['open', 'r', '--passphrase', 'secret'])).toEqual({
      kind: 'usage',
      problem: expect.not.stringContaining('secret') as string,
      command: 'open',
    });
    expect(readArguments(['open', 'r', '--passphrase-stdin=secret'])).toMatchObject({
      problem: '--passphrase-stdin takes no value.',
    });
  });

  it.each([
    ['-', { kind: 'standard-input' }],
    ['r.json', { kind: 'file', file: 'r.json' }],
    ['connector-doctor=1.a', { kind: 'file', file: 'connector-doctor=1.a' }],
    ['HTTPS://viewer.example/#x', { kind: 'link', link: 'HTTPS://viewer.example/#x' }],
    ['#connector-doctor=1.a', { kind: 'link', link: '#connector-doctor=1.a' }],
  ])('%s', (word, source) => {
    expect(reportSource(word)).toEqual(source);
  });
});

describe('what is said of an opened report', () => {
  it('names each difference in a line, a dozen of a kind, and counts the rest', () => {
    const before = sampleReport();
    const findings = Array.from({ length: 15 }, (_, index) =>
      sampleFinding({ id: `f${String(index)}`, values: { status: index } }),
    );
    const after = sampleReport({ verdict: 'broken', findings });
    const lines = replayLines({ kind: 'judged', report: after, comparison: compareReports(before, after) });
    expect(lines[0]).toBe('Judged again with today’s checks. What is different:');
    expect(lines[1]).toMatch(/^ {2}~ Verdict: Broken, before /);
    expect(lines.filter((line) => line.startsWith('  + New: '))).toHaveLength(12);
    expect(lines.at(-1)).toBe('    and 3 more');
  });

  it('makes what the report says of itself harmless', () => {
    const line = savedLine(sampleReport({ tool: { version: '\u001b[2J\n1.0'.repeat(20) } }));
    expect(line).not.toMatch(/\p{Cc}/u);
    expect(line.length).toBeLessThan(140);
  });

  it('says why it is shown as it was written', () => {
    expect(replayLines({ kind: 'cannot', words: 'It lacks something.' })).toEqual([
      'It lacks something. It is shown as it was written.',
    ]);
  });
});
