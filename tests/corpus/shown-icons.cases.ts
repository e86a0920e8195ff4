import assert from 'node:assert/strict';
import { respondHtml, routes, when } from '../../clinic/http-call.ts';
import { goodIcon, respondPicture } from '../../clinic/icon.ts';
import { plain } from '../../clinic/pictures.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/kernel/json.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { degraded, openAndStrict, ready } from '../support/expectations.ts';
import { googleFavicons, googleRefuses, scaled } from '../support/google-favicons.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;
const google = { faviconService: true } as const;

function page(...links: readonly string[]) {
  return respondHtml(200, `<html><head>${links.join('')}</head><body>Hello</body></html>`);
}

function askedOf(rig: Rig, name: string): number {
  return rig.log.requests.filter((request) => request.host === name).length;
}

/** Puts icons into what the server says of itself. */
function withIcons(...sources: readonly string[]): (reply: JsonObject, request: JsonObject) => JsonObject {
  return (reply, request) => {
    const result: Json | undefined = reply['result'];
    if (request['method'] !== 'initialize' || !isJsonObject(result) || !isJsonObject(result['serverInfo']))
      return reply;
    const icons = sources.map((src) => ({ src, mimeType: 'image/png', sizes: ['64x64'] }));
    return { ...reply, result: { ...result, serverInfo: { ...result['serverInfo'], icons } } };
  };
}

/** What Google's favicon service and the server itself show as an icon. */
export const shownIconCases: readonly CorpusCase[] = [
  {
    name: 'a page that names a good icon beside /favicon.ico, and Google knows it in all sizes',
    origin: 'icon.google-default',
    start: async (rig) => {
      await googleFavicons(rig, { 'acme.dev': scaled, 'mcp.acme.dev': scaled });
      await rig.host('acme.dev', page());
      await rig.host(
        host,
        routes({
          '/mcp': rig.mcp(),
          '/': page('<link rel="icon" sizes="192x192" href="/static/icon.png">'),
          '/static/icon.png': respondPicture(goodIcon(192)),
        }),
      );
      return url;
    },
    flags: google,
    expect: ready(...openAndStrict),
    also: (rig, { facts }) => {
      // Six sizes of the domain, one of the host.
      assert.equal(askedOf(rig, 'www.google.com'), 7);
      assert.deepEqual(facts.icons.shown, {
        source: 'google',
        domain: 'acme.dev',
        size: 64,
        width: 64,
        height: 64,
        status: 200,
      });
    },
  },
  {
    name: 'a name below a registry’s',
    origin: 'icon.public-suffix',
    start: async (rig) => {
      await googleFavicons(rig, { 'co.za': scaled, 'acme.co.za': scaled, 'mcp.acme.co.za': scaled });
      await rig.host('acme.co.za', page());
      await rig.host('mcp.acme.co.za', routes({ '/mcp': rig.mcp() }));
      return 'https://mcp.acme.co.za/mcp';
    },
    flags: google,
    expect: ready('icon.public-suffix', ...openAndStrict),
    also: (_rig, { facts }) => {
      assert.equal((facts.icons.shown as { domain?: string }).domain, 'co.za');
    },
  },
  {
    name: 'Google knows no icon of the domain',
    origin: 'C137',
    start: async (rig) => {
      await googleFavicons(rig, { 'mcp.acme.dev': scaled });
      await rig.host('acme.dev', page());
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      return url;
    },
    flags: google,
    expect: ready('icon.google-default', ...openAndStrict),
  },
  {
    name: 'Google knows the domain’s icon, and not the host’s',
    origin: 'icon.google-default',
    start: async (rig) => {
      await googleFavicons(rig, { 'acme.dev': scaled });
      await rig.host('acme.dev', page());
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      return url;
    },
    flags: google,
    expect: ready('icon.google-default', ...openAndStrict),
    also: (_rig, { findings }) => {
      assert.equal(findings.find(({ code }) => code === 'icon.google-default')?.confidence, 'possible');
    },
  },
  {
    name: 'Google knows a small icon alone',
    origin: 'icon.google-missing-size',
    start: async (rig) => {
      const small = (size: number): Buffer => goodIcon(Math.min(size, 32));
      await googleFavicons(rig, { 'acme.dev': small });
      await rig.host('acme.dev', rig.mcp());
      return 'https://acme.dev/';
    },
    flags: google,
    expect: ready('icon.google-missing-size', ...openAndStrict),
  },
  {
    name: 'Google still serves the icon of yesterday',
    origin: 'C135',
    start: async (rig) => {
      const old = (size: number): Buffer => goodIcon(size, plain(10, 60, 200));
      await googleFavicons(rig, { 'acme.dev': old });
      await rig.host('acme.dev', routes({ '/mcp': rig.mcp() }));
      return 'https://acme.dev/mcp';
    },
    flags: google,
    expect: ready('icon.google-stale', ...openAndStrict),
  },
  {
    name: 'Google turns us away',
    origin: 'icon.google-unreachable',
    start: async (rig) => {
      await googleRefuses(rig);
      await rig.host('acme.dev', routes({ '/mcp': rig.mcp() }));
      return 'https://acme.dev/mcp';
    },
    flags: google,
    expect: ready('icon.google-unreachable', ...openAndStrict),
    also: (_rig, { skipped }) => {
      assert.ok(skipped.some(({ code, because }) => code === 'icon.google-default' && because === 'not-reached'));
    },
  },
  {
    name: 'icons of the server’s own, all of them there',
    origin: 'icon.server-icons',
    start: async (rig) => {
      const data = `data:image/png;base64,${goodIcon(64).toString('base64')}`;
      const change = withIcons(data, `https://${host}/icon.png`);
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }), '/icon.png': respondPicture(goodIcon(64)) }));
      return url;
    },
    expect: ready('icon.server-icons', ...openAndStrict),
    also: (rig, { evidence }) => {
      assert.equal(rig.log.requests.filter(({ path }) => path === '/icon.png').length, 1);
      assert.ok(JSON.stringify(evidence).includes('data:image/png;base64,…'));
    },
  },
  {
    name: 'icons of the server’s own that nobody can show',
    origin: 'icon.server-icon-broken',
    start: async (rig) => {
      const { port } = await rig.trap();
      const sources = [
        `https://${host}/moved.png`,
        `https://127.0.0.1:${port}/x.png`,
        'icon.png',
        'javascript:alert(1)',
      ];
      const change = withIcons(...sources);
      await rig.host(
        host,
        when(
          ({ url: { pathname } }) => pathname === '/mcp',
          rig.mcp({ change }),
          respondHtml(404, '<h1>Not found</h1>'),
        ),
      );
      return url;
    },
    expect: degraded('icon.server-icon-broken', ...openAndStrict),
  },
  {
    name: 'icons of the server’s own on a host that is not there',
    origin: 'icon.server-icons',
    start: async (rig) => {
      const change = withIcons('https://gone.acme-static.dev/icon.png', 'https://gone.acme-static.dev/dark.png');
      await rig.host(host, routes({ '/mcp': rig.mcp({ change }) }));
      return url;
    },
    expect: ready('icon.server-icons', ...openAndStrict),
  },
  {
    name: 'an icon of the server’s own that was moved',
    origin: 'icon.server-icon-broken',
    start: async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ change: withIcons(`https://${host}/moved.png`) }) }));
      return url;
    },
    expect: ready('icon.server-icon-broken', ...openAndStrict),
  },
];
