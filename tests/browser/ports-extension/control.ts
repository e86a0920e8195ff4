import { browser } from 'wxt/browser';
import type { TestCommand } from './commands.ts';

/** The door for the test: a page in a tab, which asks the background and the engine. */
Object.assign(globalThis, { command: (command: TestCommand) => browser.runtime.sendMessage(command) });
