import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { respond, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import type { Stage } from '../../clinic/stage.ts';
import { formatByExtension, formats } from '../../lib/report/formats/formats.ts';
import { runProgram, type Ended, type RunOptions } from './program.ts';
import { openStage, wayTo } from './staged.ts';

const url = 'https://mcp.notebook.dev/mcp';

/** What a server may call itself to command the runner that prints its name. */
const hostileName = '::set-output name=verdict::ready ##[add-mask]a %0A::error::x';
const hostileBody = '\n::add-mask::everything\r\n  ::stop-commands::never\n##[set-env name=PATH]/tmp\n';

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

function check(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(['check', ...words, ...wayTo(stage)], { cwd: folder, ...options });
}

/** Every line of a stream that the runner takes for a command: at the beginning of a line, or anywhere. */
function commandsIn(stream: string): readonly string[] {
  return stream.split(/[\r\n]/).filter((line) => /^\s*::/.test(line) || line.includes('##['));
}

describe('--format', () => {
  it('writes every format in one run, each also by the ending of its file', async () => {
    await stage.host('mcp.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'no'));
    const named = Object.keys(formats).flatMap((format) => ['--format', format, '--output', `as-${format}`]);
    const byEnding = [...formatByExtension.keys()].flatMap((ending) => ['--output', `by${ending}`]);
    const { code, stdout, stderr } = await check([url, ...named, ...byEnding]);
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: '' });
    for (const [ending, format] of formatByExtension) {
      expect(read(`by${ending}`), ending).toBe(read(`as-${format}`));
    }
    expect(JSON.parse(read('as-sarif'))).toMatchObject({ runs: [{ properties: { cause: 'http.server-error' } }] });
    expect(JSON.parse(read('as-har'))).toMatchObject({ log: { version: '1.2' } });
    expect(read('as-junit')).toMatch(/^<\?xml [\s\S]*<testcase name="http\.server-error"[\s\S]*<failure /);
    expect(readdirSync(folder).filter((name) => name.startsWith('as-'))).toHaveLength(Object.keys(formats).length);
  });

  it('speaks German in what people read of them', async () => {
    await stage.host('mcp.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'no'));
    await check([url, '--language', 'de', '--output', 'a.sarif', '--output', 'a.xml', '--output', 'a.har']);
    expect(JSON.parse(read('a.sarif'))).toMatchObject({ runs: [{ language: 'de' }] });
    expect(read('a.xml')).toContain('Was zu tun ist: ');
    expect(read('a.har')).toContain('Schritt 3');
  });

  it('fails in JUnit what --fail-on names, and shows SARIF where --location says', async () => {
    await stage.host('mcp.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'no'));
    await check([url, '--location', 'src/server.ts', '--output', 'a.sarif']);
    expect(read('a.sarif')).toContain('"uri": "src/server.ts"');
    const refused = await check([url, '--location', '../elsewhere']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--location needs the path of a file within the repository');
  });
});

describe('in a workflow of GitHub Actions', () => {
  it('annotates on standard error, and writes the summary of the job', async () => {
    await stage.host('mcp.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'no'));
    writeFileSync(join(folder, 'summary.md'), 'from another step\n');
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_REPOSITORY: 'acme/notes',
      GITHUB_WORKFLOW_REF: 'acme/notes/.github/workflows/check.yml@refs/heads/main',
    };
    const { code, stdout, stderr } = await check([url, '--format', 'json', '--output', '-', '--output', 'a.sarif'], {
      env,
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'broken' });
    const lines = stderr.trim().split('\n');
    expect(lines[0]).toMatch(
      /^::error file=\.github\/workflows\/check\.yml,title=[^:,]+::.*http\.server-error · https:/,
    );
    expect(lines.every((line) => /^::(error|warning|notice) file=[^:,]+,title=[^:,]*::./.test(line))).toBe(true);
    expect(read('summary.md')).toMatch(/^from another step\n# Broken: `https:\/\/mcp\.notebook\.dev\/mcp`\n/);
    expect(read('a.sarif')).toContain('"uri": ".github/workflows/check.yml"');
  });

  it('keeps a summary within what the runner takes, and says when it cannot be written', async () => {
    await stage.host('mcp.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'no'));
    const file = join(folder, 'summary.md');
    writeFileSync(file, 'a'.repeat(1_024 * 1_024 - 1_500));
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: file };
    await check([url], { env });
    const added = readFileSync(file).subarray(1_024 * 1_024 - 1_500);
    expect(added.length).toBeGreaterThan(100);
    expect(added.length).toBeLessThanOrEqual(1_500);
    expect(added.toString()).toContain('longer than a summary may be');
    const unwritable = await check([url], { env: { ...env, GITHUB_STEP_SUMMARY: join(folder, 'no', 'where') } });
    expect(unwritable.code).toBe(1);
    expect(unwritable.stderr).toContain('the summary of the job cannot be written: there is no such file or directory');
  });

  it('lets no server command the runner, in any format', async () => {
    const env = { GITHUB_ACTIONS: 'true' };
    await stage.host('mcp.notebook.dev', routes({ '/mcp': mcpServer({ name: hostileName }) }));
    await check([url, '--output', 'named.json'], { env });
    expect(read('named.json')).toContain('set-output name=verdict');
    await stage.host(
      'bad.notebook.dev',
      respond(500, { 'content-type': 'text/plain', server: hostileName }, hostileBody),
    );
    await check(['https://bad.notebook.dev/mcp', '--output', 'bad.json'], { env });
    expect(read('bad.json')).toContain('add-mask');
    const elsewhere = await runProgram(['check', '--replay', 'bad.json', '--format', 'markdown'], { cwd: folder });
    expect(commandsIn(elsewhere.stdout), 'nothing that is looked for would be there').not.toEqual([]);
    for (const [saved, shown] of [
      ['bad.json', Object.keys(formats)],
      ['named.json', ['text', 'json', 'junit']],
    ] as const) {
      for (const format of shown) {
        const { stdout, stderr } = await runProgram(['check', '--replay', saved, '--format', format], {
          cwd: folder,
          env,
        });
        expect(commandsIn(stdout), `${saved} as ${format}`).toEqual([]);
        expect(commandsIn(stderr).filter((line) => !/^::(error|warning|notice) title=[^:,]*::/.test(line))).toEqual([]);
        expect(stderr).not.toContain('##[');
      }
    }
  });
});

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}
