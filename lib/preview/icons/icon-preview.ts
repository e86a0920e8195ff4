import type { SeenPicture } from '../../kernel/picture.ts';
import type { Report } from '../../kernel/report.ts';
import { anotherPicture, unlikeness } from '../../parsing/icon-likeness.ts';
import { claudeIconSize } from '../../standards/favicon-service.ts';
import type { GoogleIcon, IconPreview, SiteIcon } from '../preview.ts';
import { iconAdvice } from './icon-advice.ts';
import { pictureFinder, type PictureFinder } from './picture-finder.ts';
import { readIconEvidence, type IconEvidence, type SeenIcon, type SeenImage } from './read-icon-evidence.ts';

/**
 * Which picture Claude would show beside a connector’s name and why, from what a check saw. `pictures` are those that were kept beside
 * it; without them everything is told but the pictures themselves. Never throws, whatever the report holds.
 * @see https://github.com/anthropics/claude-ai-mcp/issues/152
 */
export function iconPreview(
  report: Pick<Report, 'evidence' | 'exchanges' | 'findings'>,
  pictures: readonly SeenPicture[],
): IconPreview {
  const seen = readIconEvidence(report);
  const find = pictureFinder(pictures);
  const likeness = servedLikeness(seen);
  const site = [seen.own, seen.parent].flatMap((one) =>
    (one?.icons ?? []).map((icon) => siteIcon(icon, one?.host ?? null, likeness, find)),
  );
  const server = seen.server.map((icon) => siteIcon(icon, null, likeness, find));
  const google = (seen.google?.lookups ?? []).map((lookup) => googleIcon(lookup, find));
  const custom = customIcon(seen, google, site);
  return {
    custom,
    directory: { picture: bestOf([...site, ...server, ...google.filter(isOwnPicture)])?.picture ?? null },
    google,
    site,
    server,
    advice: iconAdvice(report.findings, seen, { shown: custom.shown, site }),
  };
}

function customIcon(
  { own, domains, google: service }: IconEvidence,
  google: readonly GoogleIcon[],
  site: readonly SiteIcon[],
): IconPreview['custom'] {
  const domain = service?.asked ?? domains?.asked ?? null;
  const nothing = { shown: 'unknown', domain: null, picture: null } as const;
  if (domain === null || !own) return { ...nothing, because: 'not-seen' };
  if (domains?.registrable === null && !service) return { ...nothing, because: 'no-public-name' };
  const of = domains?.suffixOf ?? null;
  const asked = google.filter((icon) => icon.domain === domain);
  const answer = closest(asked.filter(isOwnPicture));
  if (answer) return { shown: 'google', because: of ?? 'google-answered', domain, picture: answer.picture };
  if (asked.some(({ isGlobe }) => isGlobe)) {
    return { shown: 'globe', because: of ?? 'google-answered', domain, picture: null };
  }
  const because = service ? 'google-unreachable' : 'google-not-asked';
  // What a registry or a platform has for an icon is not to be told from the connector’s own.
  if (of !== null) return { shown: 'unknown', because: of, domain, picture: null };
  const guess = bestOf(site.filter((icon) => icon.site === domain)) ?? bestOf(site);
  return { shown: guess ? 'guessed' : 'unknown', because, domain, picture: guess?.picture ?? null };
}

/** Google’s answer at the size at which Claude asks, else the largest. */
function closest(icons: readonly GoogleIcon[]): GoogleIcon | undefined {
  return icons.find(({ size }) => size === claudeIconSize) ?? [...icons].sort((a, b) => b.size - a.size)[0];
}

function isOwnPicture({ isGlobe, status, width }: GoogleIcon): boolean {
  return !isGlobe && status === 200 && width !== null;
}

function googleIcon(
  { domain, size, status, image }: NonNullable<IconEvidence['google']>['lookups'][number],
  find: PictureFinder,
): GoogleIcon {
  const isGlobe = status === 404;
  const { width, height } = image ?? { width: null, height: null };
  return {
    domain,
    size,
    status,
    width,
    height,
    isGlobe,
    isSmaller: !isGlobe && width !== null && Math.min(width, height ?? 0) < size,
    picture: find({ from: 'google', asked: { domain, size } }),
  };
}

function siteIcon(
  { url, from, status, refused, image }: SeenIcon,
  site: string | null,
  likeness: string | null,
  find: PictureFinder,
): SiteIcon {
  const { type, width, height } = image ?? { type: null, width: null, height: null };
  const picture = image ? find({ from, url, type: image.type, bytes: image.bytes }) : null;
  return { url, from, site, type, width, height, status, refused, sameAsGoogle: isSame(image, likeness), picture };
}

function isSame(image: SeenImage | null, likeness: string | null): boolean | null {
  if (!image?.colours || likeness === null) return null;
  const difference = unlikeness(image.colours, likeness);
  return difference === undefined ? null : difference < anotherPicture;
}

/** What Google’s largest answer for the domain looks like. */
function servedLikeness({ google }: IconEvidence): string | null {
  const served = (google?.lookups ?? [])
    .filter(({ domain, status, image }) => domain === google?.domain && status === 200 && image?.colours)
    .sort((a, b) => (b.image?.width ?? 0) - (a.image?.width ?? 0));
  return served[0]?.image?.colours ?? null;
}

type Sized = Pick<SiteIcon, 'width' | 'height' | 'picture'> & { readonly type?: string | null };

/**
 * Of those that came: one whose picture was kept before others, a square one before others, then the largest; the earlier one where
 * they are equal.
 */
function bestOf<T extends Sized>(icons: readonly T[]): T | undefined {
  const came = icons.filter(({ type }) => type !== null);
  return came.sort((a, b) => worth(b) - worth(a))[0];
}

/** Above this nothing more is seen of an icon. */
const largeEnough = 256;

function worth({ type, width, height, picture }: Sized): number {
  const kept = picture === null ? 0 : 4 * largeEnough;
  if (width === null || height === null) return kept + (type === 'svg' ? 2 * largeEnough : 0);
  const isSquare = Math.abs(width - height) <= Math.max(1, 0.02 * Math.max(width, height));
  const side = type === 'svg' ? largeEnough : Math.min(width, height, largeEnough);
  return kept + side + (isSquare ? largeEnough : 0);
}
