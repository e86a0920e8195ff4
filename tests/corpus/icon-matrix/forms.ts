import { respondJson } from '../../../clinic/http-call.ts';
import { goodIcon, respondPicture } from '../../../clinic/icon.ts';
import { icoOf } from '../../../clinic/pictures.ts';
import { animatedGif, jpegPicture, svgDrawing, webpPicture } from '../../support/other-pictures.ts';
import { guess, host, link, page, sites, type IconRow } from './icon-row.ts';

/** In how many forms an icon comes. */
export const forms: readonly IconRow[] = [
  {
    name: 'ICO with several sizes',
    start: (rig) => {
      const pictures = [16, 32, 48, 128].map((side) => ({ side, data: goodIcon(side) }));
      return sites(rig, { '/favicon.ico': respondPicture(icoOf(...pictures), 'image/x-icon') });
    },
    ...guess,
    picture: 'favicon.ico ico',
    codes: [],
    also: ({ site }) => ({ width: site[0]?.width }),
    seen: { width: 128 },
  },
  {
    name: 'SVG alone',
    start: (rig) =>
      sites(rig, {
        '/': page(link('/mark.svg', 'type="image/svg+xml"')),
        '/mark.svg': respondPicture(svgDrawing, 'image/svg+xml'),
      }),
    ...guess,
    picture: 'link svg',
    codes: [],
  },
  {
    name: 'PNG named in the page',
    start: (rig) => sites(rig, { '/': page(link('/icon.png')), '/icon.png': respondPicture(goodIcon(192)) }),
    ...guess,
    picture: 'link png',
    codes: [],
  },
  {
    name: 'WebP',
    start: (rig) =>
      sites(rig, { '/': page(link('/icon.webp')), '/icon.webp': respondPicture(webpPicture, 'image/webp') }),
    ...guess,
    picture: 'link webp',
    codes: [],
  },
  {
    name: 'JPEG',
    start: (rig) =>
      sites(rig, { '/': page(link('/icon.jpg')), '/icon.jpg': respondPicture(jpegPicture, 'image/jpeg') }),
    ...guess,
    picture: 'link jpg',
    codes: [],
  },
  {
    name: 'animated GIF, of which no code speaks',
    start: (rig) => sites(rig, { '/favicon.ico': respondPicture(animatedGif(96), 'image/gif') }),
    ...guess,
    picture: 'favicon.ico gif',
    codes: [],
  },
  {
    name: 'animated GIF that is small',
    start: (rig) => sites(rig, { '/favicon.ico': respondPicture(animatedGif(32), 'image/gif') }),
    ...guess,
    picture: 'favicon.ico gif',
    codes: ['icon.low-resolution'],
    snippets: [],
  },
  {
    name: 'in the manifest alone',
    start: (rig) =>
      sites(rig, {
        '/': page('<link rel="manifest" href="/app.webmanifest">'),
        '/app.webmanifest': respondJson(200, { icons: [{ src: 'img/192.png', sizes: '192x192' }] }),
        '/img/192.png': respondPicture(goodIcon(192)),
      }),
    ...guess,
    picture: 'manifest png',
    codes: [],
  },
  {
    name: 'data: URL with a PNG',
    start: (rig) => sites(rig, { '/': page(link(`data:image/png;base64,${goodIcon(64).toString('base64')}`)) }),
    ...guess,
    picture: 'link png',
    codes: [],
    also: ({ site }) => ({ urls: site.map((icon) => icon.url) }),
    seen: { urls: [`https://${host}/favicon.ico`, 'data:image/png;base64,…'] },
  },
  {
    name: 'data: URL with an SVG',
    start: (rig) => sites(rig, { '/': page(link(`data:image/svg+xml,${encodeURIComponent(svgDrawing.toString())}`)) }),
    ...guess,
    picture: 'link svg',
    codes: [],
  },
  {
    name: 'wrong content type',
    start: (rig) => sites(rig, { '/favicon.ico': respondPicture(goodIcon(), 'text/html; charset=utf-8') }),
    ...guess,
    picture: 'favicon.ico png',
    codes: [],
  },
  {
    name: 'several sizes, of which the largest is taken',
    start: (rig) =>
      sites(rig, {
        '/': page(...[16, 32, 192].map((side) => link(`/i${side}.png`, `sizes="${side}x${side}"`))),
        ...Object.fromEntries([16, 32, 192].map((side) => [`/i${side}.png`, respondPicture(goodIcon(side))])),
      }),
    ...guess,
    picture: 'link png',
    codes: [],
    also: ({ site }) => ({ came: site.map((icon) => icon.width) }),
    seen: { came: [null, 192] },
  },
  {
    name: 'apple-touch-icon alone',
    start: (rig) =>
      sites(rig, {
        '/': page('<link rel="apple-touch-icon" href="/touch.png">'),
        '/touch.png': respondPicture(goodIcon(180)),
      }),
    ...guess,
    picture: 'link png',
    codes: [],
  },
];
