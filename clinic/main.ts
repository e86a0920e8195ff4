import { fileURLToPath } from 'node:url';
import { builtExtension } from '../scripts/built-extension.ts';
import { runClinic } from './clinic.ts';
import { missingForBrowser } from './show/missing-for-browser.ts';
import { showClinic } from './show/show-clinic.ts';

const write = (text: string): void => void process.stdout.write(text);
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (interrupted.signal.aborted) process.exit(130);
    interrupted.abort();
  });
}

const isRightHere = await runClinic({
  write,
  color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  width: process.stdout.columns || 100,
  signal: interrupted.signal,
});
const isRightThere = interrupted.signal.aborted || (await showInBrowser());
process.exitCode = isRightHere && isRightThere ? 0 : 1;

/** The same connectors once more, by the extension in a real browser. */
async function showInBrowser(): Promise<boolean> {
  write('\nThe same connectors in a browser, by the extension. It is built first …\n');
  const extension = builtExtension('chrome');
  const missing = missingForBrowser();
  if (missing !== null) {
    write(`\n${missing}\nThe built extension is in ${extension}: chrome://extensions, “Load unpacked” takes it.\n`);
    return false;
  }
  return showClinic({
    extension,
    isShown: hasDisplay(),
    picturesIn: fileURLToPath(new URL('../.output/screens/', import.meta.url)),
    write,
    signal: interrupted.signal,
  });
}

function hasDisplay(): boolean {
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '');
}
