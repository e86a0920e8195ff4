import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../lib/cli/arguments.ts';
import { readCheckRequest, type CheckRequest } from '../../../lib/cli/check-request.ts';
import { toolVersion } from '../../../lib/kernel/tool-version.ts';

function request(...words: string[]): CheckRequest {
  const invocation = readArguments(['check', ...words]);
  if (invocation.kind !== 'check') throw new Error(JSON.stringify(invocation));
  const read = readCheckRequest(invocation.url, invocation.options);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

function problemOf(...words: string[]): string {
  const invocation = readArguments(words);
  if (invocation.kind === 'usage') return invocation.problem;
  if (invocation.kind !== 'check') throw new Error(JSON.stringify(invocation));
  const read = readCheckRequest(invocation.url, invocation.options);
  if (read.ok) throw new Error('no problem was found');
  return read.problem;
}

describe('check', () => {
  it('has the documented defaults', () => {
    expect(request('https://mcp.acme.dev/mcp')).toEqual({
      subject: { kind: 'url', text: 'https://mcp.acme.dev/mcp' },
      outputs: [{ format: 'text', file: null }],
      failOn: 'blocker',
      rendering: {},
      sharing: { withhold: [], note: null },
      depth: 'default',
      active: false,
      signIn: null,
      client: { id: null, secretFromInput: false, metadataUrl: null, callback: null },
      googleFavicon: false,
      local: false,
      resolver: null,
      headers: {},
      userAgent: null,
      timeoutMs: 60_000,
      stepTimeoutMs: 10_000,
      maxBodyBytes: 8_388_608,
      connectTo: [],
      caFile: null,
      told: { account: null, claudeSays: null, isAuthor: false },
    });
  });

  it('understands every option', () => {
    const words = ['--quick', '--local', '--header', 'X-Key: 1', '--header', 'x-other: 2', '--user-agent', 'probe/1'];
    const more = [
      '--resolver',
      'https://dns.google/resolve',
      '--fail-on',
      'warning',
      '--timeout',
      '5',
      '--step-timeout',
    ];
    const rest = [
      '1.5',
      '--max-body',
      '1000',
      '--connect-to',
      'a:443:b:8443',
      '--cacert',
      'ca.pem',
      '--format',
      'json',
    ];
    expect(request('u', ...words, ...more, ...rest)).toEqual({
      subject: { kind: 'url', text: 'u' },
      outputs: [{ format: 'json', file: null }],
      failOn: 'warning',
      rendering: { failOn: 'warning' },
      sharing: { withhold: [], note: null },
      depth: 'quick',
      active: false,
      signIn: null,
      client: { id: null, secretFromInput: false, metadataUrl: null, callback: null },
      googleFavicon: false,
      local: true,
      resolver: { url: 'https://dns.google/resolve', consent: 'resolver' },
      headers: { 'x-key': '1', 'x-other': '2' },
      userAgent: 'probe/1',
      timeoutMs: 5000,
      stepTimeoutMs: 1500,
      maxBodyBytes: 1000,
      connectTo: ['a:443:b:8443'],
      caFile: 'ca.pem',
      told: { account: null, claudeSays: null, isAuthor: false },
    });
  });

  it('asks Cloudflare only by --public-dns', () => {
    expect(request('u', '--public-dns').resolver).toEqual({
      url: 'https://cloudflare-dns.com/dns-query',
      consent: 'public-dns',
    });
  });

  it('keeps the order of formats and outputs wherever the URL stands', () => {
    expect(request('--format', 'json', '--output', 'a', 'u', '--output', 'b', '--format', 'markdown').outputs).toEqual([
      { format: 'json', file: 'a' },
      { format: 'markdown', file: 'b' },
    ]);
  });

  it('leaves people time to sign in, and no more than asked for', () => {
    expect(request('u', '--sign-in')).toMatchObject({ signIn: 'browser', timeoutMs: 300_000 });
    expect(request('u', '--sign-in', '--timeout', '20').timeoutMs).toBe(20_000);
    expect(request('u', '--sign-in', '--headless-consent')).toMatchObject({ signIn: 'headless', timeoutMs: 60_000 });
    const callback = 'http://localhost:8123/oauth/callback';
    expect(request('u', '--sign-in', '--callback', callback).client.callback).toBe(callback);
  });

  it('takes a saved report in place of a URL', () => {
    const source = { kind: 'file', file: 'r.json' };
    expect(request('--replay', 'r.json', '--fail-on', 'warning').subject).toEqual({ kind: 'replay', source });
    expect(request('--replay', '-').subject).toEqual({ kind: 'replay', source: { kind: 'standard-input' } });
  });

  it('takes anything for a URL: what is none becomes a finding', () => {
    expect(request('not a url').subject).toEqual({ kind: 'url', text: 'not a url' });
    expect(request('').subject).toEqual({ kind: 'url', text: '' });
  });
});

describe('bad usage', () => {
  it.each([
    [[], 'Say what to do'],
    [['bogus'], 'There is no such command'],
    [['https://mcp.acme.dev/'], 'connector-doctor check URL'],
    [['check'], 'check needs the connector’s URL'],
    [['check', 'a', 'b'], 'check takes one URL'],
    [['check', 'u', '--google-favicon=yes'], '--google-favicon takes no value.'],
    [['check', 'u', '--headless-consent=secret'], '--headless-consent takes no value.'],
    [['schema', '--quick'], 'There is no option --quick.'],
    [['check', 'u', '--quik'], 'There is no option --quik (did you mean --quick?).'],
    [['check', 'u', '--headless-consent'], '--headless-consent needs --sign-in.'],
    [['check', 'u', '--callback', 'http://127.0.0.1/callback'], '--callback needs --sign-in.'],
    [['check', 'u', '--sign-in', '--callback', 'https://app.dev/cb'], '--callback needs an http URL on 127.0.0.1'],
    [['check', 'u', '--sign-in', '--callback', 'http://localhost:1/cb?x=1'], '--callback needs an http URL'],
    [['check', 'u', '--client-id', 'abc'], '--client-id needs --sign-in or --active.'],
    [
      ['check', 'u', '--sign-in', '--header', 'Authorization: Bearer c0ffee'],
      'Choose either --sign-in or a --header with a credential',
    ],
    [['check', 'u', '--sign-in', '--client-secret-stdin'], '--client-secret-stdin needs --client-id.'],
    [
      ['check', 'u', '--sign-in', '--client-metadata-url', 'http://a.dev/c'],
      '--client-metadata-url needs an https URL with a path, and without a fragment.',
    ],
    [['check', 'u', '--active', '--replay', 'r.json'], '--replay judges a saved report: leave the URL out.'],
    [['check', 'u', '--timeout'], '--timeout needs a value.'],
    [['check', 'u', '--timeout', 'soon'], '--timeout needs a number of seconds'],
    [['check', 'u', '--step-timeout', '0'], '--step-timeout needs a number of seconds'],
    [['check', 'u', '--max-body', '1k'], '--max-body needs a whole number'],
    [['check', 'u', '--format', 'xml'], 'There is no format “xml”'],
    [['check', 'u', '--fail-on', 'note'], '--fail-on takes blocker, problem or warning.'],
    [['check', 'u', '--quick', '--thorough'], 'Choose either --quick or --thorough.'],
    [['check', 'u', '--quick', '--google-favicon'], 'Choose either --quick or --google-favicon.'],
    [['check', 'u', '--public-dns', '--resolver', 'https://dns.google/resolve'], 'Choose either'],
    [['check', 'u', '--replay', 'r.json'], '--replay judges a saved report'],
    [['check', '--replay', 'r.json', '--local'], 'so --local has no effect'],
    [['check', '--replay', 'r.json', '--header', 'X-Key: 1'], 'so --header has no effect'],
    [['check', '--replay', 'r.json', '--timeout', '5'], 'so --timeout has no effect'],
    [['check', '--replay', 'r.json', '--public-dns'], 'so --public-dns has no effect'],
    [['check', 'u', '--output', 'report.docx'], 'The ending .docx names no format'],
    [['check', 'u', '--connect-to', 'a:b'], '--connect-to needs HOST1:PORT1:HOST2:PORT2'],
    [['check', 'u', '--user-agent', 'a\nb'], '--user-agent needs printable characters.'],
    [['schema', 'x'], 'schema takes no arguments.'],
  ])('%j is told in one sentence', (words, sentence) => {
    const problem = problemOf(...words);
    expect(problem).toContain(sentence);
    expect(problem).not.toContain('\n');
  });

  it('repeats nothing that may be a secret', () => {
    const secret = 'sk-very-secret';
    const lines = [
      ['check', 'u', '--header', secret],
      ['check', 'u', `--heder=X-Key: ${secret}`],
      ['check', 'u', '--heder', `X-Key: ${secret}`],
      ['check', 'u', 'v', `--header=${secret}`],
      [`https://user:${secret}@mcp.acme.dev/`],
      [secret],
    ];
    for (const words of lines) expect(problemOf(...words)).not.toContain(secret);
  });
});

describe('help and version', () => {
  it('prints the version', () => {
    expect(readArguments(['--version'])).toEqual({ kind: 'print', text: `${toolVersion}\n` });
  });

  it('shows examples and exit codes', () => {
    const help = readArguments(['check', '--help']);
    expect(help).toMatchObject({ kind: 'print', text: expect.stringContaining('Exit status: 0') as string });
    expect(help).toMatchObject({ text: expect.stringContaining('$ connector-doctor check https://') as string });
  });
});
