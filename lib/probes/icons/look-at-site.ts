import type { IconAttempt, IconSource, SiteIcons } from '../../kernel/evidence-icons.ts';
import { bestFirst, iconLinks, manifestIcons, type IconLinks } from '../../parsing/icon-links.ts';
import { mediaType } from '../../parsing/media-type.ts';
import { refusal } from '../network/refusal.ts';
import { askForBytes, isGiven, shown, type IconContext } from './ask-for-bytes.ts';
import { loadIcon } from './load-icon.ts';

const mostDeclared = 16;
/** Icons that are tried one after another until one is there. */
const mostTries = 2;
const nothingNamed: IconLinks = { icons: [], manifest: null };

/**
 * Looks for a site's icon as a crawler does: the page at `/`, `/favicon.ico`, and the best icon that the page names; its manifest only
 * when nothing else gave one.
 */
export async function lookAtSite(
  context: IconContext,
  origin: string,
  { withPage }: { readonly withPage: boolean },
): Promise<SiteIcons> {
  const usual = `${origin}/favicon.ico`;
  const [page, favicon] = await Promise.all([
    withPage ? askForPage(context, `${origin}/`) : null,
    loadIcon(context, usual, 'favicon.ico'),
  ]);
  const links = page?.links ?? nothingNamed;
  const named = bestFirst(links.icons).map(({ url }) => url);
  const icons = [favicon, ...(await tryInTurn(context, named, 'link', [favicon]))];
  const isMissing = icons.every(({ image }) => image === null);
  const manifest = isMissing && links.manifest !== null ? await readManifest(context, links.manifest) : null;
  if (manifest) icons.push(...(await tryInTurn(context, manifest.named, 'manifest', icons)));
  const idle = { url: shown(context, links.manifest ?? ''), exchange: null, refused: null };
  return {
    origin,
    page: page?.exchange ?? null,
    declared: links.icons.slice(0, mostDeclared).map((icon) => ({ ...icon, url: shown(context, icon.url) })),
    manifest: manifest?.evidence ?? (links.manifest === null ? null : idle),
    icons,
  };
}

/** One more icon where there is one already, a second try where there is none. What was asked already is not asked again. */
async function tryInTurn(
  context: IconContext,
  urls: readonly string[],
  from: IconSource,
  before: readonly IconAttempt[],
): Promise<readonly IconAttempt[]> {
  const known = new Set(before.map(({ url }) => url));
  const tried: IconAttempt[] = [];
  for (const url of new Set(urls.map((named) => asBrowsersAsk(context, named)))) {
    if (known.has(shown(context, url)) || tried.length >= mostTries) continue;
    tried.push(await loadIcon(context, url, from));
    if ([...before, ...tried].some(({ image }) => image !== null)) break;
  }
  return tried;
}

/**
 * A picture that a secure page names by a plain address is asked for by the secure one, as browsers do.
 * @see https://www.w3.org/TR/mixed-content/#upgrade-algorithm
 */
function asBrowsersAsk({ target }: IconContext, url: string): string {
  return target.endpoint.startsWith('https:') ? url.replace(/^http:(?=\/\/[^/?#:]*(?:[/?#]|$))/i, 'https:') : url;
}

async function askForPage(context: IconContext, url: string) {
  const answer = await askForBytes(context, url, 'text/html,application/xhtml+xml;q=0.9');
  const isPage = isGiven(answer) && htmlTypes.has(mediaType(answer.headers['content-type']) ?? '');
  const links = isPage ? iconLinks(textOf(answer.bytes), answer.finalUrl) : nothingNamed;
  return { exchange: answer.exchange, links };
}

const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

async function readManifest(context: IconContext, url: string) {
  const refused = refusal(context.target, url);
  if (refused !== null) return { evidence: { url: shown(context, url), exchange: null, refused }, named: [] };
  const answer = await askForBytes(context, url, 'application/manifest+json,application/json');
  const named = isGiven(answer) ? bestFirst(manifestIcons(textOf(answer.bytes), answer.finalUrl)) : [];
  const evidence = { url: context.redactUrl(url), exchange: answer.exchange, refused: null };
  return { evidence, named: named.map((icon) => icon.url) };
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
