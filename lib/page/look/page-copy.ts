import type { PageCopy } from '../../kernel/evidence-browser.ts';
import { pageNeeds } from '../../standards/claude-page-needs.ts';
import { markedAsOurs, withoutFragment } from './own-mark.ts';
import type { PageWindow } from './page-window.ts';

const mostFiles = 8;
/** Two files that are alike so far are held to be alike. Bytes. */
const mostBytes = 1_048_576;
const mostName = 120;

/** A comparison under way: what it has come to may be read at any time. */
export interface CopyLook {
  readonly done: Promise<void>;
  soFar(): PageCopy;
}

/**
 * Compares the copies of the page's own code that this tab has with those that the server gives out now. The page's service worker does
 * not stand between: it is not asked for what our world of the page asks for, so what it keeps is read where it keeps it.
 */
export function compareCopies(view: PageWindow, signal: AbortSignal): CopyLook {
  const differing: string[] = [];
  const gone: string[] = [];
  let compared = 0;
  const compareOne = async (url: string): Promise<void> => {
    const outcome = await compare(url, view, signal).catch(() => null);
    if (outcome === null || signal.aborted) return;
    compared += 1;
    if (outcome === 'differs') differing.push(nameOf(url));
    if (outcome === 'gone') gone.push(nameOf(url));
  };
  return {
    done: Promise.all(ownCode(view).map(compareOne)).then(() => undefined),
    soFar: () => ({ compared, differing: [...differing], gone: [...gone] }),
  };
}

/** Scripts and styles that the page has loaded from Claude's own hosts. */
function ownCode(view: PageWindow): readonly string[] {
  const { document, location, performance } = view;
  const linked = [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(codeSelector)].map((element) =>
    'src' in element ? element.src : element.href,
  );
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => /\.(?:m?js|css)(?:$|\?)/.test(name));
  // Firefox keeps what a page has from other hosts where this does not reach: a fresh copy would be held against itself.
  const far = 'mozInnerScreenX' in view ? undefined : pageNeeds.find(({ id }) => id === 'page-code')?.host;
  const hosts = [location.host, far];
  const own = [...linked, ...loaded].filter((url) => {
    const { protocol, host } = new URL(url, location.href);
    return protocol === 'https:' && hosts.includes(host);
  });
  return [...new Set(own.map(withoutFragment))].slice(0, mostFiles);
}

const codeSelector = 'script[src], link[rel~="stylesheet"][href], link[rel~="modulepreload"][href]';

async function compare(
  url: string,
  view: PageWindow,
  signal: AbortSignal,
): Promise<'same' | 'differs' | 'gone' | null> {
  const here = await copyHere(url, view, signal);
  if (here?.ok !== true || isPersonal(here)) return null;
  const mine = await bytesOf(here);
  const fresh = await askAnew(url, view, signal);
  if (fresh.status === 404 || fresh.status === 410) return 'gone';
  if (!fresh.ok) return null;
  const theirs = await bytesOf(fresh);
  if (isSame(mine, theirs)) return 'same';
  // What is made anew for each request is different every time.
  const again = await askAnew(url, view, signal);
  return again.ok && isSame(theirs, await bytesOf(again)) ? 'differs' : null;
}

async function copyHere(url: string, view: PageWindow, signal: AbortSignal): Promise<Response | null> {
  const isServed = view.navigator.serviceWorker.controller !== null;
  const kept = isServed ? await view.caches.match(url).catch(() => undefined) : undefined;
  if (kept !== undefined) return kept;
  // Firefox keeps what was asked for with cookies apart from what was asked for without. This reads the copy and sends nothing.
  const isOwn = new URL(url).origin === view.location.origin;
  const how: RequestInit = isOwn
    ? { cache: 'only-if-cached', mode: 'same-origin', credentials: 'same-origin' }
    : { cache: 'force-cache', credentials: 'omit' };
  return view.fetch(markedAsOurs(url), { ...how, signal });
}

/** Without the person's sign-in, as everything that we ask ourselves. */
function askAnew(url: string, view: PageWindow, signal: AbortSignal): Promise<Response> {
  return view.fetch(markedAsOurs(url), { cache: 'no-store', credentials: 'omit', signal });
}

/** What is made for one person is another for nobody. */
function isPersonal({ headers }: Response): boolean {
  return (
    /\b(?:private|no-store)\b/i.test(headers.get('cache-control') ?? '') || /cookie/i.test(headers.get('vary') ?? '')
  );
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  const reader = answer.body?.getReader();
  const bytes = new Uint8Array(mostBytes);
  let length = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) break;
    const piece = value.subarray(0, mostBytes - length);
    bytes.set(piece, length);
    length += piece.length;
    if (length < mostBytes) continue;
    await reader?.cancel();
    break;
  }
  return bytes.subarray(0, length);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function nameOf(url: string): string {
  return (new URL(url).pathname.split('/').pop() ?? '').slice(-mostName);
}
