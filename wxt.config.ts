import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';
import { extensionManifest } from './lib/permissions/manifest.ts';
import { sharedChunks } from './scripts/shared-chunks.ts';
import { viewerDefine } from './scripts/viewer-address.ts';
import { webAlias, webPlugins } from './scripts/web-build.ts';

export default defineConfig({
  // Imports are written out: a reader, the linter and the import law see where things come from.
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  manifest: ({ browser }) => extensionManifest(browser === 'firefox' ? 'firefox' : 'chromium'),
  hooks: {
    'vite:build:extendConfig': (entries, config) => {
      // A script that stands alone is one file.
      if (!entries.some(({ name }) => name === 'popup')) return;
      config.build ??= {};
      const { output, ...options } = config.build.rolldownOptions ?? {};
      const groups = [{ name: sharedChunks(import.meta.dirname) }];
      config.build.rolldownOptions = { ...options, output: { ...output, codeSplitting: { groups } } };
    },
  },
  vite: () => ({
    resolve: { alias: webAlias },
    define: viewerDefine(),
    plugins: [tailwindcss(), ...webPlugins()],
    // Both browsers know module preloads themselves.
    build: { sourcemap: false, chunkSizeWarningLimit: 1_000, modulePreload: { polyfill: false } },
  }),
});
