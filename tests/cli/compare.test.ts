import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Listener } from '../../clinic/front.ts';
import type { Comparison } from '../../lib/report/compare/comparison.ts';
import { startPlain } from '../support/official-servers.ts';
import { runProgram, type Ended } from './program.ts';

let first: Listener;
let second: Listener;
let folder: string;

beforeAll(async () => {
  [first, second] = await Promise.all([startPlain(serve(1)), startPlain(serve(2))]);
});

afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
});

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'connector-doctor-')));
  return () => {
    rmSync(folder, { recursive: true });
  };
});

/** Two versions of a connector, made with the official SDK. */
function serve(version: 1 | 2): Parameters<typeof startPlain>[0] {
  return (request, response) => {
    void (async () => {
      const transport = new StreamableHTTPServerTransport({});
      await notebook(version).connect(transport as Parameters<McpServer['connect']>[0]);
      await transport.handleRequest(request, response);
    })();
  };
}

function notebook(version: 1 | 2): McpServer {
  const server = new McpServer({ name: 'notebook', version: `${String(version)}.0.0` });
  const answer = (): { content: { type: 'text'; text: string }[] } => ({ content: [{ type: 'text', text: 'done' }] });
  const search =
    version === 1 ? { limit: z.number().optional() } : { limit: z.string().optional(), folder: z.string() };
  const annotations = { readOnlyHint: true };
  server.registerTool(
    'search',
    { title: 'Search', description: 'Search the notes', inputSchema: search, annotations },
    answer,
  );
  server.registerTool(
    version === 1 ? 'list' : 'list_notes',
    { title: 'List', description: 'List the notes', inputSchema: { page: z.string() }, annotations },
    answer,
  );
  if (version === 1)
    server.registerTool('remove', { title: 'Remove', description: 'Remove a note', annotations }, answer);
  return server;
}

function urlOf({ port }: Listener): string {
  return `http://127.0.0.1:${String(port)}/mcp`;
}

function compare(...words: readonly string[]): Promise<Ended> {
  return runProgram(['compare', ...words], { cwd: folder });
}

describe('compare', () => {
  it('compares two servers, says what breaks first, and exits with 1', async () => {
    const { code, stdout, stderr } = await compare(urlOf(first), urlOf(second), '--local', '--quick');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('\n✕ 1 tool removed: instructions and chats that use it will fail.\n');
    expect(stdout).toContain('\nTools removed\n− remove (Remove)\n');
    expect(stdout).toContain('\n~ list → list_notes\n');
    expect(stdout).toMatch(/inputSchema\.properties\.limit\.type: number → string\n +✕ takes other or fewer types/);
    expect(stdout).toMatch(/inputSchema\.required: folder\n +✕ must be given now/);
    expect(stdout).toContain('Version: 1.0.0 → 2.0.0');
    expect(stdout).not.toContain('\u001b');
  });

  it('compares a saved report with now, in a file and for other programs', async () => {
    const run = ['--local', '--quick'];
    await runProgram(['check', urlOf(first), ...run, '--output', 'before.json'], { cwd: folder });
    const { code, stdout } = await compare('before.json', urlOf(second), ...run, '--output', 'changes.json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const comparison = JSON.parse(readFileSync(join(folder, 'changes.json'), 'utf8')) as Comparison;
    expect(comparison.schema).toBe('connector-doctor/comparison@1');
    expect(comparison.tools.counts).toEqual({ removed: 1, added: 0, renamed: 1, changed: 1 });
    expect(comparison.breaks).toBe(3);
  });

  it('finds nothing between a server and itself', async () => {
    const { code, stdout } = await compare(urlOf(first), urlOf(first), '--local', '--quick', '--format', 'markdown');
    expect(code).toBe(0);
    expect(stdout).toContain('\n- Nothing that can be seen from here is different.\n');
  });

  it('answers in German', async () => {
    const words = [urlOf(first), urlOf(second), '--local', '--quick', '--language', 'de'];
    const { stdout } = await compare(...words);
    expect(stdout).toContain('1 Tool entfernt');
  });

  it.each([
    [[], 'compare needs two'],
    [['https://mcp.acme.dev/'], 'compare needs two'],
    [['-', '-'], 'Only one of the two'],
    [['a.json', 'b.json'], 'a.json cannot be read|b.json cannot be read'],
    [['a.json', 'b.json', '--quick'], 'leave the options of a check away'],
    [['a.json', 'https://mcp.acme.dev/', '--format', 'xml'], '--format takes text or json or markdown'],
    [['https://a.example/', 'https://b.example/', '--output', 'x.html'], 'names no format'],
    [['https://a.example/', 'https://b.example/', 'c'], 'compare takes two'],
  ])('%j is a sentence on standard error and exit 2', async (words, problem) => {
    const { code, stdout, stderr } = await compare(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^connector-doctor: [^\n]{10,}\n(Try connector-doctor compare --help\.\n)?$/);
    expect(stderr).toMatch(new RegExp(problem));
  });

  it('takes no report for one that is none', async () => {
    writeFileSync(join(folder, 'a.json'), '{"schema":"something else"}');
    const { code, stderr } = await compare('a.json', 'a.json');
    expect(code).toBe(2);
    expect(stderr).toContain('not a report of Connector Doctor');
  });
});
