import { fileURLToPath } from 'node:url';

/** Browsers that the extension is built for, as WXT names them. */
export type BuiltFor = 'chrome' | 'firefox';

/** The folder in which the built extension stands. */
export function extensionFolder(browser: BuiltFor): string {
  return fileURLToPath(new URL(`../.output/${browser}-mv3`, import.meta.url));
}
