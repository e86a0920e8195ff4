import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolName, toolVersion } from '../../lib/kernel/tool-version.ts';
import { packageFolder, runProcess, type Ended } from './program.ts';

let folder: string;
let tarball: string;

/** The Node of the machine, not the one that the project brings along: what somebody who runs `npx` has. */
const machinePath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((place) => !place.includes('node_modules'))
  .join(delimiter);

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'connector-doctor-pack-')));
  const { code, stderr } = await npm('pack', packageFolder, '--pack-destination', folder);
  if (code !== 0) throw new Error(stderr);
  tarball = join(folder, `${toolName}-${toolVersion}.tgz`);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The machine's npm, without the network and with a cache of its own. */
function npm(...words: string[]): Promise<Ended> {
  const env = { PATH: machinePath, npm_config_cache: join(folder, 'cache'), npm_config_offline: 'true' };
  return runProcess('npm', words, { cwd: folder, env });
}

describe('the npm package', () => {
  it('holds the program, its schema and its licences, and nothing else', async () => {
    const { stdout } = await runProcess('tar', ['-tzf', tarball]);
    const files = stdout.trim().split('\n').sort();
    expect(files.filter((file) => !/^package\/chunks\/[\w.-]+\.js$/.test(file))).toEqual([
      'package/LICENSE',
      'package/README.md',
      'package/THIRD-PARTY-NOTICES',
      'package/connector-doctor.js',
      'package/package.json',
      'package/schema/report-1.json',
    ]);
  });

  it('passes publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: packageFolder, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
  });

  it('needs no other package, and carries no code of Node, of browsers or of machines', () => {
    const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(manifest).filter((member) => /dependencies|scripts|private/i.test(member))).toEqual([]);
    expect(manifest).toMatchObject({ name: toolName, version: toolVersion, engines: { node: '>=20.18.1' } });
    for (const file of codeFiles()) {
      const code = readFileSync(file, 'utf8');
      const imported = [...code.matchAll(/^(?:import|export)[^;]*?from ?["'`]([^"'`]+)|\bimport\(["'`]([^"'`]+)/gm)];
      const packages = imported
        .map(([, from, lazily]) => from ?? lazily)
        .filter((name) => !/^(node:|\.{1,2}\/)/.test(name ?? ''));
      expect(packages, file).toEqual([]);
      const foreign = ['react-dom', 'chrome.runtime', 'browser.runtime', process.cwd()];
      expect(
        foreign.filter((word) => code.includes(word)),
        file,
      ).toEqual([]);
    }
  });

  it('names every package of which it holds code', () => {
    const notices = readFileSync(join(packageFolder, 'THIRD-PARTY-NOTICES'), 'utf8');
    for (const name of ['commander', 'intl-messageformat', 'ipaddr.js', 'picocolors', 'undici', 'zod']) {
      expect(notices).toMatch(
        new RegExp(`^${name.replace('.', '\\.')} \\d+\\.\\d+\\.\\d+ \\((MIT|BSD-3-Clause|ISC)\\)$`, 'm'),
      );
    }
    expect(notices).not.toContain('typescript');
  });

  it('runs from the packed file with the machine’s own Node', async () => {
    const { code, stdout, stderr } = await npm('exec', '--yes', `--package=${tarball}`, '--', toolName, '--version');
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: `${toolVersion}\n` });
  });

  it('installs and checks with the machine’s own Node', async () => {
    const installed = await npm('install', '--no-audit', '--no-fund', '--prefix', folder, tarball);
    expect(installed.code, installed.stderr).toBe(0);
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([toolName]);
    const program = join(folder, 'node_modules', '.bin', toolName);
    expect(existsSync(program)).toBe(true);
    const run = await runProcess(program, ['check', 'npx my-local-server'], { env: { PATH: machinePath } });
    expect(run.stdout).toContain('url.local-server-config');
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 1, stderr: '' });
  });
});

function codeFiles(): readonly string[] {
  const chunks = join(packageFolder, 'chunks');
  return [join(packageFolder, 'connector-doctor.js'), ...readdirSync(chunks).map((name) => join(chunks, name))];
}
