import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { thirdPartyNotices } from './third-party-notices.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, '.output');

/** Browsers that the extension is built for, as WXT names them. */
export type BuiltFor = 'chrome' | 'firefox';

/** The folder in which the built extension stands. */
export function extensionFolder(browser: BuiltFor): string {
  return join(output, `${browser}-mv3`);
}

/** Builds the production extension, unless the one that is there was made of the same sources. */
export async function buildExtension(browser: BuiltFor): Promise<void> {
  const stampFile = join(output, `${browser}-mv3.stamp`);
  const stamp = digestOfSources();
  const isThere = existsSync(stampFile) && existsSync(join(extensionFolder(browser), 'manifest.json'));
  if (isThere && readFileSync(stampFile, 'utf8') === stamp) return;
  const bundled = new Set<string>();
  await build({ root, browser, mode: 'production', vite: () => ({ plugins: [collectModules(bundled)] }) });
  await writeFile(join(extensionFolder(browser), 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices([...bundled]));
  await mkdir(output, { recursive: true });
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
  const files = globSync(
    [
      'lib/**/*',
      'components/**/*',
      'entrypoints/**/*',
      'public/**/*',
      'wxt.config.ts',
      'package-lock.json',
      'scripts/*.ts',
    ],
    { cwd: root, withFileTypes: true },
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

if (process.argv[1] === import.meta.filename) {
  await buildExtension('chrome');
  await buildExtension('firefox');
}
