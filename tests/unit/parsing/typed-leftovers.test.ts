import { describe, expect, it } from 'vitest';
import { hostNameProblem } from '../../../lib/parsing/host-name.ts';
import { readTypedTarget } from '../../../lib/parsing/typed-target.ts';

const url = 'https://mcp.acme.dev/mcp';
const other = 'https://mcp.beta.dev/mcp';
const ignored = (text: string) => readTypedTarget(text).typed.ignored;

describe('what stands beside the address that was taken', () => {
  it.each([
    ['a URL alone', url, 0, 0],
    ['a URL that holds another', `${url}?next=${other}`, 0, 0],
    ['a Markdown link that shows its address', `[${url}](${url})`, 0, 0],
    ['a URL over two lines', 'https://mcp.acme.dev/\nmcp', 0, 0],
    ['two lines', `${url}\n${other}`, 1, 0],
    ['two in a sentence', `Is it ${url}, or ${other}?`, 1, 0],
    ['two servers', JSON.stringify({ mcpServers: { a: { url }, b: { url: other } } }), 1, 0],
    ['two servers with a comment', `{ // mine\n "a": { "url": "${url}" }, "b": { "url": "${other}" } }`, 1, 0],
    ['a server beside a local one', JSON.stringify({ a: { command: 'npx' }, b: { url } }), 0, 0],
    ['headers', JSON.stringify({ a: { url, headers: { Authorization: 'Bearer k3y', 'X-Team': '1' } } }), 0, 2],
    ['headers of TOML', `[mcp_servers.a]\nurl = "${url}"\nhttp_headers = { "X-Key" = "k3y" }`, 0, 1],
    [
      'headers that every client sends',
      JSON.stringify({ a: { url, headers: { Accept: 'a', 'Content-Type': 'b' } } }),
      0,
      0,
    ],
    [
      'mcp-remote',
      JSON.stringify({ a: { command: 'npx', args: ['mcp-remote', url, '--header', 'X-Key: k3y'] } }),
      0,
      1,
    ],
    ['mcp-remote as a command', `npx mcp-remote ${url} --header "Authorization: Bearer k3y"`, 0, 1],
    ['claude mcp add', `claude mcp add -t http a ${url} --header "X-Key: k3y" -H 'X-Team: 1'`, 0, 2],
    ['add-json', `claude mcp add-json a '{"url":"${url}","headers":{"X-Key":"k3y"}}'`, 0, 1],
    ['curl', `curl -X POST ${url} -H 'Accept: text/event-stream' -H 'X-Key: k3y'`, 0, 1],
  ])('is counted: %s', (_, text, addresses, headers) => {
    const { typed, url: read } = readTypedTarget(text);
    expect(read?.href.startsWith(url)).toBe(true);
    expect(typed.ignored).toEqual({ addresses, headers });
    expect(JSON.stringify(typed)).not.toContain('k3y');
  });

  it('is nothing where nothing was read', () => {
    expect(ignored('my connector')).toEqual({ addresses: 0, headers: 0 });
  });
});

describe('a command whose quotes a shell took away', () => {
  it.each([
    `claude mcp add-json acme {type:http,url:${url}}`,
    `claude mcp add-json acme {type: http, url: ${url}}`,
    `claude mcp add-json acme {"type":"http","url":"${url}"}`,
  ])('is read for its URL: %s', (text) => expect(readTypedTarget(text).url?.href).toBe(url));
});

describe('a bare host', () => {
  it.each(['localhost:4101/mcp', '127.0.0.1:4101/mcp', '[::1]:4101/mcp', '10.0.0.5/mcp', 'nas.local/mcp'])(
    'of one’s own network gets http with --local: %s',
    (text) => {
      const { typed, url: read } = readTypedTarget(text, undefined, { local: true });
      expect(read?.href).toBe(new URL(`http://${text}`).href);
      expect(typed.cleaned).toContain('scheme-added');
      expect(readTypedTarget(text).url?.protocol).toBe('https:');
    },
  );

  it('of the internet gets https all the same', () => {
    expect(readTypedTarget('mcp.acme.dev/mcp', undefined, { local: true }).url?.href).toBe(url);
  });
});

describe('a slip that no server can answer', () => {
  it.each([
    ['https://https://mcp.acme.dev/mcp', 'https:// stands twice at its beginning'],
    ['https://http://mcp.acme.dev/mcp', 'https:// stands twice at its beginning'],
    ['https://https//mcp.acme.dev/mcp', 'https:// stands twice at its beginning'],
    ['htps://mcp.acme.dev/mcp', 'it begins with htps://; did you mean https://?'],
    ['ttps://mcp.acme.dev/mcp', 'it begins with ttps://; did you mean https://?'],
    ['hxxps://mcp.acme.dev/mcp', 'it begins with hxxps://; did you mean https://?'],
    ['https://foo..bar/mcp', 'its host name has a dot too many'],
    ['-foo.dev', 'its host name has a part that begins or ends with a hyphen (-foo)'],
    ['https://foo-.dev/', 'its host name has a part that begins or ends with a hyphen (foo-)'],
  ])('%s is named', (text, problem) => {
    expect(readTypedTarget(text)).toMatchObject({ url: null, typed: { kind: 'invalid', url: null, problem } });
  });

  it.each([
    'ftp://mcp.acme.dev/mcp',
    'wss://mcp.acme.dev/mcp',
    'cursor://anysphere.cursor-deeplink/mcp/install?name=a',
  ])('%s has another scheme: its parts are told, and nobody is asked', (text) => {
    const { typed, url: read } = readTypedTarget(text);
    expect(read).toBeNull();
    expect(typed).toMatchObject({ kind: 'url', problem: null, url: { scheme: new URL(text).protocol } });
  });
});

describe('hostNameProblem', () => {
  it.each(['mcp.acme.dev', 'acme.dev.', 'a--b.dev', 'my_server.dev', 'xn--bcher-kva.dev', '[::1]', '10.0.0.1'])(
    'finds nothing wrong with %s',
    (name) => expect(hostNameProblem(name)).toBeUndefined(),
  );

  it.each(['a..b', '.a', 'a..', `${'a'.repeat(64)}.dev`, `${'a.'.repeat(130)}dev`])('refuses %s', (name) => {
    expect(hostNameProblem(name)).toMatch(/host name/);
  });
});
