import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { respond } from '../../clinic/http-call.ts';
import type { Stage } from '../../clinic/stage.ts';
import { runProgram } from './program.ts';
import { openStage, wayTo } from './staged.ts';

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

describe('check --anonymous', () => {
  it('leaves the host and the path out of every file, keeps the exit code, and is judged again as before', async () => {
    await stage.host('mcp.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'mcp.notebook.dev is down'));
    const files = ['a.json', 'b.md', 'c.txt'].flatMap((file) => ['--output', file]);
    const words = [
      'check',
      'https://mcp.notebook.dev/tenant-4711/mcp',
      '--anonymous',
      '--note',
      'Since Monday',
      ...files,
    ];
    const { code, stderr } = await runProgram([...words, ...wayTo(stage)], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const [json = '', markdown = '', text = ''] = ['a.json', 'b.md', 'c.txt'].map((file) =>
      readFileSync(join(folder, file), 'utf8'),
    );
    expect([json, markdown, text].filter((each) => /notebook|tenant-4711/i.test(each))).toEqual([]);
    expect(JSON.parse(json)).toMatchObject({
      note: 'Since Monday',
      environment: null,
      primary: { code: 'http.server-error' },
    });
    expect(text).toContain('Left out of this report: the name of the server’s host');
    const again = await runProgram(['check', '--replay', 'a.json', '--without', 'exchanges', '--format', 'json'], {
      cwd: folder,
    });
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ exchanges: [], primary: { code: 'http.server-error' } });
  });

  it('says which part it does not know, before anything is asked', async () => {
    const { code, stderr } = await runProgram(['check', 'https://mcp.notebook.dev/mcp', '--without', 'host,secrets']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--without does not know “secrets”') });
  });
});
