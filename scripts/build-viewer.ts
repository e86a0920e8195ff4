import tailwindcss from '@tailwindcss/vite';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { sourceDigest } from './source-digest.ts';
import { thirdPartyNotices } from './third-party-notices.ts';
import { viewerDefine } from './viewer-address.ts';
import { collectModules, webAlias, webPlugins } from './web-build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist/viewer');
const sources = ['lib/**/*', 'components/**/*', 'viewer/**/*', 'public/icon/*', 'scripts/*.ts'];

/** What only the extension has, and what asks somebody: a page that reads reports does without. */
const foreign =
  /\/(?:lib\/(?:messaging|storage|adapters|probes|cli)\/|entrypoints\/|node_modules\/(?:wxt|idb|@webext-core|@modelcontextprotocol)\/)/;

/** React's and Vite's own builds depend on it, and tests that start this have set it otherwise. */
process.env['NODE_ENV'] = 'production';
await buildViewer();

/** The static page that opens reports, unless the one that is there was made of the same sources. */
async function buildViewer(): Promise<void> {
  const stampFile = `${folder}.stamp`;
  const stamp = sourceDigest(sources);
  const isThere = existsSync(stampFile) && existsSync(join(folder, 'index.html'));
  if (isThere && readFileSync(stampFile, 'utf8') === stamp) return;
  const bundled = new Set<string>();
  await build({
    root: join(root, 'viewer'),
    // It may lie anywhere: below a path, or on a domain of its own.
    base: './',
    configFile: false,
    publicDir: false,
    mode: 'production',
    logLevel: 'warn',
    resolve: { alias: webAlias },
    define: viewerDefine(),
    plugins: [tailwindcss(), ...webPlugins(), collectModules(bundled)],
    build: {
      outDir: folder,
      emptyOutDir: true,
      sourcemap: false,
      chunkSizeWarningLimit: 1_000,
      modulePreload: false,
      // What stands in the address of a picture is no file that a policy could name.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Packages say for which side of a framework they are; there is one side here.
        onwarn: (warning, handle) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') handle(warning);
        },
      },
    },
  });
  const found = [...bundled].filter((id) => foreign.test(id));
  if (found.length > 0) throw new Error(`The viewer may not hold:\n${found.join('\n')}`);
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices([...bundled]));
  await writeFile(stampFile, stamp);
}
