import { browser, type Browser } from 'wxt/browser';

/** One thing that the background writes down and screens mirror. */
export interface MirroredState<State> {
  /** Null when there is none. */
  read(): Promise<State | null>;
  /** The background's alone; null forgets it. */
  write(state: State | null): Promise<void>;
  /** Calls back with the state as soon as it was read, and with each change, until the function that it returns is called. */
  watch(onChange: (state: State | null) => void): () => void;
}

/** `session` is memory: gone when the browser ends. What an earlier version wrote without a `phase` counts as none. */
export function mirroredState<State extends { readonly phase: string }>(
  area: 'session' | 'local',
  key: string,
): MirroredState<State> {
  const read = async (): Promise<State | null> => stateOf((await browser.storage[area].get(key))[key]);
  return {
    read,
    async write(state) {
      if (state === null) await browser.storage[area].remove(key);
      else await browser.storage[area].set({ [key]: state });
    },
    watch(onChange) {
      let isOutdated = false;
      const listener = (changes: Record<string, Browser.storage.StorageChange>, changed: string): void => {
        const change = changes[key];
        if (changed !== area || change === undefined) return;
        isOutdated = true;
        onChange(stateOf(change.newValue));
      };
      browser.storage.onChanged.addListener(listener);
      void read().then((state) => {
        if (!isOutdated) onChange(state);
      });
      return () => {
        isOutdated = true;
        browser.storage.onChanged.removeListener(listener);
      };
    },
  };

  function stateOf(value: unknown): State | null {
    return typeof value === 'object' && value !== null && 'phase' in value ? (value as State) : null;
  }
}
