import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { neverAnswer, respond, routes, type Handler } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { decodeReport } from '../../lib/report/codec.ts';
import { runProgram, type Ended, type RunOptions } from './program.ts';

const url = 'https://mcp.notebook.dev/mcp';

let authority: Authority;
let folder: string;
let stage: Stage;

beforeAll(async () => {
  authority = await createAuthority();
});

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'connector-doctor-')));
  stage = await createStage(authority);
  writeFileSync(join(folder, 'ca.pem'), stage.caPem);
  return async () => {
    await stage.close();
    rmSync(folder, { recursive: true });
  };
});

/** Checks a URL of the stage, with what leads to it. */
function check(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const leads = stage.connectTo.flatMap((lead) => ['--connect-to', lead]);
  const way = [...leads, '--cacert', 'ca.pem', '--resolver', stage.resolver];
  return runProgram(['check', ...words, ...way], { cwd: folder, ...options });
}

function report(text: string): Report {
  const decoded = decodeReport(text);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.report;
}

const healthy: Handler = routes({ '/mcp': mcpServer() });

describe('check', () => {
  it('prints a report without colours, and nothing else', async () => {
    await stage.host('mcp.notebook.dev', healthy);
    const { code, stdout, stderr } = await check([url]);
    expect(stdout).toMatch(/^✓ Nothing wrong seen from here {2}https:\/\/mcp\.notebook\.dev\/mcp\n/);
    expect(stdout).not.toContain('\u001b');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('exits with 1 for a blocker, and writes several reports', async () => {
    await stage.host('mcp.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'no'));
    const files = ['--format', 'json', '--output', 'a.json', '--output', 'b.md', '--format', 'text'];
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

  it('ends at its deadline', async () => {
    await stage.host('mcp.notebook.dev', neverAnswer);
    const { stdout } = await check([url, '--timeout', '1', '--format', 'json']);
    expect(report(stdout).run.status).toBe('deadline');
  });
});

describe('--replay', () => {
  it('judges a saved report again without the server', async () => {
    await stage.host('mcp.notebook.dev', routes({ '/': mcpServer() }));
    const first = await check([url, '--format', 'json', '--output', 'saved.json', '--format', 'text']);
    await stage.close();
    const again = await runProgram(['check', '--replay', 'saved.json'], { cwd: folder });
    expect(again).toEqual({ ...first, stderr: '' });
    expect(first.code).toBe(1);
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
