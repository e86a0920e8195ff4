import { browser } from 'wxt/browser';

/** A worker at rest ends after 30 seconds; each call of the browser's begins them anew. Milliseconds. */
const everyMs = 20_000;

/** Keeps the background from ending while the person takes their time. */
export interface Wakefulness {
  begin(): void;
  end(): void;
}

/** Makes one that has not begun. */
export function createWakefulness(): Wakefulness {
  let timer: ReturnType<typeof setInterval> | undefined;
  const end = (): void => {
    clearInterval(timer);
  };
  return {
    begin() {
      end();
      timer = setInterval(() => void browser.runtime.getPlatformInfo(), everyMs);
    },
    end,
  };
}
