import { browser } from 'wxt/browser';

/** An extension that was switched or removed, by whomever. */
export interface SwitchEvent {
  readonly id: string;
  /** Null: it was removed. */
  readonly enabled: boolean | null;
}

/**
 * Follows what becomes of other extensions. The function that it returns is to be called synchronously when the background starts, and
 * again when permissions were given: before, the browser has nothing to listen to.
 */
export function createSwitchWatch(onSwitch: (event: SwitchEvent) => void): () => void {
  let isListening = false;
  return () => {
    const { onEnabled, onDisabled, onUninstalled } =
      (browser.management as Partial<typeof browser.management> | undefined) ?? {};
    if (isListening || !onEnabled || !onDisabled || !onUninstalled) return;
    isListening = true;
    onEnabled.addListener(({ id }) => {
      onSwitch({ id, enabled: true });
    });
    onDisabled.addListener(({ id }) => {
      onSwitch({ id, enabled: false });
    });
    onUninstalled.addListener((one: unknown) => {
      // Chromium tells the id, Firefox the whole extension.
      onSwitch({ id: typeof one === 'string' ? one : (one as { id: string }).id, enabled: null });
    });
  };
}
