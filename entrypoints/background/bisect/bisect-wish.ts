import { browser } from 'wxt/browser';
import type { Commands } from '../../../lib/messaging/protocol.ts';
import { hasNeeds, type PermissionNeeds } from '../../../lib/permissions/ask.ts';

/** What a search is started with. */
export type BisectWish = Parameters<Commands['startBisect']>[0];

/** Switching other extensions, and looking which there are. */
export const bisectNeeds: PermissionNeeds = { origins: [], permissions: ['management'] };

const key = 'bisect-wish';
/** A question of the browser that was answered later than this is another story. Milliseconds. */
const lastsMs = 120_000;

/** Keeps the wish while the browser asks for the permission: the popup that had it closes with the question. */
export async function keepWish(wish: BisectWish): Promise<void> {
  await browser.storage.session.set({ [key]: { ...wish, at: Date.now() } });
}

let last: Promise<unknown> = Promise.resolve();

/** The wish that waited, once, as soon as it is allowed; null when there is none. */
export function takeWish(): Promise<BisectWish | null> {
  const mine = last.then(async () => {
    const wish = (await browser.storage.session.get(key))[key] as (BisectWish & { readonly at: number }) | undefined;
    if (wish === undefined || !(await hasNeeds(bisectNeeds))) return null;
    await browser.storage.session.remove(key);
    return Date.now() - wish.at < lastsMs ? wish : null;
  });
  last = mine.catch(() => undefined);
  return mine;
}
