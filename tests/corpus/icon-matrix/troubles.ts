import { redirect, respond, respondHtml, routes } from '../../../clinic/http-call.ts';
import { goodIcon, respondPicture } from '../../../clinic/icon.ts';
import { disc, plain, pngPicture } from '../../../clinic/pictures.ts';
import { svgDrawing } from '../../support/other-pictures.ts';
import { blue, guess, host, link, missing, nothing, orange, page, site, sites, type IconRow } from './icon-row.ts';

/** What stands where an icon should, and is none or is hard to see. */
export const troubles: readonly IconRow[] = [
  {
    name: 'mask-icon alone',
    start: (rig) =>
      sites(rig, {
        '/': page('<link rel="mask-icon" href="/mask.svg" color="#000">'),
        '/mask.svg': respondPicture(svgDrawing, 'image/svg+xml'),
      }),
    ...missing,
  },
  {
    name: 'a web page in place of every file',
    start: (rig) => site(rig, routes({ '/mcp': rig.mcp() }, page())),
    ...missing,
  },
  {
    name: 'zero bytes',
    start: (rig) => sites(rig, { '/': page(), '/favicon.ico': respondPicture(Buffer.alloc(0), 'image/x-icon') }),
    ...missing,
  },
  {
    name: 'none',
    start: (rig) => sites(rig, { '/': page() }),
    ...missing,
  },
  {
    name: 'none, and the MCP endpoint at /',
    start: async (rig) => {
      await site(rig, rig.mcp());
      return `https://${host}/`;
    },
    ...missing,
  },
  {
    name: 'on the domain above alone',
    start: (rig) => sites(rig, { '/': page() }, { '/favicon.ico': respondPicture(goodIcon()) }),
    ...guess,
    picture: 'favicon.ico png',
    codes: ['icon.only-on-parent-domain'],
    snippets: [`https://${host}/favicon.ico`],
    also: ({ site }) => ({ sites: site.map((icon) => icon.site) }),
    seen: { sites: [host, 'acme.dev'] },
  },
  {
    name: 'huge',
    start: (rig) => sites(rig, { '/favicon.ico': respondPicture(noise(700)) }),
    ...guess,
    picture: null,
    codes: [],
    also: ({ site }) => ({ width: site[0]?.width, type: site[0]?.type }),
    seen: { width: 700, type: 'png' },
  },
  {
    name: 'cut short',
    start: (rig) => sites(rig, { '/favicon.ico': respondPicture(goodIcon().subarray(0, 200)) }),
    ...guess,
    picture: 'favicon.ico png',
    codes: [],
  },
  {
    name: 'redirecting on the same host',
    start: (rig) =>
      sites(rig, { '/favicon.ico': redirect(302, '/static/i.png'), '/static/i.png': respondPicture(goodIcon()) }),
    ...guess,
    picture: 'favicon.ico png',
    codes: [],
  },
  {
    name: 'redirecting to another host',
    start: async (rig) => {
      await rig.host('cdn.acme-static.dev', respondPicture(goodIcon()), { icon: false });
      return sites(rig, { '/favicon.ico': redirect(301, 'https://cdn.acme-static.dev/icon.png') });
    },
    ...guess,
    picture: 'favicon.ico png',
    codes: [],
  },
  {
    name: 'redirecting to a private address',
    start: async (rig) => {
      const { port } = await rig.trap();
      return sites(rig, { '/': page(), '/favicon.ico': redirect(302, `https://127.0.0.1:${port}/icon.png`) });
    },
    ...missing,
  },
  {
    name: 'redirecting in a circle',
    start: (rig) =>
      sites(rig, {
        '/': page(),
        '/favicon.ico': redirect(302, '/again.ico'),
        '/again.ico': redirect(302, '/favicon.ico'),
      }),
    ...missing,
  },
  {
    name: 'behind a sign-in page',
    start: (rig) => {
      const signIn = page('<title>Sign in</title>');
      return site(rig, routes({ '/mcp': rig.mcp(), '/login': signIn }, redirect(302, '/login')));
    },
    ...missing,
  },
  {
    name: 'behind HTTP 401',
    start: (rig) => {
      const refused = respond(401, { 'www-authenticate': 'Basic realm="acme"' }, 'no');
      return site(rig, routes({ '/mcp': rig.mcp() }, refused));
    },
    ...missing,
  },
  {
    name: 'kept back by an edge, which says nothing of the icon',
    start: (rig) => site(rig, routes({ '/mcp': rig.mcp() }, respondHtml(403, 'Attention'))),
    ...nothing,
    codes: [],
  },
  {
    name: 'named by a plain http address, which browsers ask over https',
    start: (rig) => sites(rig, { '/': page(link(`http://${host}/i.png`)), '/i.png': respondPicture(goodIcon()) }),
    ...guess,
    picture: 'link png',
    codes: [],
  },
  {
    name: 'wide',
    start: (rig) => sites(rig, { '/favicon.ico': respondPicture(pngPicture(200, 70, disc(70, blue, orange))) }),
    ...guess,
    picture: 'favicon.ico png',
    codes: ['icon.not-square'],
    snippets: [],
  },
  {
    name: 'white on nothing',
    start: (rig) => {
      const white = pngPicture(96, 96, disc(96, plain(255, 255, 255), plain(0, 0, 0, 0)));
      return sites(rig, { '/favicon.ico': respondPicture(white) });
    },
    ...guess,
    picture: 'favicon.ico png',
    codes: ['icon.low-contrast'],
  },
];

/** A picture that nothing packs: more than is read of an icon. */
function noise(side: number): Buffer {
  let state = 7;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
  return pngPicture(side, side, () => [next() & 255, next() & 255, next() & 255, 255]);
}
