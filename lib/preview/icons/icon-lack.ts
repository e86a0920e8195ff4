import type { IconAddition, IconReason } from '../preview.ts';
import { addedAt, fileAt, largeAddedAt, madeAt, tagFor, withIcon } from './icon-additions.ts';
import { readBy, type IconEvidence, type SeenIcon, type SiteRead } from './read-icon-evidence.ts';

/** What a site lacks to have its icon shown. */
export interface IconLack {
  readonly reason: IconReason | null;
  readonly adds: readonly IconAddition[];
}

/** Why no icon is found at the site of which Google takes it, and what to add there. */
export function lackAt(seen: IconEvidence): IconLack {
  const read = readBy(seen);
  if (!read) return { reason: null, adds: [] };
  const { domain, site } = read;
  const there = withIcon(site);
  const lost = there.some(isNamed) ? undefined : site?.icons.find((icon) => isNamed(icon) && icon.image === null);
  if (lost) return namedMissing(read, lost, there[0]?.url ?? null);
  const [icon] = there;
  if (!icon || !site) return noneAt(read);
  if (there.some(isNamed) || site.isNaming || !site.isPageThere) {
    return { reason: { kind: 'is-there', domain, url: icon.url }, adds: [] };
  }
  return { reason: { kind: 'not-named', domain, url: icon.url }, adds: tagFor(icon.url, domain) };
}

/** Why the icon that is found there is too small, and what to add. */
export function largeAt(seen: IconEvidence): IconLack {
  const read = readBy(seen);
  if (!read) return { reason: null, adds: [] };
  const { domain, site } = read;
  const [best] = [...withIcon(site)].sort((a, b) => sideOf(b) - sideOf(a));
  if (!best) return lackAt(seen);
  const { url } = best;
  if (sideOf(best) < largeEnough) {
    return {
      reason: { kind: 'too-small', domain, url, side: sideOf(best) },
      adds: largeAddedAt(domain, site),
    };
  }
  return isNamed(best) || !site?.isPageThere
    ? { reason: { kind: 'large-is-there', domain, url }, adds: [] }
    : { reason: { kind: 'not-named', domain, url }, adds: tagFor(url, domain) };
}

/** The largest size that the directory’s questions and answers name. */
const largeEnough = 128;

function namedMissing({ domain, site }: SiteRead, { url, status }: SeenIcon, instead: string | null): IconLack {
  const made = madeAt(url);
  return {
    reason: { kind: 'named-missing', domain, url, status, instead },
    adds: instead !== null ? tagFor(instead, domain) : made.length > 0 ? made : addedAt(domain, site),
  };
}

function noneAt({ domain, site, elsewhere }: SiteRead): IconLack {
  // Where nobody looked, nothing is told of what is there.
  if (site === null) return { reason: null, adds: [] };
  const isSilent = !site.isAnswering;
  const adds = isSilent ? fileAt(domain) : addedAt(domain, site);
  if (elsewhere === null) return { reason: { kind: isSilent ? 'silent' : 'none', domain }, adds };
  const kind = isSilent ? 'elsewhere-and-silent' : 'elsewhere';
  return { reason: { kind, domain, host: elsewhere.host }, adds };
}

function isNamed({ from }: SeenIcon): boolean {
  return from === 'link' || from === 'manifest';
}

function sideOf({ image }: SeenIcon): number {
  if (image?.type === 'svg') return Infinity;
  return Math.min(image?.width ?? 0, image?.height ?? 0);
}
