import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { defaultSettings, readSettings, watchSettings, type Settings } from '../../lib/storage/settings.ts';

const store = createStore<Settings>(() => defaultSettings);

/** Begins to mirror the settings; settles once they were read. A page calls it once, before it draws. */
export async function mirrorSettings(): Promise<void> {
  const keep = (settings: Settings): void => {
    store.setState(settings, true);
  };
  watchSettings(keep);
  keep(await readSettings());
}

/** What the person set; the defaults until it was read. */
export function useSettings(): Settings {
  return useStore(store);
}
