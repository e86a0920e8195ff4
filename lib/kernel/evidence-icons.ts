import type { Exchange } from './exchange.ts';
import type { RefusedAddress } from './refused-address.ts';

/** Pixels. */
export interface IconSize {
  readonly width: number;
  readonly height: number;
}

/** What the bytes of an icon show; never the picture itself. */
export interface IconImage {
  /** By its bytes, whatever its header says: `png`, `ico`, `svg`, `jpg`, `gif`, `webp`, `avif`, `bmp` or `heic`. */
  readonly type: string;
  /** The largest first; an ICO holds several. Of an SVG the size that it names itself, none when it names none: it fits any. */
  readonly sizes: readonly IconSize[];
  readonly bytes: number;
  /** Null where the pixels could not be looked at: another format than PNG or ICO, cut short, or too large. */
  readonly pixels: IconPixels | null;
}

/** What the pixels show, in numbers. */
export interface IconPixels {
  /** Contrast (1 to 21, WCAG) that the strongest pixels have against white and against a dark surface; 1 is invisible. */
  readonly onLight: number;
  readonly onDark: number;
  /** Mean colours of a grid of four by four over a middle grey, row by row, as `rrggbb` with spaces between. */
  readonly colours: string;
}

/** Where an icon was named. */
export type IconSource = 'favicon.ico' | 'link' | 'manifest' | 'server';

/** One icon that was looked at. */
export interface IconAttempt {
  /** Absolute and redacted; of a `data:` URL the head alone. */
  readonly url: string;
  readonly from: IconSource;
  /** Null when it was not asked: `refused` says why, or it was a `data:` URL. */
  readonly exchange: Exchange | null;
  readonly refused: RefusedAddress;
  /** Null when what came is no image that is known here. */
  readonly image: IconImage | null;
}

/** An icon that a page names, whether or not it was looked at. */
export interface DeclaredIcon {
  readonly url: string;
  readonly rel: 'icon' | 'apple-touch-icon' | 'mask-icon';
  /** The `sizes` attribute as it stands, at most 100 characters. */
  readonly sizes: string | null;
  readonly type: string | null;
}

/** What a web site says of its icon, as a browser or a crawler would find it. */
export interface SiteIcons {
  readonly origin: string;
  /** Null when `/` was not asked, because it is the MCP endpoint itself. */
  readonly page: Exchange | null;
  readonly declared: readonly DeclaredIcon[];
  /** The web app manifest that the page names; it is asked only when nothing else gave an icon. */
  readonly manifest: Pick<IconAttempt, 'url' | 'exchange' | 'refused'> | null;
  readonly icons: readonly IconAttempt[];
}

/** Which names a favicon of a connector can be looked up by. */
export interface IconDomains {
  readonly host: string;
  /** The last two labels of the host: what Claude asks for, by the newest reports. */
  readonly asked: string;
  /** What somebody registered (public suffix list, private section included); null for addresses and local names. */
  readonly registrable: string | null;
  /** Who stands behind `asked` when it is not the registrable domain: a registry (co.za) or a hosting platform (vercel.app). */
  readonly suffixOf: 'registry' | 'platform' | null;
}

/** One question to Google's favicon service. */
export interface FaviconLookup {
  readonly domain: string;
  /** Pixels that were asked for. */
  readonly size: number;
  readonly exchange: Exchange;
  readonly image: IconImage | null;
}

/** An entry of `serverInfo.icons`, as far as it could be read. */
export interface ServerIcon extends IconAttempt {
  readonly sizes: readonly string[];
  readonly mimeType: string | null;
  readonly theme: string | null;
}

/** What Google's favicon service answers for a connector. */
export interface FaviconService extends Pick<IconDomains, 'host' | 'asked'> {
  /** The name that was asked for at all sizes. */
  readonly domain: string;
  readonly lookups: readonly FaviconLookup[];
}
