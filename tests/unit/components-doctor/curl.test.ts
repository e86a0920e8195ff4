import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/kernel/exchange.ts';
import { curlCommand, hasRedactions } from '../../../lib/report/exchanges/curl.ts';
import { shellWord } from '../../../lib/report/exchanges/shell-text.ts';

/** What a real shell makes of words: each argument, NUL-separated, as the program receives it. */
function argumentsInShell(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

const base: Exchange = {
  kind: 'response',
  id: 'e1',
  step: 3,
  method: 'POST',
  url: 'https://mcp.acme.dev/mcp',
  finalUrl: 'https://mcp.acme.dev/mcp',
  requestHeaders: { 'content-type': 'application/json', 'mcp-session-id': 'redacted-session-1' },
  requestBody: '{"jsonrpc":"2.0"}',
  variant: { era: 'legacy', userAgent: 'connector-doctor', origin: null },
  redirects: [],
  remoteAddress: null,
  timing: { startedAt: 0, headersMs: 1, durationMs: 2 },
  status: 200,
  headers: {},
  body: '',
  bodyBytes: 0,
  bodyTruncated: false,
  bodyEnd: 'complete',
  chunks: [],
};

/** Text with all that a shell, a terminal or a reader could take for something else. */
const wild = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      '`',
      '$(id)',
      '\\',
      '\n',
      '\r',
      '\t',
      '!',
      ' ',
      '-',
      '@',
      '\0',
      '\u001b',
      '\u202e',
      'é',
      '%',
      ';',
      '&',
      '|',
      '#',
      '~',
      '*',
    ),
  }),
);

const received = (text: string): string => text.toWellFormed().replaceAll('\0', '\u2400');

describe('shellWord', () => {
  it('is one argument with exactly this text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(wild, { minLength: 1, maxLength: 4 }), (texts) => {
        const command = `curl ${texts.map(shellWord).join(' ')}`;
        expect(argumentsInShell(command)).toEqual(texts.map(received));
      }),
      { numRuns: 150 },
    );
  });

  it('holds nothing on which a terminal acts when it is pasted', () => {
    fc.assert(
      fc.property(wild, (text) => {
        expect(shellWord(text)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

describe('curlCommand', () => {
  it('sends the request again', () => {
    expect(argumentsInShell(curlCommand(base) ?? '')).toEqual([
      '--include',
      '--globoff',
      '--url',
      'https://mcp.acme.dev/mcp',
      '--header',
      'content-type: application/json',
      '--header',
      'mcp-session-id: redacted-session-1',
      '--data-raw',
      '{"jsonrpc":"2.0"}',
    ]);
  });

  it('names a method only where curl would take another one', () => {
    expect(curlCommand({ ...base, method: 'GET', requestBody: null })).not.toContain('--request');
    expect(curlCommand({ ...base, method: 'DELETE', requestBody: null })).toContain('--request DELETE');
    expect(curlCommand({ ...base, method: 'HEAD', requestBody: null })).toContain('--head');
  });

  it('follows redirects where the request did', () => {
    const redirects = [{ status: 301, from: base.url, to: 'https://mcp.acme.dev/' }];
    expect(curlCommand({ ...base, redirects })).toContain('--location');
  });

  it('lets no text of a foreign report become an option, a file or a second command', () => {
    fc.assert(
      fc.property(wild, fc.dictionary(wild, wild, { maxKeys: 3 }), wild, (path, requestHeaders, requestBody) => {
        const url = `https://mcp.acme.dev/${path}`;
        const received = argumentsInShell(curlCommand({ ...base, url, requestHeaders, requestBody }) ?? '');
        const options = received.filter((_, index) => index !== 3 && (index < 3 || isOption(received, index)));
        expect(options.every((option) => known.includes(option))).toBe(true);
        expect(
          received.filter((_, index) => received[index - 1] === '--header').every((line) => /^[^@:;]+[:;]/.test(line)),
        ).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('is not offered for what is no web request', () => {
    expect(curlCommand({ ...base, url: 'file:///etc/passwd' })).toBeNull();
    expect(curlCommand({ ...base, method: 'GET /' })).toBeNull();
  });

  it('says where a secret has to be filled in', () => {
    expect(hasRedactions(curlCommand(base) ?? '')).toBe(true);
    expect(hasRedactions(curlCommand({ ...base, requestHeaders: {} }) ?? '')).toBe(false);
  });

  it('keeps an empty header, and no line break in one', () => {
    const command = curlCommand({ ...base, requestHeaders: { 'x-empty': '', 'x-two': 'a\r\nb: c' } }) ?? '';
    expect(argumentsInShell(command)).toContain('x-empty;');
    expect(argumentsInShell(command)).toContain('x-two: a b: c');
  });
});

const known = ['--include', '--globoff', '--url', '--header', '--data-raw', '--compressed'];

/** Options and their values alternate after the URL, but for `--compressed`, which takes none. */
function isOption(received: readonly string[], index: number): boolean {
  let at = 4;
  while (at < index) at += received[at] === '--compressed' ? 1 : 2;
  return at === index;
}
