import { describe, expect, it } from 'vitest';
import { runProgram } from './program.ts';

const sentence = 'Couldn’t reach the MCP server. You can check the server URL and verify the server is running.';

/** Runs the program and writes to its standard input. */
function piped(words: readonly string[], input: string) {
  return runProgram(words, {
    onStart: (child) => {
      child.stdin?.end(input);
    },
  });
}

describe('explain', () => {
  it('says what it means, the causes in order, and what to run', async () => {
    const { code, stdout, stderr } = await runProgram([
      'explain',
      `${sentence} https://mcp.acme.dev/mcp ofid_0123456789abcdef`,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Couldn’t reach the MCP server\./);
    expect(stdout).toMatch(/^ +1\. \S.*(?:\n +.*)*\n {4}[\w.-]+ · (?:Most often|Often) the cause$/m);
    expect(stdout).toContain('connector-doctor check https://mcp.acme.dev/mcp --active');
    expect(stdout).toContain('ofid_0123456789abcdef: only Anthropic can trace it');
    expect(stdout).toContain('Let Claude through a firewall');
    expect(Math.max(...stdout.split('\n').map((line) => (line.includes('://') ? 0 : line.length)))).toBeLessThanOrEqual(
      80,
    );
  });

  it('holds the causes against the address, and says what other products show too with a proviso', async () => {
    const { stdout } = await runProgram(['explain', `${sentence} https://mcp.acme.dev:8443/k/sekretpass/mcp`]);
    expect(stdout).toMatch(/ 1\. (?:.*\n)+? {4}url\.nonstandard-port · The text shows it$/m);
    expect(stdout).not.toMatch(/url\.private-host|sekretpass/);
    expect((await runProgram(['explain', 'fetch failed'])).stdout).toMatch(/^If this is about a connector:$/m);
  });

  it('prints the members that other programs rely on', async () => {
    const text =
      'https://claude.ai/settings/connectors?step=end_error&oauth_error=McpAuthorizationError&flow_id=ofid_0123456789abcdef';
    const { code, stdout } = await runProgram(['explain', text, '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      matched: ['oauth-error-authorization', 'stopped-at-end'],
      step: 10,
      surfaces: ['web', 'desktop'],
      meaning: expect.any(String) as string,
      causes: expect.arrayContaining([
        { code: 'auth.token-rejected', likelihood: 'usual', why: expect.any(String) as string },
      ]) as unknown,
      guides: expect.arrayContaining(['report-to-support']) as unknown,
      reference: 'ofid_0123456789abcdef',
      notAConnectorFault: false,
    });
  });

  it('prints JSON in English unless a language is asked for, whatever the machine speaks', async () => {
    const env = { LC_ALL: 'de_DE.UTF-8' };
    const words = ['explain', sentence, '--format', 'json'];
    const printed = (await runProgram(words, { env })).stdout;
    expect(JSON.parse(printed)).toMatchObject({ language: 'en' });
    expect(printed).toBe((await runProgram(words)).stdout);
    const german = (await runProgram([...words, '--language', 'de'])).stdout;
    expect(JSON.parse(german)).toMatchObject({ language: 'de', meaning: expect.stringContaining('Server') as string });
    expect(german).not.toBe(printed);
  });

  it('reads a pipe, with “-” and without', async () => {
    for (const words of [['explain', '-'], ['explain']]) {
      const { code, stdout } = await piped(words, '5-hour limit reached ∙ resets 3pm\n');
      expect(code).toBe(0);
      expect(stdout).toContain('No connector is at fault.');
    }
  });

  it('says what it does not know, and exits with 1', async () => {
    const { code, stdout, stderr } = await runProgram(['explain', 'HTTP 418 at https://mcp.acme.dev/tea?key=hunter2']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('This text is not known here.');
    expect(stdout).toContain('HTTP status: 418');
    expect(stdout).not.toContain('hunter2');
  });

  it('says what a text sounds like whose words are not known, and what to do next', async () => {
    const words = ['explain', 'Failed to load connectors'];
    const { code, stdout } = await runProgram(words);
    expect(code).toBe(1);
    expect(stdout).toContain('These exact words are not known here. They sound like this:');
    expect(stdout).toContain('connector-doctor check URL');
    expect(stdout).toContain('connector-doctor faq QUESTION');
    const json = await runProgram([...words, '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      matched: [],
      similar: [{ id: 'question:directory-does-not-load', title: expect.any(String) as string }],
    });
    const other = await runProgram(['explain', 'zxqv qqqzzz', '--format', 'json']);
    expect(JSON.parse(other.stdout)).toMatchObject({ matched: [], similar: [] });
  });

  it('lets no sign of the text move a cursor', async () => {
    const { stdout } = await runProgram([
      'explain',
      'Couldn’t reach the MCP server. \u001b[2J https://mcp.acme.dev/\u001b[31mmcp',
    ]);
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    [['explain', 'a', 'b'], 'explain takes one text: put quotes around it.'],
    [['explain', 'a', '--format', 'xml'], '--format takes text or json.'],
    [['explain', '--quick', 'a'], 'There is no option --quick.'],
    [['explain', ' '], 'There is no text to explain.'],
    [['explain'], 'There is no text to explain.'],
  ])('%j is a sentence on standard error and exit 2', async (words, problem) => {
    const { code, stdout, stderr } = await runProgram(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^connector-doctor: [^\n]{10,}\n(Try connector-doctor explain --help\.\n)?$/);
    expect(stderr).toContain(problem);
  });

  it('has help', async () => {
    const { code, stdout } = await runProgram(['explain', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Exit status: 0 it is explained, 1 it is not known');
  });
});
