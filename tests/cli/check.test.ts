import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { neverAnswer, respond, routes, type Handler } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import type { Stage } from '../../clinic/stage.ts';
import { judgeAgain } from '../../lib/judge-again.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { decodeReport } from '../../lib/report/data/codec.ts';
import { runProgram, type Ended, type RunOptions } from './program.ts';
import { openStage, wayTo } from './staged.ts';

const url = 'https://mcp.notebook.dev/mcp';

let authority: Authority;
let folder: string;
let stage: Stage;

beforeAll(async () => {
  authority = await createAuthority();
});

beforeEach(async () => {
  const staged = await openStage(authority);
  ({ stage, folder } = staged);
  return staged.close;
});

/** Checks a URL of the stage, with what leads to it. */
function check(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(['check', ...words, ...wayTo(stage)], { cwd: folder, ...options });
}

function report(text: string): Report {
  const decoded = decodeReport(text);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.report;
}

const healthy: Handler = routes({ '/mcp': mcpServer() });

describe('check', () => {
  it.skipIf(process.platform === 'win32')('refuses to wait for a pipe that may never end', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { code, stderr } = await runProgram(['check', '--replay', pipe]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('it is a pipe or a device') });
  });

  it('prints a report without colours, and nothing else', async () => {
    await stage.host('mcp.notebook.dev', healthy);
    const { code, stdout, stderr } = await check([url], { env: { CI: 'true' } });
    expect(stdout).toMatch(/^✓ Nothing wrong seen from here {2}https:\/\/mcp\.notebook\.dev\/mcp\n/);
    expect(stdout).not.toContain('\u001b');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('exits with 1 for a blocker, and writes several reports', async () => {
    await stage.host('mcp.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'no'));
    const files = ['--format', 'json', '--output', 'a.json', '--format', 'text', '--output', 'b.md'];
    const { code, stdout, stderr } = await check([url, ...files, '--format', 'markdown', '--output', 'c']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toBe('');
    const { primary, verdict } = report(readFileSync(join(folder, 'a.json'), 'utf8'));
    expect({ verdict, code: primary?.code }).toEqual({ verdict: 'broken', code: 'http.server-error' });
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toContain('✕ Broken');
    expect(readFileSync(join(folder, 'c'), 'utf8')).toContain('# Broken: `https://mcp.notebook.dev/mcp`');
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.md', 'c', 'ca.pem']);
  });

  it('replaces a file through a link, and keeps its mode', async () => {
    writeFileSync(join(folder, 'real.json'), 'old', { mode: 0o600 });
    symlinkSync('real.json', join(folder, 'link.json'));
    await check(['not a url', '--output', 'link.json']);
    expect(report(readFileSync(join(folder, 'real.json'), 'utf8')).target).toBeNull();
    expect(statSync(join(folder, 'real.json')).mode & 0o777).toBe(0o600);
  });

  it('takes what cannot be a connector for a finding', async () => {
    const { code, stdout } = await check(['not a url', '--format', 'json']);
    expect(code).toBe(1);
    expect(report(stdout).primary?.code).toBe('url.invalid');
    expect(report(stdout).exchanges).toEqual([]);
  });

  it('sends own headers to the connector and shows them nowhere', async () => {
    const seen: (string | string[] | undefined)[] = [];
    await stage.host('mcp.notebook.dev', (call, response) => {
      seen.push(call.headers['x-api-key']);
      return healthy(call, response);
    });
    const { stdout, stderr } = await check([url, '--header', 'X-Api-Key: planted-secret', '--format', 'json']);
    expect(seen).toContain('planted-secret');
    expect(`${stdout}${stderr}`.includes('planted-secret')).toBe(false);
    expect(report(stdout).verdict).toBe('ready');
  });

  it('says what --active sends', async () => {
    await stage.host('mcp.notebook.dev', healthy);
    const { stderr, stdout } = await check([url, '--active', '--format', 'json']);
    expect(stderr).toContain('this check also registers up to three clients in Claude’s name');
    expect(JSON.parse(stdout)).toMatchObject({ run: { consents: expect.arrayContaining(['active']) } });
  });

  it('says what a sign-in without a browser does', async () => {
    await stage.host('mcp.notebook.dev', healthy);
    const { stderr } = await check([url, '--sign-in', '--headless-consent']);
    expect(stderr).toContain('registers a client for it where none was given');
    expect(stderr).not.toContain('The client secret');
  });

  it('says whom --google-favicon asks', async () => {
    await stage.host('mcp.notebook.dev', healthy);
    await stage.host('notebook.dev', healthy);
    await stage.host('www.google.com', respond(404, { 'content-type': 'image/png' }, 'globe'));
    const { stderr, stdout } = await check([url, '--google-favicon', '--format', 'json']);
    expect(stderr).toContain('Asking Google’s favicon service (https://www.google.com/s2/favicons)');
    expect(report(stdout).run.consents).toContain('google-favicon');
    expect(report(stdout).findings.map(({ code }) => code)).toContain('icon.google-default');
  });

  it('gives a server of one’s own at localhost a full diagnosis with --local', async () => {
    await stage.host('localhost', healthy, { tls: 'plain', port: 3000 });
    const local = await check(['http://localhost:3000/mcp', '--local', '--format', 'json']);
    expect(report(local.stdout).findings.filter((finding) => finding.severity === 'blocker')).toEqual([]);
    expect(local.code).toBe(0);
    expect((await check(['http://localhost:3000/mcp'])).code).toBe(1);
  });
});

describe('a run that is cut short', () => {
  it.skipIf(process.platform === 'win32')('prints what it has when it is interrupted', async () => {
    let interrupt: () => void = () => undefined;
    await stage.host('mcp.notebook.dev', () => {
      interrupt();
    });
    const { code, stdout } = await check([url, '--format', 'json'], {
      onStart: (child) => {
        interrupt = () => void child.kill('SIGINT');
      },
    });
    expect(report(stdout).run.status).toBe('interrupted');
    expect(code).toBe(3);
  });

  it('ends at its deadline, and names the question that was open', async () => {
    await stage.host('mcp.notebook.dev', neverAnswer);
    const files = ['--format', 'json', '--output', 'r.json', '--format', 'text'];
    const { stdout } = await check([url, '--timeout', '1', ...files]);
    const { run, exchanges } = report(readFileSync(join(folder, 'r.json'), 'utf8'));
    expect(run.status).toBe('deadline');
    expect(exchanges.filter((each) => each.kind === 'failure' && each.reason === 'aborted').length).toBeGreaterThan(0);
    const sentences = stdout.replace(/\s+/g, ' ');
    expect(sentences).toMatch(/The connection stood, but the server had not answered `initialize` after \d/);
    expect(sentences).toContain('longer --timeout');
  });
});

describe('--replay', () => {
  it('judges a saved report again without the server', async () => {
    await stage.host('mcp.notebook.dev', routes({ '/': mcpServer() }));
    const first = await check([url, '--format', 'json', '--output', 'saved.json', '--format', 'text']);
    await stage.close();
    const again = await runProgram(['check', '--replay', 'saved.json'], { cwd: folder });
    const [headline = '', marked = '', ...rest] = again.stdout.split('\n');
    expect(marked).toMatch(/^ {2}Judged again on \d{4}-\d\d-\d\d \d\d:\d\d UTC from a report of /);
    expect([headline, ...rest].join('\n')).toBe(first.stdout);
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 1, stderr: '' });
    expect(first.code).toBe(1);
  });

  it('reads a report from standard input', async () => {
    const { stdout } = await check(['not a url', '--format', 'json']);
    const again = await runProgram(['check', '--replay', '-'], { onStart: (child) => child.stdin?.end(stdout) });
    expect(again).toMatchObject({ code: 1, stderr: '' });
    expect(again.stdout).toContain('url.invalid');
  });

  it('survives evidence that no run ever wrote', async () => {
    await stage.host('mcp.notebook.dev', healthy);
    const { stdout } = await check([url, '--format', 'json']);
    const saved = JSON.parse(stdout) as { evidence: Record<string, unknown> };
    const hostile = [
      5,
      'x',
      [],
      {},
      { exchange: 7, reply: null },
      { attempts: 'none', chosen: 0 },
      { pages: [{}], tools: 3 },
    ];
    for (const [index, value] of hostile.entries()) {
      const evidence = Object.fromEntries(
        Object.keys(saved.evidence).map((key) => [key, { status: 'observed', value }]),
      );
      writeFileSync(join(folder, 'hostile.json'), JSON.stringify({ ...saved, evidence }));
      const again = await runProgram(['check', '--replay', 'hostile.json'], { cwd: folder });
      expect(again.stderr, String(index)).not.toMatch(/itself failed|\bat .*:\d+/);
      expect(again.code, String(index)).toBe(2);
    }
  });

  it('survives any single observation of another form', async () => {
    await stage.host('mcp.notebook.dev', healthy);
    const { stdout } = await check([url, '--format', 'json']);
    const saved = report(stdout);
    for (const key of Object.keys(saved.evidence ?? {})) {
      const evidence = {
        ...(saved.evidence as object),
        [key]: { status: 'observed', value: { reply: 3, a: 'x' } },
      } as Report['evidence'];
      const judged = judgeAgain({ ...saved, evidence }, new Date(0));
      expect(
        judged.findings.map(({ code }) => code),
        key,
      ).not.toContain('http.server-error');
    }
  });

  it('says that a report without its evidence is incomplete', async () => {
    await stage.host('mcp.notebook.dev', healthy);
    const { stdout } = await check([url, '--format', 'json']);
    const saved = JSON.parse(stdout) as Record<string, unknown>;
    for (const [part, sentence] of [
      [{ evidence: null }, 'the evidence on which it rests was taken out'],
      [{ exchanges: [] }, 'refers to the exchange e'],
    ] as const) {
      writeFileSync(join(folder, 'part.json'), JSON.stringify({ ...saved, ...part }));
      const again = await runProgram(['check', '--replay', 'part.json'], { cwd: folder });
      expect(again).toMatchObject({ code: 2, stdout: '' });
      expect(again.stderr).toContain(sentence);
    }
  });

  it('says what is wrong with a file that was cut off', async () => {
    const { stdout } = await check(['not a url', '--format', 'json']);
    writeFileSync(join(folder, 'half.json'), stdout.slice(0, stdout.length / 2));
    const half = await runProgram(['check', '--replay', 'half.json'], { cwd: folder });
    expect(half).toEqual({
      code: 2,
      stdout: '',
      stderr: 'connector-doctor: half.json cannot be read. It ends in the middle: the file was cut off.\n',
    });
  });
});
