import assert from 'node:assert/strict';
import { redirect, respond, respondHtml, respondJson, routes, type Handler } from '../../clinic/http-call.ts';
import { goodIcon, respondPicture } from '../../clinic/icon.ts';
import { disc, icoOf, plain, pngPicture } from '../../clinic/pictures.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { openAndStrict, ready } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;

/** A connector whose site is these pages; there is no icon but theirs. */
async function site(rig: Rig, pages: Readonly<Record<string, Handler>>): Promise<string> {
  await rig.host(host, routes({ '/mcp': rig.mcp(), ...pages }), { icon: false });
  return url;
}

/** A page with these elements in its head. */
function page(...links: readonly string[]): Handler {
  return respondHtml(
    200,
    `<!doctype html><html><head><title>Notes</title>${links.join('')}</head><body>Hello</body></html>`,
  );
}

/** The domain above, with a site that has no icon either. */
async function bareParent(rig: Rig): Promise<void> {
  await rig.host('acme.dev', page(), { icon: false });
}

/** What the site of the connector's host, and that of the domain above, show as an icon. */
export const iconCases: readonly CorpusCase[] = [
  {
    name: 'an icon in a drawing alone, named in the page over a CDN',
    origin: 'icon.low-resolution',
    start: async (rig) => {
      await rig.host(
        'cdn.acme-static.dev',
        respond(200, { 'content-type': 'image/svg+xml' }, '<svg viewBox="0 0 10 10"/>'),
      );
      await site(rig, {
        '/': page('<link rel="icon" type="image/svg+xml" href="https://cdn.acme-static.dev/mark.svg">'),
      });
      return url;
    },
    expect: ready(...openAndStrict),
    also: (rig) => {
      const cdn = rig.log.requests.filter(({ host: name }) => name === 'cdn.acme-static.dev');
      assert.equal(cdn.length, 1);
      assert.equal(rig.log.requests.filter(({ host: name }) => name === 'www.google.com').length, 0);
    },
  },
  {
    name: 'an icon in the manifest alone',
    origin: 'icon.site-missing',
    start: (rig) =>
      site(rig, {
        '/': page('<link rel="manifest" href="/app.webmanifest">'),
        '/app.webmanifest': respondJson(200, { icons: [{ src: 'img/192.png', sizes: '192x192' }] }),
        '/img/192.png': respondPicture(goodIcon(192)),
      }),
    expect: ready(...openAndStrict),
  },
  {
    name: 'no icon anywhere',
    origin: 'C137',
    start: async (rig) => {
      await bareParent(rig);
      return site(rig, {});
    },
    expect: ready('icon.site-missing', ...openAndStrict),
  },
  {
    name: 'no icon on this machine, where nobody looks for one',
    origin: 'icon.site-missing',
    start: async (rig) => {
      await rig.host('localhost', routes({ '/mcp': rig.mcp() }), { tls: 'plain', port: 4101, icon: false });
      return 'http://localhost:4101/mcp';
    },
    flags: { local: true, resolver: false },
    expect: ready(...openAndStrict),
    also: (_rig, { skipped }) => {
      assert.ok(skipped.some(({ code, because }) => code === 'icon.site-missing' && because === 'not-applicable'));
    },
  },
  {
    name: 'a web page in place of every file, and an icon that was moved away',
    origin: 'icon.site-missing',
    start: async (rig) => {
      await bareParent(rig);
      const app = page('<link rel="icon" href="/gone.png">');
      await rig.host(host, routes({ '/mcp': rig.mcp() }, app), { icon: false });
      return url;
    },
    expect: ready('icon.site-missing', ...openAndStrict),
  },
  {
    name: 'the icon on the domain above alone',
    origin: 'icon.only-on-parent-domain',
    start: async (rig) => {
      await rig.host('acme.dev', redirect(301, 'https://www.acme.dev/'));
      await rig.host('www.acme.dev', page());
      return site(rig, {});
    },
    expect: ready('icon.only-on-parent-domain', ...openAndStrict),
  },
  {
    name: 'an icon that only a private address has',
    origin: 'icon.site-missing',
    start: async (rig) => {
      await bareParent(rig);
      const { port } = await rig.trap();
      const links = [`https://127.0.0.1:${port}/icon.png`, 'javascript:alert(1)', `http://${host}/icon.png`];
      return site(rig, { '/': page(...links.map((link) => `<link rel="icon" href="${link}">`)) });
    },
    expect: ready('icon.site-missing', ...openAndStrict),
  },
  {
    name: 'a wide word for an icon',
    origin: 'icon.not-square',
    start: (rig) =>
      site(rig, {
        '/favicon.ico': respondPicture(pngPicture(200, 70, disc(70, plain(200, 0, 0), plain(255, 255, 255)))),
      }),
    expect: ready('icon.not-square', ...openAndStrict),
  },
  {
    name: 'an icon of sixteen pixels',
    origin: 'icon.low-resolution',
    start: (rig) =>
      site(rig, { '/favicon.ico': respondPicture(icoOf({ side: 16, data: goodIcon(16) }), 'image/x-icon') }),
    expect: ready('icon.low-resolution', ...openAndStrict),
  },
  {
    name: 'a white mark on nothing',
    origin: 'icon.low-contrast',
    start: (rig) =>
      site(rig, {
        '/favicon.ico': respondPicture(pngPicture(96, 96, disc(96, plain(255, 255, 255), plain(0, 0, 0, 0)))),
      }),
    expect: ready('icon.low-contrast', ...openAndStrict),
  },
];
