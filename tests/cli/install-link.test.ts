import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from './program.ts';

const url = 'https://mcp.acme.dev/mcp';
const link =
  'https://claude.ai/customize/connectors?modal=add-custom-connector&connectorName=Acme%20Notes&connectorUrl=https%3A%2F%2Fmcp.acme.dev%2Fmcp';

function make(...words: readonly string[]) {
  return runProgram(['install-link', ...words]);
}

describe('install-link', () => {
  it('prints the link, and nothing else where nothing is risky', async () => {
    expect(await make(url, '--name', 'Acme Notes')).toEqual({ code: 0, stdout: `${link}\n`, stderr: '' });
  });

  it('warns of a risky name and of an address that Claude cannot reach', async () => {
    const { code, stdout } = await make('https://localhost:8443/mcp', '--name', 'Bob’s');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^https:\/\/claude\.ai\/\S+\n\nThe name is risky\. It holds an apostrophe/);
    expect(stdout).toContain('localhost is known on a private network alone');
    expect(stdout).toContain('port 8443');
  });

  it('prints the badge for a page and for Markdown, and warns beside it', async () => {
    const html = await make(url, '--name', 'A "B"', '--format', 'html');
    expect(html.stdout).toMatch(
      /^<a href="https:\/\/claude\.ai\/[^"<>]+"><img src="data:image\/svg\+xml,[^"<>]+" alt="Add A &#34;B&#34; to Claude" width="\d+" height="\d+"><\/a>\n$/,
    );
    expect(html.stderr).toMatch(/^connector-doctor: The name is risky\. .+\n$/);
    const markdown = await make(url, '--name', 'Acme Notes', '--format', 'markdown');
    expect(markdown).toEqual({
      code: 0,
      stdout: `[![Add Acme Notes to Claude](add-to-claude.svg)](${link})\n`,
      stderr: '',
    });
  });

  it('prints the picture that the Markdown names', async () => {
    const { code, stdout } = await make(url, '--name', 'Acme', '--format', 'badge');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^<svg [^]*<\/svg>\n$/)]);
  });

  it('writes the QR code into a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'connector-doctor-link-'));
    try {
      const file = join(folder, 'code.svg');
      expect(await make(url, '--name', 'Acme', '--format', 'qr', '--output', file)).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
      expect(readFileSync(file, 'utf8')).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>\n$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('prints all of it as JSON, in English unless a language is asked for', async () => {
    const words = ['install-link', `${url}#top`, '--name', ' Küche ', '--format', 'json'];
    const { code, stdout } = await runProgram(words, { env: { LC_ALL: 'de_DE.UTF-8' } });
    expect(code).toBe(0);
    const printed = JSON.parse(stdout) as Record<string, unknown>;
    expect(printed).toEqual({
      schema: 'connector-doctor/install-link@1',
      name: 'Küche',
      url,
      link: link.replace('Acme%20Notes', 'K%C3%BCche'),
      warnings: [{ kind: 'name', hazard: 'non-ascii', says: expect.stringMatching(/^The name is risky\. /) as string }],
      html: expect.stringContaining('<a href=') as string,
      markdown: expect.stringContaining('](add-to-claude.svg)](') as string,
      badge: { file: 'add-to-claude.svg', svg: expect.stringMatching(/^<svg /) as string },
      qr: expect.stringMatching(/^<svg /) as string,
    });
  });

  it('speaks German', async () => {
    const { stdout } = await runProgram(['install-link', url, '--name', 'Bob’s'], { env: { LC_ALL: 'de_DE.UTF-8' } });
    expect(stdout).toContain('Der Name ist heikel.');
  });

  it.each([
    [['https://mcp.acme.dev/mcp?api_key=hushhush', '--name', 'Acme'], 'password or a key'],
    [['https://me:hushhush@mcp.acme.dev/mcp', '--name', 'Acme'], 'password or a key'],
    [['http://mcp.acme.dev/mcp', '--name', 'Acme'], 'https address alone'],
    [['npx -y hushhush', '--name', 'Acme'], 'a server on a computer of your own'],
    [['not an address', '--name', 'Acme'], 'no web address yet'],
    [[url, '--name', ' '], 'carries a name'],
    [[url], '--name NAME'],
    [[], 'for which address'],
    [[url, '--name', 'Acme', 'hushhush'], 'quotes around a name'],
    [[url, '--name', 'Acme', '--format', 'pdf'], '--format takes text or html or markdown or badge or qr or json'],
    [[url, '--name', 'Acme', '--output', '/no/such/folder/link.txt'], 'there is no directory'],
    [[`${url}?a=${'%C3%A4'.repeat(300)}`, '--name', 'Acme', '--format', 'qr'], 'too long for a QR code'],
  ])('%j: a sentence on standard error and exit 2', async (words, sentence) => {
    const { code, stdout, stderr } = await make(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/^connector-doctor: [^\n]+\n(?:Try connector-doctor install-link --help\.\n)?$/);
    expect(stderr).not.toContain('hushhush');
  });
});
