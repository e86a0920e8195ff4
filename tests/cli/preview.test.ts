import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { respond, respondJson, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import type { Stage } from '../../clinic/stage.ts';
import { emptyDraft } from '../../lib/kernel/listing.ts';
import { documentStyleHash } from '../../lib/preview/drawing/document-style.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import { proxyTo, sdkV1Stateful, startPlain } from '../support/official-servers.ts';
import { runProgram, type Ended } from './program.ts';
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

function preview(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runProgram(['preview', ...words, ...wayTo(stage)], { cwd: folder, env });
}

async function official(): Promise<void> {
  const server = await startPlain(sdkV1Stateful());
  stage.keep(server);
  await stage.host('mcp.notebook.dev', proxyTo(server.port));
}

describe('preview', () => {
  it('shows a server of the official SDK: name, icon, tools', async () => {
    await official();
    const { code, stdout, stderr } = await preview([url]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('  https://mcp.notebook.dev/mcp\n');
    expect(stdout).toMatch(/\nIcon\n {2}\S/);
    expect(stdout).toContain('--google-favicon');
    expect(stdout).toMatch(/\nTools\n {2}\d+ tools?, about \d+ tokens/);
    expect(stdout).not.toContain('\u001b');
  });

  it('shows what the author means to write, and what there is to mend', async () => {
    await official();
    writeFileSync(join(folder, 'text.md'), 'Our **notes**.\n\n<script>alert(1)</script>\n');
    const listing = { name: 'Joe’s Notes', tagline: 'Find a note', privacyPolicyUrl: 'https://notebook.dev/privacy' };
    writeFileSync(join(folder, 'listing.json'), JSON.stringify(listing));
    const { code, stdout } = await preview([url, '--listing', 'listing.json', '--description', 'text.md']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Joe’s Notes\n/);
    expect(stdout).toContain('It holds an apostrophe.');
    expect(stdout).toContain('11 of 200 characters.');
    expect(stdout).toMatch(/▲ Line 3: .+\n(?: {4}.+\n)? {6}<script>alert\(1\)<\/script>/);
  });

  it('prints JSON without the bytes of pictures, and a page that holds them', async () => {
    await official();
    const json = await preview([url, '--format', 'json']);
    const told = JSON.parse(json.stdout) as ConnectorPreview & { readonly pictures: readonly object[] };
    expect(told).toMatchObject({ schema: 'connector-doctor/preview@1', url, host: 'mcp.notebook.dev' });
    expect(told.pictures[0]).toMatchObject({ type: 'ico', bytes: expect.any(Number) as number });
    expect(json.stdout).not.toContain('base64');
    const page = await preview([url, '--output', 'page.html']);
    expect(page).toMatchObject({ code: 0, stdout: '' });
    const html = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toContain(documentStyleHash);
    expect(html).toContain('<img class="cd-icon cd-icon-large" src="data:image/x-icon;base64,');
    expect(html).not.toMatch(/<script|<link|@import|url\(|http-equiv="refresh"/);
  });

  it('speaks German, also in the page', async () => {
    await official();
    const { stdout } = await preview([url, '--format', 'html', '--language', 'de']);
    expect(stdout).toContain('<html lang="de">');
    expect(stdout).toContain('So wird er in Claude aussehen');
  });

  it('shows a saved report without any request', async () => {
    await official();
    await runProgram(['check', url, '--output', 'report.json', ...wayTo(stage)], { cwd: folder });
    const { code, stdout } = await runProgram(['preview', '--replay', 'report.json', '--format', 'json'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ url, pictures: [], tools: { isWhole: true } });
  });

  it('says that the tools stand behind a sign-in', async () => {
    const refusal = respondJson(401, { error: 'unauthorized' });
    await stage.host('mcp.notebook.dev', routes({ '/mcp': refusal }));
    const { code, stdout } = await preview([url, '--name', 'Notes']);
    expect(stdout).toMatch(/^Notes\n/);
    expect({ code, unseen: /Tools\n {2}(.*)/.exec(stdout)?.[1] }).toEqual({
      code: 0,
      unseen: expect.stringMatching(/^The tools stand behind the sign-in: --sign-in /) as string,
    });
  });

  it('exits with 1 where nothing could be reached, and with 2 where there is no connector', async () => {
    await stage.host('mcp.notebook.dev', respond(500, { 'content-type': 'text/plain' }, 'no'));
    const down = await preview([url]);
    expect({ code: down.code, stderr: down.stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('The connector could not be reached') as string,
    });
    const odd = await preview(['not a connector']);
    expect(odd).toMatchObject({ code: 2, stdout: '' });
  });

  it('shows hundreds of tools, and a name of any kind', async () => {
    const tools = Array.from({ length: 400 }, (_, index) => ({
      name: `tool_${String(index)}`,
      inputSchema: { type: 'object' },
      annotations: { readOnlyHint: index % 2 === 0 },
    }));
    await stage.host('mcp.notebook.dev', routes({ '/mcp': mcpServer({ tools }) }));
    const name = `${'W'.repeat(150)}\u202e\u0007`;
    writeFileSync(join(folder, 'l.json'), JSON.stringify({ ...emptyDraft, name }));
    const { code, stdout } = await preview([url, '--listing', 'l.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('… and 140 more');
    expect(stdout).toContain('152 characters: the directory takes 100.');
    // eslint-disable-next-line no-control-regex -- what must not reach a terminal
    expect(stdout).not.toMatch(/[\u0007\u202e]/);
  });
});

describe('bad usage of preview', () => {
  it.each([
    [[]],
    [['https://mcp.acme.dev/', '--format', 'pdf']],
    [['https://mcp.acme.dev/', '--output', 'preview.pdf']],
    [['https://mcp.acme.dev/', '--output', '/no/such/folder/preview.html']],
    [['https://mcp.acme.dev/', '--description', '/no/such/file.md']],
    [['--replay', 'report.json', '--local']],
  ])('%j is a sentence on standard error and exit 2', async (words) => {
    const { code, stdout, stderr } = await runProgram(['preview', ...words]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^connector-doctor: [^\n]{10,}\n(Try connector-doctor preview --help\.\n)?$/);
    expect(code).toBe(2);
  });
});
