import { say } from '../../lib/i18n/say.ts';
import { browser } from 'wxt/browser';
import { browserFamily } from '../../lib/permissions/browser-family.ts';

/** The document in which the engine lives. Opening and closing never cross each other. */
export interface EngineDocument {
  /** Does nothing when it is open. Rejects when the browser does not let us. */
  open(): Promise<void>;
  close(): Promise<void>;
  isOpen(): Promise<boolean>;
}

/** Chromium: an offscreen document, which outlives the worker. Firefox: a frame of the event page, which goes with it. */
export function createEngineDocument(): EngineDocument {
  const { open, close, isOpen } = browserFamily() === 'firefox' ? frame : offscreen;
  let last: Promise<unknown> = Promise.resolve();
  const afterwards = <T>(deed: () => Promise<T>): Promise<T> => {
    const done = last.then(deed, deed);
    last = done;
    return done;
  };
  return {
    open: () =>
      afterwards(async () => {
        if (!(await isOpen())) await open();
      }),
    close: () =>
      afterwards(async () => {
        if (await isOpen()) await close();
      }),
    isOpen: () => afterwards(isOpen),
  };
}

const page = 'engine.html';

const offscreen: EngineDocument = {
  async open() {
    const api = browser.offscreen as typeof browser.offscreen | undefined;
    if (!api) throw new Error(say('the permission “offscreen” is missing'));
    await api.createDocument({
      url: page,
      reasons: ['WORKERS'],
      justification:
        'Examines the connector: the code for that is too large for a service worker, which cannot load it later.',
    });
  },
  close: () => browser.offscreen.closeDocument(),
  async isOpen() {
    const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    return contexts.length > 0;
  },
};

const frameId = 'engine';

const frame: EngineDocument = {
  open() {
    const element = document.createElement('iframe');
    element.id = frameId;
    element.src = page;
    document.body.append(element);
    return Promise.resolve();
  },
  close() {
    document.getElementById(frameId)?.remove();
    return Promise.resolve();
  },
  isOpen: () => Promise.resolve(document.getElementById(frameId) !== null),
};
