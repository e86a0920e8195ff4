import type { IconAddition } from '../preview.ts';
import type { SeenIcon, SeenSite } from './read-icon-evidence.ts';

/** The icons of a site that are there. */
export function withIcon(site: SeenSite | null): readonly SeenIcon[] {
  return (site?.icons ?? []).filter(({ image }) => image !== null);
}

/** The icon at its usual place, as a file to make, and the tag that names it where there is a page. */
export function addedAt(domain: string, site: SeenSite | null): readonly IconAddition[] {
  const url = `https://${domain}/favicon.ico`;
  return [...fileAt(domain), ...(site?.isPageThere ? tagFor(url, domain) : [])];
}

/** A picture for all sizes, as a file to make, and the tag that names it where there is a page. */
export function largeAddedAt(domain: string, site: SeenSite | null): readonly IconAddition[] {
  const url = `https://${domain}/icon-128.png`;
  if (!site?.isPageThere) return fileAt(domain);
  return [...madeAt(url), ...tagFor(url, domain, ' type="image/png" sizes="128x128"')];
}

/** The file to make at the usual place of a host. */
export function fileAt(host: string): readonly IconAddition[] {
  return madeAt(`https://${host}/favicon.ico`);
}

/** That file to make; nothing where its address is none that can be shown as it is. */
export function madeAt(url: string): readonly IconAddition[] {
  return isPlain(url) ? [{ kind: 'file', text: url }] : [];
}

/** The tag for the page of this domain that names an icon which is there. */
export function tagFor(url: string, domain: string, more = ''): readonly IconAddition[] {
  const page = `https://${domain}/`;
  if (!isPlain(url) || !isPlain(page)) return [];
  return [{ kind: 'tag', text: `<link rel="icon"${more} href="${url}">`, page }];
}

/** Nothing else is put into markup that somebody copies. */
function isPlain(url: string): boolean {
  return /^https:\/\/[a-z0-9.-]+(?::\d+)?\/[\w./%~-]*$/.test(url);
}
