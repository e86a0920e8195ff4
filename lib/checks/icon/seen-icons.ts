import type { Exchange } from '../../kernel/exchange.ts';
import type { IconAttempt, IconImage, SiteIcons } from '../../kernel/evidence-icons.ts';

/** An icon that is there. */
export type LoadedIcon = IconAttempt & { readonly image: IconImage };

/** The icons of a site that are there. */
export function loadedIcons(site: SiteIcons | undefined): readonly LoadedIcon[] {
  return (site?.icons ?? []).filter((icon): icon is LoadedIcon => icon.image !== null);
}

/** True when a site without an icon can still have one: something that would name or be it could not be seen. */
export function isUnseen({ page, icons, manifest }: SiteIcons): boolean {
  return [page, manifest?.exchange, ...icons.map(({ exchange }) => exchange)].some((exchange) => isUnsure(exchange));
}

/** True for an answer that says nothing of whether the file exists: none at all, a refusal by an edge, or a server in trouble. */
export function isUnsure(exchange: Exchange | null | undefined): boolean {
  if (!exchange) return false;
  if (exchange.kind === 'failure') return true;
  const { status, bodyEnd } = exchange;
  return (
    status === 403 || status === 408 || status === 429 || status >= 500 || bodyEnd === 'timeout' || bodyEnd === 'reset'
  );
}

/** The side of the largest square that fits, in pixels; a drawing fits any size. */
export function resolution({ type, sizes }: IconImage): number {
  return type === 'svg' ? Infinity : Math.max(0, ...sizes.map(({ width, height }) => Math.min(width, height)));
}
