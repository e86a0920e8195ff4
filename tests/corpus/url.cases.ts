import assert from 'node:assert/strict';
import { redirect, routes } from '../../clinic/http-call.ts';
import { renderText } from '../../lib/report/formats/render-text.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, openAndStrict, ready } from '../support/expectations.ts';

const host = 'mcp.acme.dev';

/** What was typed is itself the fault, or worth a word. */
export const urlCases: readonly CorpusCase[] = [
  {
    name: 'text that is no URL',
    origin: 'url.invalid',
    start: async () => 'my connector, please',
    expect: broken('url.invalid', 0),
  },
  {
    name: 'the command of a local server',
    origin: 'url.local-server-config',
    start: async () => 'npx -y @acme/notes-mcp --verbose',
    expect: broken('url.local-server-config', 0),
  },
  {
    name: 'the JSON configuration of a local server',
    origin: 'url.local-server-config',
    start: async () => '{"mcpServers":{"notes":{"command":"uvx","args":["notes-mcp"]}}}',
    expect: broken('url.local-server-config', 0),
  },
  {
    name: 'https:// twice',
    origin: 'url.invalid',
    start: async () => `https://https://${host}/mcp`,
    expect: broken('url.invalid', 0),
  },
  {
    name: 'a slip in the scheme',
    origin: 'url.invalid',
    start: async () => `htps://${host}/mcp`,
    expect: broken('url.invalid', 0),
  },
  {
    name: 'a host name that nobody can have',
    origin: 'url.invalid',
    start: async () => 'https://mcp..acme.dev/mcp',
    expect: broken('url.invalid', 0),
  },
  {
    name: 'a scheme that is not the web’s',
    origin: 'url.scheme-not-https',
    start: async () => `ftp://${host}/mcp`,
    expect: broken('url.scheme-not-https', 0),
    also: (_rig, report) => {
      assert.deepEqual(report.exchanges, []);
      assert.ok(!JSON.stringify(report.evidence).includes('crashed'));
    },
  },
  {
    name: 'a deep link of another client, announced with --local',
    origin: 'url.scheme-not-https',
    start: async () => 'cursor://anysphere.cursor-deeplink/mcp/install?name=acme',
    flags: { local: true },
    expect: broken('url.scheme-not-https', 0),
  },
  {
    name: 'a bare localhost, announced with --local',
    origin: 'url.private-host',
    start: async (rig) => {
      await rig.host('localhost', routes({ '/mcp': rig.mcp() }), { tls: 'plain', port: 4101 });
      return 'localhost:4101/mcp';
    },
    flags: { local: true, resolver: false },
    expect: ready(...openAndStrict),
  },
  {
    name: 'a configuration with two servers and headers',
    origin: 'url.invalid',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      const headers = { Authorization: `Bearer ${rig.secrets.own}` };
      const servers = { acme: { url: `https://${host}/mcp`, headers }, beta: { url: 'https://mcp.beta.dev/mcp' } };
      return JSON.stringify({ mcpServers: servers });
    },
    expect: ready(...openAndStrict),
    also: (_rig, report) => {
      const text = renderText(report, { color: false, width: 100 });
      assert.match(text, /2 addresses were pasted; the first was taken\./);
      assert.match(text, /Not used: 1 header that stands in what you pasted; give it with --header\./);
    },
  },
  {
    name: 'a placeholder that was never filled in',
    origin: 'url.placeholder',
    start: async (rig) => {
      await rig.dead('mcp.example.com');
      return 'https://mcp.example.com/mcp';
    },
    expect: broken('url.placeholder', 1, 'net.refused'),
  },
  {
    name: 'plain http in front of a healthy server',
    origin: 'url.scheme-not-https',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }), { tls: 'plain' });
      return `http://${host}/mcp`;
    },
    expect: broken('url.scheme-not-https', 0, ...openAndStrict),
  },
  {
    name: 'an address of the home network',
    origin: 'url.private-host',
    start: async (rig) => {
      await rig.host('192.168.1.20', routes({ '/mcp': rig.mcp() }));
      return 'https://192.168.1.20/mcp';
    },
    expect: broken('url.private-host', 1, ...openAndStrict),
  },
  {
    name: 'localhost, although its certificate is trusted here',
    origin: 'C010',
    start: async (rig) => {
      await rig.host('localhost', routes({ '/mcp': rig.mcp() }));
      return 'https://localhost/mcp';
    },
    flags: { resolver: false },
    expect: broken('url.private-host', 0, ...openAndStrict),
  },
  {
    name: 'localhost over plain http, announced with --local',
    origin: 'url.private-host',
    start: async (rig) => {
      await rig.host('localhost', routes({ '/mcp': rig.mcp() }), { tls: 'plain', port: 3000 });
      return 'http://localhost:3000/mcp';
    },
    flags: { local: true, resolver: false },
    expect: ready(...openAndStrict),
  },
  {
    name: 'an IPv6 address',
    origin: 'url.ipv6-literal',
    start: async (rig) => {
      await rig.host('2606:4700::6810:84e5', routes({ '/mcp': rig.mcp() }));
      return 'https://[2606:4700::6810:84e5]/mcp';
    },
    expect: broken('url.ipv6-literal', 1, ...openAndStrict),
  },
  {
    name: 'a user name and a password in the URL',
    origin: 'url.credential-in-userinfo',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      return `https://anna:${rig.secrets.own}@${host}/mcp`;
    },
    expect: degraded('url.credential-in-userinfo', ...openAndStrict),
  },
  {
    name: 'a key in the query',
    origin: 'C008',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      return `https://${host}/mcp?api_key=${rig.secrets.own}`;
    },
    expect: ready('url.credential-in-query', ...openAndStrict),
  },
  {
    name: 'a port that Claude was never seen to ask',
    origin: 'C007',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }), { port: 8444 });
      return `https://${host}:8444/mcp`;
    },
    expect: degraded('url.nonstandard-port', ...openAndStrict),
  },
  {
    name: 'only the form with the slash is served, and Claude strips it',
    origin: 'C089',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp/': rig.mcp() }));
      return `https://${host}/mcp/`;
    },
    expect: degraded('url.trailing-slash-required', ...openAndStrict),
  },
  {
    name: 'a fragment that is never sent',
    origin: 'url.fragment',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      return `https://${host}/mcp#tools`;
    },
    expect: ready('url.fragment', ...openAndStrict),
  },
  {
    name: 'a host name that mixes alphabets',
    origin: 'url.unusual-hostname',
    start: async (rig) => {
      // The second letter is Cyrillic.
      await rig.host('mcp.xn--cme-5cd.dev', routes({ '/mcp': rig.mcp() }));
      return 'https://mcp.аcme.dev/mcp';
    },
    expect: ready('url.unusual-hostname', ...openAndStrict),
  },
  {
    name: 'the slash form typed where both are served by redirect',
    origin: 'C027',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': redirect(307, `https://${host}/mcp/`), '/mcp/': rig.mcp() }));
      return `https://${host}/mcp/`;
    },
    expect: ready('http.redirect-same-host', ...openAndStrict),
  },
];
