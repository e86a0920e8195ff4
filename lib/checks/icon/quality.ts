import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { FaviconService, IconImage, SiteIcons } from '../../kernel/evidence-icons.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { observed } from '../../kernel/observation.ts';
import { claudeIconSize } from '../../standards/favicon-service.ts';
import { mayHideIcon } from '../../parsing/icon-answers.ts';
import { loadedIcons, resolution, type LoadedIcon } from './seen-icons.ts';
import { sources } from './sources.ts';

type Code = 'icon.not-square' | 'icon.low-resolution' | 'icon.low-contrast';

/** Below this contrast nothing is made out; 3 is what WCAG asks of a symbol. */
const vanishing = 1.5;

/** Will the icon look like something where Claude shows it? */
export const iconQualityCheck = defineCheck({
  topic: 'quality',
  needs: ['site-icons'],
  uses: ['parent-icons', 'favicon-service'],
  codes: {
    'icon.not-square': {
      severity: 'warning',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: 'The icon is not square',
      detail:
        '{url} is {width} pixels wide and {height} high. Icons are shown in a square, so it will be squeezed, cropped or bordered; Google takes square ones alone into its search.',
      fix: 'Serve a square icon, with the mark in its middle.',
      sources: [sources.favicons],
    },
    'icon.low-resolution': {
      severity: 'warning',
      confidence: 'certain',
      step: 12,
      who: 'author',
      title: 'The largest icon has {side} pixels',
      detail:
        'Claude asks for icons of 64 pixels and shows them larger on dense screens, so that this one will be blurred or refused.',
      fix: 'Serve an icon of at least 64 pixels, better 128 or an SVG beside it, at /favicon.ico and as <link rel="icon">.',
      sources: [sources.directoryQuestions, sources.favicons],
    },
    'icon.low-contrast': {
      severity: 'warning',
      confidence: 'likely',
      step: 12,
      who: 'author',
      title: 'The icon nearly vanishes on a {surface, select, light {light} dark {dark} other {plain}} background',
      detail:
        'The strongest parts of {url} have a contrast of {contrast} to 1 there (1 is invisible, 3 is advised for symbols). Claude is used in a light and in a dark mode.',
      fix: 'Give the icon a background of its own, or an outline in another shade.',
      sources: [sources.contrast],
    },
  },
  evaluate(seen) {
    const own = seen['site-icons'];
    const parent = observed(seen['parent-icons']);
    const site = loadedIcons(own).length === 0 && parent ? parent : own;
    return [...shapes(site), ...contrasts(site, observed(seen['favicon-service']))];
  },
});

function shapes(site: SiteIcons): readonly Outcome<Code>[] {
  const icons = loadedIcons(site);
  if (icons.length === 0) {
    return [skip(mayHideIcon(site) ? 'not-reached' : 'not-applicable', 'icon.not-square', 'icon.low-resolution')];
  }
  const odd = icons.find(({ image }) => isOdd(image));
  const side = Math.max(...icons.map(({ image }) => resolution(image)));
  // Without the page a better icon may have gone unseen.
  const confidence = site.page === null || mayHideIcon(site) ? 'likely' : 'certain';
  return [
    ...(odd
      ? [found('icon.not-square', { values: { url: odd.url, ...odd.image.sizes[0] }, evidence: [odd.exchange] })]
      : []),
    ...(side < claudeIconSize
      ? [
          found('icon.low-resolution', {
            values: { side },
            confidence,
            evidence: icons.map(({ exchange }) => exchange),
          }),
        ]
      : []),
  ];
}

function isOdd({ sizes: [largest] }: IconImage): boolean {
  if (!largest) return false;
  const { width, height } = largest;
  return Math.abs(width - height) > Math.max(1, 0.02 * Math.max(width, height));
}

interface Shown {
  readonly url: string;
  readonly exchange: Exchange | null;
  readonly image: IconImage;
}

function contrasts(site: SiteIcons, google: FaviconService | undefined): readonly Outcome<Code>[] {
  const shown = servedByGoogle(google) ?? [...loadedIcons(site)].filter(hasPixels).sort(largestFirst)[0];
  if (!shown) return [skip(loadedIcons(site).length > 0 ? 'vantage' : 'not-applicable', 'icon.low-contrast')];
  const { onLight = 21, onDark = 21 } = shown.image.pixels ?? {};
  const contrast = Math.min(onLight, onDark);
  if (contrast >= vanishing) return [];
  const values = { url: shown.url, surface: onLight < onDark ? 'light' : 'dark', contrast };
  return [found('icon.low-contrast', { values, evidence: [shown.exchange] })];
}

/** What Claude would show, when it was asked for. */
function servedByGoogle(google: FaviconService | undefined): Shown | undefined {
  const lookup = google?.lookups.find(({ domain, size }) => domain === google.asked && size === claudeIconSize);
  if (!lookup?.image?.pixels || lookup.exchange.kind !== 'response' || lookup.exchange.status !== 200) return undefined;
  return { url: lookup.exchange.url, exchange: lookup.exchange, image: lookup.image };
}

function hasPixels({ image }: LoadedIcon): boolean {
  return image.pixels !== null;
}

function largestFirst(a: LoadedIcon, b: LoadedIcon): number {
  return resolution(b.image) - resolution(a.image);
}
