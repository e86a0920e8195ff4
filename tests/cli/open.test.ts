import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../lib/kernel/report.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { renderHtml } from '../../lib/report/html/render-html.ts';
import { reportLink } from '../../lib/report/sharing/report-link.ts';
import { englishSentences } from '../support/english-left.ts';
import { runProgram, type Ended, type RunOptions } from './program.ts';

/** Written by an earlier form of this program, which did not judge what its sign-in service lacks. */
const earlier = fileURLToPath(new URL('../fixtures/reports/2026-11-21-e1e6880-sign-in.json', import.meta.url));
const report = JSON.parse(readFileSync(earlier, 'utf8')) as Report;
const passphrase = 'Grüße an alle';

let folder: string;
let open: string;
let locked: string;

beforeAll(async () => {
  const viewer = 'https://viewer.example/';
  open = await reportLink(report, { viewer, passphrase: null });
  locked = await reportLink(report, { viewer, passphrase });
});

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'connector-doctor-')));
  writeFileSync(join(folder, 'report.json'), encodeReport(report));
  writeFileSync(join(folder, 'report.html'), renderHtml(report, {}));
  writeFileSync(join(folder, 'link.txt'), `See <${open}>.\n`);
  writeFileSync(join(folder, 'locked.txt'), locked);
  return () => {
    rmSync(folder, { recursive: true });
  };
});

function run(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(words, { cwd: folder, ...options });
}

/** Hands a text over on standard input. */
function typing(text: string): RunOptions {
  return { onStart: (child) => child.stdin?.end(text) };
}

describe('open', () => {
  it('leaves out of a saved report what is to be left out, and says what the note still names', async () => {
    const path = report.target && 'url' in report.target ? new URL(report.target.url).pathname : '';
    const words = ['open', 'report.json', '--as-it-is', '--anonymous', '--note', `${path} again`, '--format', 'json'];
    const { stdout, stderr } = await run(words);
    const left: unknown = JSON.parse(stdout);
    expect(left).toMatchObject({ note: `${path} again`, environment: null });
    expect(JSON.stringify({ ...(left as object), note: null })).not.toContain(path);
    expect(stderr).toContain(`Your note still names what you leave out: ${path}`);
  });

  it('says that the report is a saved one, judges it again, and says what is different', async () => {
    const { code, stdout, stderr } = await run(['open', 'report.json']);
    const [first, second, ...differences] = stderr.trimEnd().split('\n');
    expect(first).toMatch(
      /^A saved report of \d{4}-\d\d-\d\d \d\d:\d\d UTC, written on the command line by Connector /,
    );
    expect(second).toBe('Judged again with today’s checks. What is different:');
    expect(differences[0]).toBe('  ~ Verdict: Broken, before Sign-in needed');
    expect(differences.slice(1).join('\n')).toMatch(/^ {2}\+ New: .+ \(auth\.pkce-s256-missing\)$/m);
    expect(stdout).toContain('auth.pkce-s256-missing');
    expect(stdout).toContain('Judged again on ');
    expect(code).toBe(1);
  });

  it('says the same of the page, the link, and what comes on standard input', async () => {
    const file = await run(['open', 'report.json', '--format', 'json']);
    const judged = (ended: Ended) => ({ ...(JSON.parse(ended.stdout) as Report), judgedAgainAt: '' });
    const others = [
      await run(['open', 'report.html', '--format', 'json']),
      await run(['open', 'link.txt', '--format', 'json']),
      await run(['open', open, '--format', 'json']),
      await run(['open', '-', '--format', 'json'], typing(encodeReport(report))),
      await run(['open', '-', '--format', 'json'], typing(open.slice(open.indexOf('#')))),
    ];
    for (const other of others) {
      expect({ code: other.code, stderr: other.stderr }).toEqual({ code: 1, stderr: file.stderr });
      expect(judged(other)).toEqual(judged(file));
    }
  });

  it('gives back as it is what was written, byte for byte', async () => {
    for (const name of ['report.json', 'report.html', 'link.txt']) {
      const { code, stdout, stderr } = await run(['open', name, '--as-it-is', '--format', 'json']);
      expect(stdout, name).toBe(encodeReport(report));
      expect(stderr).toContain('\nIt is shown as it was written.\n');
      expect(code).toBe(0);
    }
  });

  it('writes several formats at once, and fails from the severity that was asked for', async () => {
    const words = [
      'open',
      'report.json',
      '--as-it-is',
      '--output',
      'r.md',
      '--output',
      'r.json',
      '--fail-on',
      'warning',
    ];
    const { code, stdout } = await run(words);
    expect(stdout).toBe('');
    expect(readFileSync(join(folder, 'r.md'), 'utf8')).toContain('# ');
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe(encodeReport(report));
    expect(code).toBe(0);
  });

  it('shows as it was written what cannot be judged again, and says why', async () => {
    const bare = { ...report, withheld: ['exchanges'], exchanges: [], evidence: {} };
    writeFileSync(join(folder, 'bare.json'), JSON.stringify(bare));
    const { code, stderr, stdout } = await run(['open', 'bare.json']);
    expect(stderr).toContain(
      'What was exchanged with the server was left out of it, so it cannot be judged again. It is shown',
    );
    expect(stdout).toContain('the rest needs a sign-in');
    expect(code).toBe(0);
    const again = await run(['check', '--replay', 'bare.json']);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('cannot be judged again');
  });

  it('speaks German', async () => {
    const { stdout, stderr } = await run(['open', 'report.json', '--language', 'de']);
    expect(stderr).toContain('Neu beurteilt nach heutigem Stand. Anders ist:');
    expect(englishSentences(stderr)).toEqual([]);
    expect(englishSentences(stdout)).toEqual([]);
  });
});

describe('a locked link', () => {
  it('opens with the passphrase on standard input', async () => {
    for (const typed of [passphrase, `${passphrase}\n`, `${passphrase.normalize('NFD')}\r\n`]) {
      const words = ['open', 'locked.txt', '--passphrase-stdin', '--as-it-is', '--format', 'json'];
      expect((await run(words, typing(typed))).stdout).toBe(encodeReport(report));
    }
  });

  it.each([
    [['open', 'locked.txt'], '', 'is locked with a passphrase'],
    [['check', '--replay', 'locked.txt'], '', 'is locked with a passphrase'],
    [['open', 'locked.txt', '--passphrase-stdin'], 'wrong', 'cannot be told apart'],
    [['open', 'locked.txt', '--passphrase-stdin'], '\n', 'found nothing on standard input'],
    [['open', '-', '--passphrase-stdin'], 'x', 'can be done once'],
  ])('%j, %j: %s', async (words, typed, sentence) => {
    const { code, stdout, stderr } = await run(words, typing(typed));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^connector-doctor: [^\n]+\n$/);
    expect(stderr).toContain(sentence);
  });
});

describe('what is no report', () => {
  it.each([
    [['open'], 'open needs the file of a report'],
    [['open', 'none.json'], 'there is no such file'],
    [['open', 'https://viewer.example/'], 'nothing is fetched'],
    [['open', 'report.json', '--fail-on', 'note'], '--fail-on takes'],
    [['open', 'report.json', '--output', 'no/such/r.md'], 'there is no directory'],
    [['open', 'report.json', '--quick'], 'There is no option --quick.'],
    [['open', 'a', 'b'], 'open takes one report'],
  ])('%j is a sentence and exit 2', async (words, sentence) => {
    const { code, stdout, stderr } = await run(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^connector-doctor: [^\n]{10,}\n(Try connector-doctor open --help\.\n)?$/);
    expect(stderr).toContain(sentence);
  });
});

describe('the file that is read', () => {
  it.each([
    [['open', 'report.json', '--output', './report.json']],
    [['open', 'report.json', '--format', 'html', '--output', 'same.json']],
    [['open', 'same.json', '--output', 'report.md', '--output', 'report.json']],
    [['check', '--replay', 'report.json', '--format', 'text', '--output', 'report.json']],
    [['compare', 'report.html', 'report.json', '--format', 'json', '--output', 'report.json']],
    [['readiness', '--replay', 'report.json', '--output', 'report.json']],
    [['preview', '--replay', 'report.json', '--format', 'json', '--output', 'report.json']],
  ])('is not replaced by %j, and no other file is written', async (words) => {
    symlinkSync('report.json', join(folder, 'same.json'));
    const before = readFileSync(join(folder, 'report.json'), 'utf8');
    const { code, stdout, stderr } = await run(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^connector-doctor: \S+ is the file that is read, and would be replaced: [^\n]+\n$/);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'report.md'))).toBe(false);
  });

  it('may stand beside an output of another name, which may be there already', async () => {
    writeFileSync(join(folder, 'old.md'), 'older');
    const { code } = await run(['open', 'report.json', '--output', 'old.md']);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'old.md'), 'utf8')).toContain('# Broken');
  });
});

describe('the page and the link elsewhere', () => {
  it('are judged again by check --replay, and compared', async () => {
    const replayed = await run(['check', '--replay', 'report.html']);
    expect(replayed).toMatchObject({ code: 1, stderr: '' });
    expect(replayed.stdout).toContain('auth.pkce-s256-missing');
    const compared = await run(['compare', 'report.html', open]);
    expect(compared).toMatchObject({ code: 0, stderr: '' });
    expect(compared.stdout).toContain('Nothing that can be seen from here is different');
  });

  it('are read from what the shell of Windows writes', async () => {
    writeFileSync(join(folder, 'wide.json'), Buffer.from(`\uFEFF${encodeReport(report)}`, 'utf16le'));
    const { stdout } = await run(['open', 'wide.json', '--as-it-is', '--format', 'json']);
    expect(stdout).toBe(encodeReport(report));
  });
});
