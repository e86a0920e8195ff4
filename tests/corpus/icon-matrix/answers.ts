import { respond, routes } from '../../../clinic/http-call.ts';
import { goodIcon, respondPicture } from '../../../clinic/icon.ts';
import { icoOf } from '../../../clinic/pictures.ts';
import { googleFavicons, googleRefuses, scaled, type KnownIcons } from '../../support/google-favicons.ts';
import { svgDrawing } from '../../support/other-pictures.ts';
import type { Rig } from '../../support/rig.ts';
import { answered, blue, google, guess, link, page, sites, type IconRow, type Pages } from './icon-row.ts';

/** What Google answers. */
export const answers: readonly IconRow[] = [
  {
    name: 'Google has what the site has',
    start: (rig) => onDomain(rig, scaled),
    ...answered,
    picture: 'google png',
    codes: [],
    also: ({ google: icons, site }) => ({
      sizes: icons.map(({ size, width }) => [size, width]),
      same: site.map(({ sameAsGoogle }) => sameAsGoogle),
    }),
    seen: { sizes: [16, 32, 48, 64, 96, 128].map((side) => [side, side]), same: [true] },
  },
  {
    name: 'stale at Google',
    start: (rig) => onDomain(rig, (size) => goodIcon(size, blue)),
    ...answered,
    picture: 'google png',
    codes: ['icon.google-stale'],
    also: ({ site }) => ({ same: site.map(({ sameAsGoogle }) => sameAsGoogle) }),
    seen: { same: [false] },
  },
  {
    name: 'a drawing on the site, which cannot be compared with Google’s',
    start: (rig) =>
      onDomain(rig, scaled, {
        '/favicon.ico': respond(404, {}),
        '/': page(link('/mark.svg')),
        '/mark.svg': respondPicture(svgDrawing, 'image/svg+xml'),
      }),
    ...answered,
    picture: 'google png',
    codes: [],
    also: ({ site }) => ({ same: site.map(({ sameAsGoogle }) => sameAsGoogle) }),
    seen: { same: [null, null] },
  },
  {
    name: 'Google has it smaller than asked',
    start: (rig) => onDomain(rig, (size) => goodIcon(Math.min(size, 32))),
    ...answered,
    picture: 'google png',
    codes: ['icon.google-missing-size'],
    snippets: [
      'https://acme.dev/icon-128.png',
      '<link rel="icon" type="image/png" sizes="128x128" href="https://acme.dev/icon-128.png">',
    ],
    also: ({ google: icons }) => ({ smaller: icons.filter(({ isSmaller }) => isSmaller).map(({ size }) => size) }),
    seen: { smaller: [48, 64, 96, 128] },
  },
  {
    name: 'Google has large sizes alone',
    start: (rig) => onDomain(rig, (size) => (size < 64 ? 'globe' : goodIcon(size))),
    ...answered,
    picture: 'google png',
    codes: ['icon.google-missing-size'],
    also: ({ google: icons }) => ({ globes: icons.filter(({ isGlobe }) => isGlobe).map(({ size }) => size) }),
    seen: { globes: [16, 32, 48] },
  },
  {
    name: 'Google’s globe, and the site names its icon nowhere',
    start: (rig) => onDomain(rig, () => 'globe'),
    ...answered,
    shown: 'globe',
    picture: null,
    codes: ['icon.google-default'],
    snippets: ['<link rel="icon" href="https://acme.dev/favicon.ico">'],
    also: ({ google: icons }) => ({ globes: icons.filter(({ picture }) => picture !== null).length }),
    seen: { globes: 6 },
  },
  {
    name: 'Google’s globe, though the site does what it can',
    start: (rig) => onDomain(rig, () => 'globe', { '/': page(link('/favicon.ico')) }),
    ...answered,
    shown: 'globe',
    picture: null,
    codes: ['icon.google-default'],
    snippets: [],
  },
  {
    name: 'Google knows the domain, and not the host',
    start: async (rig) => {
      await googleFavicons(rig, { 'acme.dev': scaled });
      return sites(rig, { '/': page(), '/favicon.ico': respondPicture(goodIcon()) });
    },
    ...answered,
    picture: 'google png',
    codes: ['icon.google-default'],
    snippets: [],
    also: ({ advice }) => ({ asides: advice.filter(({ isAside }) => isAside).length }),
    seen: { asides: 1 },
  },
  {
    name: 'Google turns us away',
    start: async (rig) => {
      await googleRefuses(rig);
      return sites(rig, { '/favicon.ico': respondPicture(goodIcon()) });
    },
    flags: google,
    ...guess,
    because: 'google-unreachable',
    picture: 'favicon.ico png',
    codes: ['icon.google-unreachable'],
  },
  {
    name: 'below a registry (co.za)',
    start: (rig) => below(rig, 'co.za', 'mcp.acme.co.za'),
    ...answered,
    because: 'registry',
    domain: 'co.za',
    picture: 'google png',
    codes: ['icon.public-suffix'],
  },
  {
    name: 'below a platform (vercel.app)',
    start: (rig) => below(rig, 'vercel.app', 'mcp.acme.vercel.app'),
    ...answered,
    because: 'platform',
    domain: 'vercel.app',
    picture: 'google png',
    codes: ['icon.public-suffix'],
  },
  {
    name: 'below a registry, and Google was not asked',
    start: (rig) => below(rig, 'co.za', 'mcp.acme.co.za'),
    shown: 'unknown',
    because: 'registry',
    domain: 'co.za',
    picture: null,
    codes: ['icon.public-suffix'],
  },
];

/** A connector on the domain itself: what Google knows of it is what Claude shows. */
async function onDomain(rig: Rig, known: KnownIcons[string], pages: Pages = {}): Promise<string> {
  await googleFavicons(rig, { 'acme.dev': known });
  const icon = { '/favicon.ico': respondPicture(icoOf({ side: 96, data: goodIcon() }), 'image/x-icon') };
  await rig.host('acme.dev', routes({ '/mcp': rig.mcp(), '/': page(), ...icon, ...pages }), { icon: false });
  return 'https://acme.dev/mcp';
}

async function below(rig: Rig, suffix: string, name: string): Promise<string> {
  const own = name.split('.').slice(1).join('.');
  await googleFavicons(rig, { [suffix]: (size) => goodIcon(size, blue), [own]: scaled, [name]: scaled });
  await rig.host(own, page(), { icon: false });
  await rig.host(name, routes({ '/mcp': rig.mcp(), '/favicon.ico': respondPicture(goodIcon()) }), { icon: false });
  return `https://${name}/mcp`;
}
