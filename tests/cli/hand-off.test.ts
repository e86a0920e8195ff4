import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport, sampleResponse } from '../unit/report/sample-report.ts';
import { runProgram, type Ended } from './program.ts';

let folder: string;
let file: string;

const wall = sampleFinding({ evidence: ['e1'] });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-doctor-hand-off-'));
  file = join(folder, 'report.json');
  const report = sampleReport({
    verdict: 'broken',
    primary: { id: wall.id, code: wall.code },
    findings: [wall],
    exchanges: [sampleResponse()],
    claude: {
      ...{ sentence: 'Couldn’t reach the MCP server.', stage: 'start_error', oauthError: null, surface: 'web' },
      ...{ reference: 'ofid_d325aa51c0ffee51', seenAt: '2026-01-02T09:12:00.000Z' },
    },
  });
  writeFileSync(file, JSON.stringify(report));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function handOff(...words: readonly string[]): Promise<Ended> {
  return runProgram(['hand-off', ...words]);
}

describe('hand-off', () => {
  it('goes to whoever can change the cause, and opens nothing', async () => {
    const { code, stdout, stderr } = await handOff(file);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Subject: Your connector for Claude at mcp\.acme\.dev: [^]*\nHello,\n[^]*connector-doctor check/,
    );
  });

  it('fills in the form of the tracker, with answers in place of what is not known', async () => {
    const { code, stdout } = await handOff(
      file,
      '--to',
      'tracker',
      '--form',
      'user',
      '--connection-method',
      'From browsing the MCP server directory',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Anthropic cannot change what was found here[^]*\n\nThe tracker is public: everybody/);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/ofid_d325aa51c0ffee51 is \d+ days old\. .*let it fail once more/);
    const url = new URL(stdout.trim().split('\n').at(-1) ?? '');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ template: 'auth_connection_user.yml', 'server-url': 'https://mcp.acme.dev/mcp' },
      ...{ 'connection-method': 'From browsing the MCP server directory', timestamp: '2026-01-02 09:12 UTC' },
    });
  });

  it('gives programs the same, and nothing of what is left out', async () => {
    const { code, stdout } = await handOff(file, '--to', 'tracker', '--anonymous', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'connector-doctor/hand-off@1',
      to: 'tracker',
      missing: expect.arrayContaining(['server-url']) as unknown,
      withheld: ['host', 'paths', 'addresses', 'extensions', 'system', 'tools'],
    });
    expect(stdout).not.toContain('acme');
  });

  it('takes into a letter what the person adds, and refuses what it has no room for', async () => {
    const words = ['--error-details', 'Couldn’t connect. ofid_abc12345', '--timestamp', 'today, 10:04 CET'] as const;
    const { code, stdout } = await handOff(file, '--to', 'support', ...words);
    expect(code).toBe(0);
    expect(stdout).toContain('Reference: ofid_abc12345\nClaude’s page said: step=start_error\nWhen: today, 10:04 CET');
    const refused = await handOff(file, '--to', 'vendor', '--error-details', 'ofid_abc12345');
    expect([refused.code, refused.stderr]).toEqual([
      2,
      'connector-doctor: --error-details is for the tracker: this message takes --timestamp.\n',
    ]);
  });

  it('asks what Claude shows where nothing wrong was found', async () => {
    const healthy = join(folder, 'healthy.json');
    writeFileSync(healthy, JSON.stringify(sampleReport({ verdict: 'ready' })));
    const nobody = await handOff(healthy);
    expect([nobody.code, nobody.stderr]).toEqual([
      2,
      expect.stringMatching(
        /say what it shows with --error-details, or name somebody with --to: vendor, support, tracker/,
      ),
    ]);
    const told = await handOff(healthy, '--error-details', 'Couldn’t connect');
    expect([told.code, told.stdout]).toEqual([0, expect.stringContaining('Claude shows: “Couldn’t connect”')]);
  });

  it('speaks German to the reader, and English to people elsewhere', async () => {
    const { stdout } = await handOff(file, '--to', 'support', '--language', 'de');
    expect(stdout).toMatch(
      /^Claudes Referenznummer ofid_d325aa51c0ffee51 ist \d+ Tage\s+alt[^]*\nBetreff: The connector [^]*\nHello,/,
    );
  });

  it('refuses what is no option of the form, whom there is nothing for, and what is no report', async () => {
    const wrong = await handOff(file, '--to', 'tracker', '--form', 'developer', '--transport', 'http');
    expect(wrong).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'connector-doctor: --transport takes one of these, letter by letter: “streamable-http”, “sse (deprecated)”, “stdio”.\n',
    });
    const owner = await handOff(file, '--to', 'owner');
    expect([owner.code, owner.stderr]).toEqual([
      2,
      'connector-doctor: This report has nothing for them. It can go to: vendor, support, tracker.\n',
    ]);
    expect((await handOff(join(folder, 'none.json'))).code).toBe(2);
    expect((await handOff()).stderr).toContain('hand-off needs the file of a report');
  });
});
