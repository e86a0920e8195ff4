import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { extensionFolder, type BuiltFor } from './extension-folder.ts';

/** The folder of the extension as its sources are now: it is built first where it is not. Throws when that fails. */
export function builtExtension(browser: BuiltFor): string {
  const script = fileURLToPath(new URL('build-extension.ts', import.meta.url));
  // A process of its own: the build sets what tests and React read from the environment.
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The extension cannot be built: see above.');
  return extensionFolder(browser);
}
