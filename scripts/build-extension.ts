import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { extensionFolder, type BuiltFor } from './extension-folder.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** React's and Vite's own builds depend on it, and tests that start this have set it otherwise. */
process.env['NODE_ENV'] = 'production';
await buildExtension('chrome');
await buildExtension('firefox');

/** The production extension, unless the one that is there was made of the same sources. */
async function buildExtension(browser: BuiltFor): Promise<void> {
  const folder = extensionFolder(browser);
  const stampFile = `${folder}.stamp`;
  const stamp = digestOfSources();
  const isThere = existsSync(stampFile) && existsSync(join(folder, 'manifest.json'));
  if (isThere && readFileSync(stampFile, 'utf8') === stamp) return;
  const bundled = new Set<string>();
  await build({ root, browser, mode: 'production', vite: () => ({ plugins: [collectModules(bundled)] }) });
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices([...bundled]));
  await writeFile(stampFile, stamp);
}

function collectModules(bundled: Set<string>) {
  return {
    name: 'connector-doctor:collect-modules',
    generateBundle(_options: unknown, bundle: Readonly<Record<string, { readonly moduleIds?: readonly string[] }>>) {
      for (const { moduleIds = [] } of Object.values(bundle)) for (const id of moduleIds) bundled.add(id);
    },
  };
}

/** Over everything that the built extension is made of. */
function digestOfSources(): string {
  const sources = ['lib/**/*', 'components/**/*', 'entrypoints/**/*', 'public/**/*', 'scripts/*.ts'];
  const files = globSync([...sources, 'wxt.config.ts', 'package-lock.json'], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}
