import type { IconAttempt, IconImage, SiteIcons } from '../../kernel/evidence-icons.ts';

/** An icon that is there. */
export type LoadedIcon = IconAttempt & { readonly image: IconImage };

/** The icons of a site that are there. */
export function loadedIcons(site: SiteIcons | undefined): readonly LoadedIcon[] {
  return (site?.icons ?? []).filter((icon): icon is LoadedIcon => icon.image !== null);
}

/** The side of the largest square that fits, in pixels; a drawing fits any size. */
export function resolution({ type, sizes }: IconImage): number {
  return type === 'svg' ? Infinity : Math.max(0, ...sizes.map(({ width, height }) => Math.min(width, height)));
}
