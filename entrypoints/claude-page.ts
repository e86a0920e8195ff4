import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { send } from '../lib/messaging/commands.ts';
import { documentView } from '../lib/page/document-view.ts';
import { mergeSightings, saysTheSame } from '../lib/page/merge-sightings.ts';
import { readPage } from '../lib/page/read-page.ts';
import type { PageSighting } from '../lib/page/sighting.ts';

/** Mutations within this time are looked at together. Milliseconds. */
const readEveryMs = 400;
/** Between two looks there is so many times what one took: a page of any size keeps all but a fiftieth of its time. */
const restAfterLook = 50;
/** A sign-in that fails leads on to another page at once, and takes its signs out of the address. */
const lingerMs = 10_000;

/**
 * Watches a page of Claude's for connector errors and tells the background when what it sees has changed. Registered at run time, once
 * the person has allowed it; it changes nothing on the page, and any fault of its own ends it in silence.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { connectorDoctorStops?: () => void };
  // An update of the extension, or the person's click, may put it into a page a second time.
  world.connectorDoctorStops?.();
  world.connectorDoctorStops = watch();
});

interface Told {
  readonly sighting: PageSighting | null;
  readonly path: string;
}

function watch(): () => void {
  let told: Told | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let restMs = readEveryMs;
  const look = (): void => {
    timer = null;
    const begun = performance.now();
    const next = lookAgain(told);
    restMs = Math.max(readEveryMs, restAfterLook * (performance.now() - begun));
    if (next === told) return;
    told = next;
    tell(next.sighting);
  };
  const soon = (): void => {
    timer ??= setTimeout(() => guarded(look), restMs);
  };
  const again = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    told = null;
    soon();
  };
  const observer = new MutationObserver(soon);
  const stop = (): void => {
    observer.disconnect();
    removeEventListener('popstate', soon);
    removeEventListener('pageshow', again);
    if (timer !== null) clearTimeout(timer);
  };
  const guarded = (work: () => void): void => {
    try {
      // Without an id the extension was updated or removed: this copy belongs to nobody any more.
      if ((browser.runtime.id as string | undefined) === undefined) stop();
      else work();
    } catch {
      stop();
    }
  };
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  addEventListener('popstate', soon);
  // A page that comes back out of the browser's memory runs on, while the background has forgotten it.
  addEventListener('pageshow', again);
  guarded(look);
  return stop;
}

/** What there is to tell now; the same object when nothing has changed. */
function lookAgain(told: Told | null): Told {
  const path = location.pathname;
  const seen = readPage(documentView(document), Date.now());
  if (told === null) return { sighting: seen, path };
  const { sighting } = told;
  const isSamePlace = path === told.path || (sighting !== null && Date.now() - sighting.seenAt < lingerMs);
  const next = isSamePlace ? mergeSightings(sighting, seen) : seen;
  return saysTheSame(sighting, next) ? told : { sighting: next, path };
}

function tell(sighting: PageSighting | null): void {
  send('pageChanged', sighting).catch(() => undefined);
}
