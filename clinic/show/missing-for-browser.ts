import { findProgram } from '../browser/programs.ts';

const needed = [
  { names: ['chromium', 'chromium-browser'], from: 'chromium' },
  { names: ['certutil'], from: 'libnss3-tools' },
];

/** What this machine lacks to open the clinic in a browser, as a sentence for people; null when nothing is missing. */
export function missingForBrowser(): string | null {
  if (process.platform !== 'linux') {
    return 'The clinic can be opened in a browser on Linux only: elsewhere a browser cannot be lent an authority for its connectors.';
  }
  const missing = needed.filter(({ names }) => findProgram(names) === null).map(({ from }) => from);
  if (missing.length === 0) return null;
  const names = missing.join(' ');
  return `To open the clinic in a browser, please install ${missing.join(' and ')} (on Debian and Ubuntu: sudo apt-get install ${names}). Google Chrome does not do: it loads no extension from a folder when it is started.`;
}
