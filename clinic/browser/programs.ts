import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names under which distributions ship them. */
const names = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

/** Where Debian’s uBlock Origin for Firefox stands, when it is installed. */
export const ublockOriginFolder =
  '/usr/share/mozilla/extensions/{ec8030f7-c20a-464f-9b0e-13a3a9e97384}/uBlock0@raymondhill.net';

/** The program of a browser on this machine; throws a sentence for people where there is none. */
export function browserProgram(browser: keyof typeof names): string {
  const found = findProgram(names[browser]);
  if (found === null) throw new Error(`${names[browser].join(' or ')} is not installed on this machine`);
  return found;
}

/** Where the first of these programs is that this machine has; null when it has none. */
export function findProgram(wanted: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return wanted.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
