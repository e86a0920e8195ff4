import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds what the browsers' tests run, unless it is there already. */
export function setup(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-extension.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the extension cannot be built:\n${stderr}`);
}
