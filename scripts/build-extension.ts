import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { extensionFolder, type BuiltFor } from './extension-folder.ts';
import { sourceDigest } from './source-digest.ts';
import { thirdPartyNotices } from './third-party-notices.ts';
import { collectModules } from './web-build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Everything that the built extension is made of. */
const sources = ['lib/**/*', 'components/**/*', 'entrypoints/**/*', 'public/**/*', 'scripts/*.ts', 'wxt.config.ts'];

/** React's and Vite's own builds depend on it, and tests that start this have set it otherwise. */
process.env['NODE_ENV'] = 'production';
await buildExtension('chrome');
await buildExtension('firefox');

/** The production extension, unless the one that is there was made of the same sources. */
async function buildExtension(browser: BuiltFor): Promise<void> {
  const folder = extensionFolder(browser);
  const stampFile = `${folder}.stamp`;
  const stamp = sourceDigest(sources);
  const isThere = existsSync(stampFile) && existsSync(join(folder, 'manifest.json'));
  if (isThere && readFileSync(stampFile, 'utf8') === stamp) return;
  const bundled = new Set<string>();
  await build({ root, browser, mode: 'production', vite: () => ({ plugins: [collectModules(bundled)] }) });
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices([...bundled]));
  await writeFile(stampFile, stamp);
}
