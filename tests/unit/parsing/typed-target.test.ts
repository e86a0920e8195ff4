import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedTarget, targetOf } from '../../../lib/parsing/typed-target.ts';

const url = 'https://mcp.acme.dev/mcp';

function kindOf(text: string): string {
  const { typed } = readTypedTarget(text);
  return typed.localServer ?? typed.kind;
}

describe('a URL with something around it', () => {
  it.each([
    ['as it is', url],
    ['white space', `  ${url}\n`],
    ['straight quotes', `"${url}"`],
    ['typographic quotes and a full stop', `“${url}”.`],
    ['backticks', `\`${url}\``],
    ['angle brackets', `<${url}>`],
    ['zero-width characters', `\u200B${url}\uFEFF`],
    ['the comma of a sentence', `${url},`],
    ['a closing bracket', `${url})`],
    ['a Markdown link', `[Acme](${url})`],
    ['a sentence', `My connector ${url} fails, why?`],
    ['no scheme', 'mcp.acme.dev/mcp'],
    ['a slip in the scheme', 'https//mcp.acme.dev/mcp'],
    ['only slashes', '//mcp.acme.dev/mcp'],
    ['percent-encoding', encodeURIComponent(url)],
    ['a line break', 'https://mcp.acme.dev/\n   mcp'],
    ['capitals in the host', 'HTTPS://MCP.ACME.DEV/mcp'],
  ])('is read: %s', (_, text) => {
    const { typed, url: read } = readTypedTarget(text);
    expect(read?.href).toBe(url);
    expect(typed).toMatchObject({ kind: 'url', problem: null, placeholder: null, localServer: null });
  });

  it('says what was done to read it', () => {
    expect(readTypedTarget(url).typed.cleaned).toEqual([]);
    expect(readTypedTarget(' mcp.acme.dev ').typed.cleaned).toEqual(['trimmed', 'scheme-added']);
    expect(readTypedTarget('https://mcp.acme.dev/\nmcp').typed.cleaned).toEqual(['joined-lines']);
    expect(readTypedTarget(encodeURIComponent(url)).typed.cleaned).toEqual(['percent-decoded']);
  });

  it('is the first of two, not both joined', () => {
    expect(readTypedTarget(`${url}\nhttps://other.dev/mcp`).url?.href).toBe(url);
  });

  it.each(['localhost:3000/mcp', '127.0.0.1:8080', '[::1]:3000/mcp', 'server:8080/mcp', 'mcp.acme.dev:8443'])(
    'gets a scheme before a host with a port: %s',
    (text) => expect(readTypedTarget(text).url?.href).toBe(new URL(`https://${text}`).href),
  );

  it('keeps brackets that belong to it', () => {
    expect(readTypedTarget('https://acme.dev/a_(b)').url?.pathname).toBe('/a_(b)');
  });

  it('reads back every https URL that it is given', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), (text) => {
        const path = text.replace(/[^\w/]+$/, '');
        expect(readTypedTarget(path).url?.href).toBe(new URL(path).href);
      }),
    );
  });
});

describe('the parts of a URL', () => {
  it('are told, secrets redacted', () => {
    const text = 'http://bob:hunter2@mcp.acme.dev/a/?Token=s3cr3t&keyword=b&api_key=k3y#top';
    const { typed, url: read } = readTypedTarget(text);
    expect(read?.password).toBe('hunter2');
    expect(typed.url).toMatchObject({
      scheme: 'http:',
      hostname: 'mcp.acme.dev',
      port: 80,
      hasUserinfo: true,
      credentialParameters: ['Token', 'api_key'],
      hasFragment: true,
      hasTrailingSlash: true,
      unicodeHostname: null,
    });
    expect(typed.url?.href).toContain('keyword=b');
    expect(JSON.stringify(typed)).not.toMatch(/hunter2|s3cr3t|k3y|bob/);
  });

  it('show a punycode host in its own letters', () => {
    expect(readTypedTarget('https://bücher.acme.dev').typed.url).toMatchObject({
      hostname: 'xn--bcher-kva.acme.dev',
      unicodeHostname: 'bücher.acme.dev',
    });
    expect(readTypedTarget('https://xn--80ak6aa92e.com/').typed.url?.unicodeHostname).toBe('аррӏе.com');
    expect(readTypedTarget('https://例え.テスト.jp/').typed.url?.unicodeHostname).toBe('例え.テスト.jp');
  });

  it('have an IPv6 host without brackets, and no port where none is known', () => {
    expect(readTypedTarget('https://[2001:DB8::1]/').typed.url).toMatchObject({ hostname: '2001:db8::1', port: 443 });
    expect(readTypedTarget('ws://mcp.acme.dev').typed.url).toMatchObject({ scheme: 'ws:', port: null });
  });
});

describe('a configuration or a command', () => {
  const remote = (server: object): string => JSON.stringify({ mcpServers: { acme: server } });

  it.each([
    ['url', remote({ type: 'http', url })],
    ['serverUrl', remote({ serverUrl: url })],
    ['httpUrl', remote({ httpUrl: url })],
    ['servers', JSON.stringify({ servers: { a: { url } } })],
    ['any nesting', JSON.stringify({ a: [{ b: { c: { url } } }] })],
    ['mcp-remote', remote({ command: 'npx', args: ['-y', 'mcp-remote@latest', url, '--header', 'A: b'] })],
    ['mcp-remote through cmd', remote({ command: 'cmd', args: ['/c', 'npx', 'mcp-remote', url] })],
    ['a piece of it', `"acme": { "url": "${url}" },`],
    ['comments and trailing commas', `{ "acme": { // mine\n "url": "${url}", }, }`],
    ['a code block', `\`\`\`json\n${remote({ url })}\n\`\`\``],
    ['TOML', `[mcp_servers.acme]\nurl = "${url}"`],
  ])('is read for its URL: %s', (_, text) => {
    const { typed, url: read } = readTypedTarget(text);
    expect(read?.href).toBe(url);
    expect(typed.cleaned).toContain('taken-from-json');
  });

  it.each([
    `claude mcp add --transport http acme ${url}`,
    `claude mcp add --transport http acme ${url} --header "Authorization: Bearer abc"`,
    `$ claude mcp add-json acme '{"type":"http","url":"${url}"}'`,
    `npx mcp-remote ${url}`,
    `npx -y mcp-remote@0.1.2 "${url}" 3334`,
    `claude mcp add acme -- npx -y mcp-remote ${url}`,
    `claude mcp add --transport http \\\n  acme ${url}`,
    `codex mcp add acme --url ${url}`,
    `curl -X POST ${url} -H 'Accept: text/event-stream'`,
  ])('is read for its URL: %s', (text) => {
    const { typed, url: read } = readTypedTarget(text);
    expect(read?.href).toBe(url);
    expect(typed.cleaned).toContain('taken-from-command');
  });

  it.each([
    ['json-config', remote({ command: 'npx', args: ['-y', '@acme/mcp', '--api', 'https://api.acme.dev'] })],
    ['json-config', '"acme": { "command": "uvx", "args": ["acme"] }'],
    ['json-config', '{ "acme": { "command": "docker", } }'],
    ['command', 'npx -y @acme/mcp'],
    ['command', 'npx -y @acme/mcp --api https://api.acme.dev'],
    ['command', 'uvx acme-mcp'],
    ['command', 'docker run -i --rm acme/mcp'],
    ['command', 'node build/index.js'],
    ['command', 'python -m acme'],
    ['command', 'API_KEY=abc npx @acme/mcp'],
    ['command', 'claude mcp add acme -- npx -y @acme/mcp --api https://api.acme.dev'],
    ['file-path', '/usr/local/bin/acme'],
    ['file-path', 'C:\\Program Files\\acme\\acme.exe'],
    ['file-path', './server.py'],
    ['file-path', '~/acme/index.js'],
    ['file-path', 'acme.mcpb'],
    ['file-path', 'file:///home/acme/server.py'],
  ])('is a local server, %s: %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
    expect(readTypedTarget(text)).toMatchObject({ url: null, typed: { kind: 'local-server-config' } });
  });

  it.each(['go to https://mcp.acme.dev/mcp', 'code https://mcp.acme.dev/mcp', 'node.acme.dev', 'npx.acme.dev/mcp'])(
    'is not seen in words that only begin alike: %s',
    (text) => expect(kindOf(text)).toBe('url'),
  );
});

describe('what is no URL', () => {
  it.each([
    '',
    '   ',
    'acme',
    'owner/repo',
    'me@acme.dev',
    'mailto:me@acme.dev',
    'https://',
    'https://a b.dev/',
    'https://acme.dev:99999/',
    '{"a":1}',
    'it does not work',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdef',
  ])('“%s” says why', (text) => {
    const { typed, url: read } = readTypedTarget(text);
    expect(read).toBeNull();
    expect(typed).toMatchObject({ kind: 'invalid', url: null, problem: expect.stringMatching(/^it/) });
  });
});

describe('placeholders', () => {
  it.each([
    ['https://<your-host>/mcp', '<your-host>', 'invalid'],
    ['<your-server-url>', '<your-server-url>', 'invalid'],
    ['https://<your host>/mcp', '<your host>', 'invalid'],
    ['https://{tenant}.acme.dev/mcp', '{tenant}', 'url'],
    ['{tenant}.acme.dev/mcp', '{tenant}', 'url'],
    ['https://${HOST}/mcp', '${HOST}', 'url'],
    ['https://YOUR_DOMAIN/mcp', 'YOUR_DOMAIN', 'url'],
    ['https://your-domain.com/mcp', 'your-domain', 'url'],
    ['https://mcp.yourcompany.com', 'yourcompany', 'url'],
    ['https://example.com/mcp', 'example.com', 'url'],
    ['https://mcp.acme.test', 'mcp.acme.test', 'url'],
    ['https://mcp.acme.dev/mcp?key=<YOUR_KEY>', '<YOUR_KEY>', 'url'],
    ['https://xxxx.ngrok-free.app/mcp', 'xxxx.ngrok-free.app', 'url'],
  ])('%s', (text, placeholder, kind) => {
    expect(readTypedTarget(text).typed).toMatchObject({ placeholder, kind });
  });

  it.each([
    url,
    'https://api.getyourguide.com/mcp',
    'https://yourname.dev',
    'https://acme.dev/a?b=c',
    'https://exxxample.dev',
  ])('are not seen in %s', (text) => expect(readTypedTarget(text).typed.placeholder).toBeNull());
});

describe('any text', () => {
  it('never throws, and what comes out is at most 2,048 characters', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.webUrl(), fc.lorem()), (text) => {
        const { typed } = readTypedTarget(text);
        expect(typed.text.length).toBeLessThanOrEqual(2_048);
      }),
    );
  });

  it('takes linear time', () => {
    for (const piece of [
      ',',
      ' ',
      '\n',
      '{',
      '<',
      '"',
      '\\"',
      'a:',
      'a@',
      '://',
      '%7B',
      'a=',
      '"a":',
      '-',
      '`',
      '( ',
      'npx "\\',
    ]) {
      for (const start of ['', 'https://a', '{"a', 'npx a']) {
        // What grows faster than its text runs into the test’s own time limit.
        const { typed } = readTypedTarget(start + piece.repeat(200_000 / piece.length) + 'x');
        expect(typed.text.length, piece).toBeLessThanOrEqual(2_048);
      }
    }
  });

  it('holds no secret that was typed', () => {
    const secret = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{5,20}[0-9]$/).filter((text) => !/^\d+$/.test(text));
    const carriers: readonly ((value: string) => string)[] = [
      (value) => `https://mcp.acme.dev/mcp?token=${value}`,
      (value) => `mcp.acme.dev/mcp?x=1&API_KEY=${value}#y`,
      (value) => `https://bob:${value}@mcp.acme.dev/mcp`,
      (value) => `https://${value}@mcp.acme.dev/mcp`,
      (value) => `bob:${value}@mcp.acme.dev/mcp`,
      (value) => JSON.stringify({ mcpServers: { a: { command: 'npx', env: { ACME_TOKEN: value } } } }),
      (value) => JSON.stringify({ mcpServers: { a: { url, headers: { Authorization: `Bearer ${value}` } } } }, null, 2),
      (value) => `claude mcp add --transport http a ${url} --header "Authorization: Bearer ${value}"`,
      (value) => `claude mcp add --transport http a ${url} --header "X-Api-Key: ${value}"`,
      (value) => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${value}`,
      (value) => `uvx acme --api-key ${value}`,
      (value) => `ACME_TOKEN=${value} npx acme`,
      (value) => encodeURIComponent(`https://mcp.acme.dev/mcp?access_token=${value}`),
    ];
    fc.assert(
      fc.property(secret, fc.constantFrom(...carriers), (value, carry) => {
        expect(JSON.stringify(readTypedTarget(carry(value)).typed)).not.toContain(value);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a redaction of the run', () => {
  it('takes out what only it knows, and its marks stay', () => {
    const redact = (text: string): string =>
      text.replaceAll('tenant7', 'redacted-secret-1').replaceAll('k3y', 'redacted-key-1');
    const { typed, url: read } = readTypedTarget('https://mcp.acme.dev/tenant7?key=k3y&token=abc', redact);
    expect(typed.url?.href).toBe('https://mcp.acme.dev/redacted-secret-1?key=redacted-key-1&token=abc');
    expect(read?.pathname).toBe('/tenant7');
  });
});

describe('where the walk goes', () => {
  it('is the URL without slash, fragment and credentials', () => {
    expect(targetOf(new URL('https://u:p@mcp.acme.dev/mcp/?a=1#x'), { local: false })).toEqual({
      endpoint: 'https://mcp.acme.dev/mcp?a=1',
      slashEndpoint: 'https://mcp.acme.dev/mcp/?a=1',
      privateAllowed: false,
    });
    expect(targetOf(new URL('https://mcp.acme.dev/'), { local: true })).toEqual({
      endpoint: 'https://mcp.acme.dev/',
      slashEndpoint: null,
      privateAllowed: true,
    });
    expect(targetOf(new URL('http://localhost:3000/mcp'), { local: false }).privateAllowed).toBe(true);
  });
});
