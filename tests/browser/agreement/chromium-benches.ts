import type { Page as BrowserPage } from 'playwright';
import { deskOn } from '../../../clinic/browser/desk.ts';
import {
  launchChromium,
  type ChromiumWish,
  type ChromiumWithExtension,
} from '../../../clinic/browser/launch-chromium.ts';
import type { Bench } from './run-in-extension.ts';

/** A few browsers that take one piece of work each at a time. */
export interface Benches {
  /** Waits for a browser. One in which something failed is started anew for the next who comes. */
  use(work: (bench: Bench) => Promise<void>, options?: { readonly closesWindows: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** Starts browsers on demand, at most so many. */
export function createBenches(wish: ChromiumWish, most: number): Benches {
  const places: (ChromiumWithExtension | null)[] = Array.from({ length: most }, () => null);
  const queue: (() => void)[] = [];
  const take = async (): Promise<ChromiumWithExtension> => {
    if (places.length === 0) await new Promise<void>((resolve) => queue.push(resolve));
    return places.pop() ?? launchChromium(wish);
  };
  const giveBack = (browser: ChromiumWithExtension | null): void => {
    places.push(browser);
    queue.shift()?.();
  };
  return {
    async use(work, options = { closesWindows: false }) {
      let browser: ChromiumWithExtension | null = await take();
      const { context, roads } = browser;
      const page = await browser.open('options.html');
      if (options.closesWindows) context.on('page', closeOnceLoaded);
      try {
        await work({ desk: deskOn(page), lead: roads.lead });
        context.off('page', closeOnceLoaded);
        await page.close();
      } catch (error) {
        const failed = browser;
        browser = null;
        await failed.close();
        throw error;
      } finally {
        giveBack(browser);
      }
    },
    close: async () => {
      for (const browser of places) await browser?.close();
    },
  };
}

/** As a person who does not want to sign in. */
function closeOnceLoaded(page: BrowserPage): void {
  void page.waitForLoadState('load').then(() => page.close());
}
