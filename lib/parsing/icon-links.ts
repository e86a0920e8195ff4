import { Parser } from 'htmlparser2';
import { isJsonObject, stringMember } from '../kernel/json.ts';
import { parseBoundedJson } from './bounded-json.ts';

/** An icon that a page or a manifest names; `url` is absolute, and may be any scheme. */
export interface IconLink {
  readonly url: string;
  readonly rel: 'icon' | 'apple-touch-icon' | 'mask-icon';
  readonly sizes: string | null;
  readonly type: string | null;
}

export interface IconLinks {
  readonly icons: readonly IconLink[];
  /** The web app manifest's address, else null. */
  readonly manifest: string | null;
}

const mostLinks = 32;
const longestUrl = 2_048;
/** A picture of 256 KiB in base64, with its head. */
const longestDataUrl = 360_000;
/** Nobody writes that much before the icons; beyond it only hostile pages go. UTF-16 code units. */
const longestPage = 512 * 1024;

/**
 * The icons that a page names in its link elements, in order, and its manifest. Relative addresses are resolved against the first
 * base element. Never throws.
 * @see https://html.spec.whatwg.org/multipage/links.html#rel-icon
 */
export function iconLinks(html: string, pageUrl: string): IconLinks {
  const found: { readonly href: string; readonly rels: readonly string[]; readonly attributes: Attributes }[] = [];
  let base: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes: Attributes) {
      if (name === 'base') base ??= attributes['href'];
      const { href, rel } = attributes;
      if (name !== 'link' || href === undefined || rel === undefined || found.length >= mostLinks) return;
      const rels = rel.toLowerCase().split(/\s+/);
      if (rels.some((word) => isIconRel(word) || word === 'manifest')) found.push({ href, rels, attributes });
    },
  });
  parser.write(html.slice(0, longestPage));
  parser.end();
  const baseUrl = absolute(base?.trim() ?? '', pageUrl) ?? pageUrl;
  const icons: IconLink[] = [];
  let manifest: string | null = null;
  for (const { href, rels, attributes } of found) {
    const url = absolute(href.trim(), baseUrl);
    if (url === null || href.trim() === '') continue;
    if (rels.includes('manifest')) manifest ??= url;
    const rel = rels.find(isIconRel);
    if (rel === undefined) continue;
    icons.push({ url, rel: iconRels[rel], sizes: short(attributes['sizes']), type: short(attributes['type']) });
  }
  return { icons, manifest };
}

/**
 * The icons that a web app manifest names, in order. Never throws.
 * @see https://www.w3.org/TR/appmanifest/#icons-member
 */
export function manifestIcons(text: string, manifestUrl: string): readonly IconLink[] {
  const parsed = parseBoundedJson(text);
  const icons = parsed.ok && isJsonObject(parsed.value) ? parsed.value['icons'] : undefined;
  if (!Array.isArray(icons)) return [];
  return icons.slice(0, mostLinks).flatMap((icon: unknown) => {
    const src = stringMember(icon, 'src')?.trim();
    const url = src === undefined || src === '' ? null : absolute(src, manifestUrl);
    if (url === null) return [];
    return [{ url, rel: 'icon', sizes: short(stringMember(icon, 'sizes')), type: short(stringMember(icon, 'type')) }];
  });
}

/**
 * The icons that are worth a look, the best first: a picture that says it is large enough before one that does not say, both before
 * a drawing, which Google's crawler does not always take. Mask icons are drawn in one colour by the browser and are no icons by themselves.
 */
export function bestFirst(icons: readonly IconLink[]): readonly IconLink[] {
  return icons
    .filter(({ rel }) => rel !== 'mask-icon')
    .map((icon, place) => ({ icon, place, worth: worth(icon) }))
    .sort((a, b) => b.worth - a.worth || a.place - b.place)
    .map(({ icon }) => icon);
}

type Attributes = Readonly<Record<string, string>>;

const iconRels = {
  icon: 'icon',
  'apple-touch-icon': 'apple-touch-icon',
  'apple-touch-icon-precomposed': 'apple-touch-icon',
  'mask-icon': 'mask-icon',
} as const;

function isIconRel(word: string): word is keyof typeof iconRels {
  return Object.hasOwn(iconRels, word);
}

/** What browsers make of an apple-touch-icon without sizes, and of an icon. */
const usualSizes = { 'apple-touch-icon': 180, icon: 32, 'mask-icon': 0 } as const;
/** Larger ones cost time and show nothing more. */
const largeEnough = 256;

function worth({ url, rel, sizes, type }: IconLink): number {
  const isDrawing = type?.includes('svg') === true || /\.svg(?:[?#]|$)/i.test(url) || url.startsWith('data:image/svg');
  if (isDrawing) return 20;
  const widths = [...(sizes ?? '').matchAll(/(\d{1,5})x\d{1,5}/gi)].map((match) => Number(match[1]));
  const largest = widths.length > 0 ? Math.max(...widths) : usualSizes[rel];
  return largest <= largeEnough ? largest : Math.max(64, largeEnough - Math.log2(largest));
}

function absolute(href: string, base: string): string | null {
  const longest = /^\s*data:/i.test(href) ? longestDataUrl : longestUrl;
  if (href.length > longest || !URL.canParse(href, base)) return null;
  return new URL(href, base).href;
}

function short(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim().slice(0, 100);
}
