import { browser } from 'wxt/browser';

const key = 'bisect-session';

/** Remembers, for as long as the browser and this installation of ours go on, that this search began here. */
export async function beginSession(id: string): Promise<void> {
  await browser.storage.session.set({ [key]: id });
}

/** Whether it did: only then can a guided search go on with another background, and its tab is still the same. */
export async function isThisSession(id: string): Promise<boolean> {
  return (await browser.storage.session.get(key))[key] === id;
}
