import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programFile } from './program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds what the command line's tests run, unless it is newer than everything that it is made of. */
export function setup(): void {
  if (isFresh()) return;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-cli.ts'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the command line cannot be built:\n${stderr}`);
}

function isFresh(): boolean {
  if (!existsSync(programFile)) return false;
  const built = statSync(programFile).mtimeMs;
  const sources = globSync(['lib/**/*.{ts,json}', 'scripts/*.ts', 'README.md', 'package.json', 'package-lock.json'], {
    cwd: root,
  });
  return sources.every((file) => statSync(`${root}${file}`).mtimeMs < built);
}
