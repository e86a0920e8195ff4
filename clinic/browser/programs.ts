import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names under which distributions ship them. */
const names = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

/** The program of a browser on this machine; throws a sentence for people where there is none. */
export function browserProgram(browser: keyof typeof names): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = names[browser].flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (found === undefined) throw new Error(`${names[browser].join(' or ')} is not installed on this machine`);
  return found;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
