import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { givenViewer } from './viewer-address.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Over the files that these patterns name, the lock file, and what else a build depends on. */
export function sourceDigest(sources: readonly string[]): string {
  const files = globSync([...sources, 'package-lock.json'], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256').update(`${givenViewer() ?? ''}\n`);
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}
