import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle } from '../unit/checks/bundle/bundle-parts.ts';
import { packageFolder, runProcess, runProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
const good = join(folder, 'good.mcpb');
const bad = join(folder, 'bad.mcpb');
writeFileSync(good, bundle());
writeFileSync(bad, bundle({ 'manifest.json': '{' }));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('bundle', () => {
  it('says that nothing is wrong, and ends with 0', async () => {
    const { code, stdout, stderr } = await runProgram(['bundle', good]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Nothing wrong seen in this bundle  good.mcpb');
  });

  it('ends with 1 where something keeps it from being installed, and writes a report that can be judged again', async () => {
    const file = join(folder, 'report.json');
    const { code, stdout } = await runProgram([
      'bundle',
      bad,
      '--output',
      file,
      '--format',
      'json',
      '--format',
      'text',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('The manifest is no JSON');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ subject: 'bundle', target: { file: 'bad.mcpb' } });
    const again = await runProgram(['check', '--replay', file]);
    expect(again.code).toBe(1);
    expect(again.stdout).toContain('The manifest is no JSON');
  });

  it('leaves out the name of the file, and puts a note in without its secrets', async () => {
    const note = `Token ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
    const { code, stdout, stderr } = await runProgram([
      'bundle',
      bad,
      '--without',
      'paths',
      '--note',
      note,
      '--format',
      'json',
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      withheld: ['paths'],
      note: expect.stringMatching(/^Token redacted-/) as string,
    });
    expect(stdout).not.toMatch(/bad\.mcpb|ghp_/);
    expect(stderr).toContain('Taken out of your note: ');
  });

  it.each([
    [['bundle']],
    [['bundle', join(folder, 'none.mcpb')]],
    [['bundle', packageFolder]],
    [['bundle', '/dev/zero']],
    [['bundle', good, '--format', 'xml']],
    [['bundle', good, '--fail-on', 'everything']],
    [['bundle', good, bad]],
  ])('%j is a sentence on standard error and exit 2', async (words) => {
    const { code, stdout, stderr } = await runProgram(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^connector-doctor: [^\n]{10,}\n(Try connector-doctor bundle --help\.\n)?$/);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const pipe = join(folder, 'pipe');
    await runProcess('mkfifo', [pipe]);
    const { code, stderr } = await runProgram(['bundle', pipe]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `connector-doctor: ${pipe} cannot be read: it is a pipe or a device.\n`,
    });
  });
});
