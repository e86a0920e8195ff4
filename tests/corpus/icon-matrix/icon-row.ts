import { respondHtml, routes, type Handler } from '../../../clinic/http-call.ts';
import { plain } from '../../../clinic/pictures.ts';
import type { FindingCode } from '../../../lib/kernel/finding-code.ts';
import type { IconPreview } from '../../../lib/preview/preview.ts';
import type { CaseFlags } from '../../support/corpus-case.ts';
import type { Rig } from '../../support/rig.ts';

/** A site, what Google knows of it, and what must be told of its icon. */
export interface IconRow {
  readonly name: string;
  start(rig: Rig): Promise<string>;
  readonly flags?: CaseFlags;
  readonly shown: IconPreview['custom']['shown'];
  readonly because: IconPreview['custom']['because'];
  readonly domain: string | null;
  /** Where the picture that stands for the icon came from, and its kind: `google png`; null where there is none to show. */
  readonly picture: string | null;
  /** Those of `icon.*`, sorted. */
  readonly codes: readonly FindingCode[];
  /** The tags and files that are advised, in order. */
  readonly snippets?: readonly string[];
  readonly also?: (icon: IconPreview) => Readonly<Record<string, unknown>>;
  readonly seen?: Readonly<Record<string, unknown>>;
}

export const host = 'mcp.acme.dev';
export const url = `https://${host}/mcp`;
export const google = { faviconService: true } as const;
export const orange = plain(217, 119, 87);
export const blue = plain(10, 60, 200);

export type Pages = Readonly<Record<string, Handler>>;

/** The connector’s host with these pages, and the domain above without an icon. */
export function sites(rig: Rig, pages: Pages, parent: Pages = {}): Promise<string> {
  return site(rig, routes({ '/mcp': rig.mcp(), ...pages }), parent);
}

/** The same, with a handler for everything. */
export async function site(rig: Rig, handler: Handler, parent: Pages = {}): Promise<string> {
  await rig.host(host, handler, { icon: false });
  await rig.host('acme.dev', routes({ '/': page(), ...parent }), { icon: false });
  return url;
}

/** A page with these elements in its head. */
export function page(...links: readonly string[]): Handler {
  return respondHtml(200, `<!doctype html><html><head>${links.join('')}</head><body>Hello</body></html>`);
}

export function link(href: string, more = ''): string {
  return `<link rel="icon" ${more} href="${href}">`;
}

/** Google was not asked, and the site has an icon. */
export const guess = { shown: 'guessed', because: 'google-not-asked', domain: 'acme.dev' } as const;
/** Google was not asked, and the site has none. */
export const nothing = { shown: 'unknown', because: 'google-not-asked', domain: 'acme.dev', picture: null } as const;
export const answered = { flags: google, shown: 'google', because: 'google-answered', domain: 'acme.dev' } as const;
/** The icon is to stand where Google is asked for it, and the page there is to name it. */
export const onDomainAbove = [
  'https://acme.dev/favicon.ico',
  '<link rel="icon" href="https://acme.dev/favicon.ico">',
] as const;
/** The site certainly has none. */
export const missing = {
  ...nothing,
  codes: ['icon.site-missing'],
  snippets: onDomainAbove,
} as const;
