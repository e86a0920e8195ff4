import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toolVersion } from '../../lib/kernel/tool-version.ts';
import { packageFolder, programFile, runProcess, runProgram } from './program.ts';

describe('bad usage', () => {
  it.each([
    [[]],
    [['bogus']],
    [['check']],
    [['check', 'https://mcp.acme.dev/', '--quik']],
    [['check', 'https://mcp.acme.dev/', '--format', 'xml']],
    [['check', 'https://mcp.acme.dev/', '--timeout', 'soon']],
    [['check', 'https://mcp.acme.dev/', '--output', '/no/such/folder/report.txt']],
    [['check', 'https://mcp.acme.dev/', '--output', packageFolder]],
    [['check', 'https://mcp.acme.dev/', '--cacert', '/no/such/file.pem']],
    [['check', 'https://mcp.acme.dev/', '--cacert', programFile]],
    [['check', 'https://mcp.acme.dev/', '--header', 'secret-without-colon']],
    [['check', 'https://mcp.acme.dev/', '--output', 'report.pdf']],
    [['check', 'https://mcp.acme.dev/', '--location', '/etc/passwd']],
    [['check', '--replay', '/no/such/report.json']],
    [['check', '--replay', programFile, '--local']],
    [['check', '--replay', packageFolder]],
    [['check', '--replay', programFile]],
  ])('%j is a sentence on standard error and exit 2', async (words) => {
    const { code, stdout, stderr } = await runProgram(words);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^connector-doctor: [^\n]{10,}\n(Try connector-doctor check --help\.\n)?$/);
    expect(stderr).not.toMatch(/\bat .*:\d+|secret/);
    expect(code).toBe(2);
  });
});

describe('what needs no run', () => {
  it('prints the version', async () => {
    expect(await runProgram(['--version'])).toEqual({ code: 0, stdout: `${toolVersion}\n`, stderr: '' });
  });

  it('prints help', async () => {
    const { code, stdout, stderr } = await runProgram(['check', '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: connector-doctor check');
  });

  it('prints the schema that the package holds', async () => {
    const published = readFileSync(join(packageFolder, 'schema', 'report-1.json'), 'utf8');
    expect(await runProgram(['schema'])).toEqual({ code: 0, stdout: published, stderr: '' });
  });

  it.skipIf(process.platform !== 'linux')('says that nothing could be written', async () => {
    for (const words of ['schema', '--version', 'check nothing']) {
      const script = `"${process.execPath}" "${programFile}" ${words} > /dev/full`;
      expect(await runProcess('bash', ['-c', script])).toEqual({
        code: 2,
        stdout: '',
        stderr: 'connector-doctor: standard output cannot be written: the disk is full.\n',
      });
    }
  });

  it.skipIf(process.platform === 'win32')('does not mind a reader that goes away', async () => {
    const script = `set -o pipefail; "${process.execPath}" "${programFile}" schema | head -c 1`;
    expect(await runProcess('bash', ['-c', script])).toEqual({ code: 0, stdout: '{', stderr: '' });
  });
});
