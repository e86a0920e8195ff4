import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';
import { extensionManifest } from './lib/permissions/manifest.ts';
import { sharedChunks } from './scripts/shared-chunks.ts';

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
    plugins: [tailwindcss(), withoutCodeFromText(), withoutPreloading(), withoutIconKeys()],
    // Both browsers know module preloads themselves.
    build: { sourcemap: false, chunkSizeWarningLimit: 1_000, modulePreload: { polyfill: false } },
  }),
});

/** What is loaded later lies in the extension itself and brings no styles: nothing is gained by preloading, and the popup has to carry it. */
function withoutPreloading() {
  return {
    name: 'connector-doctor:without-preloading',
    transform: (_code: string, id: string) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
  };
}

/** zod tries whether it may make code out of text. Nothing of ours may, and linters take the question for the deed. */
function withoutCodeFromText() {
  return {
    name: 'connector-doctor:without-code-from-text',
    transform: (code: string, id: string) =>
      id.endsWith('/zod/v4/core/util.js')
        ? code.replace(/const F = Function;\s*new F\(""\);\s*return true;/, 'return false;')
        : null,
  };
}

/** Each part of an icon has a key of random letters, which React reads while it is developed with, and nothing packs. */
function withoutIconKeys() {
  return {
    name: 'connector-doctor:without-icon-keys',
    transform: (code: string, id: string) =>
      /\/lucide-react\/dist\/esm\/icons\//.test(id) ? code.replace(/,\s*key: "[a-z0-9]+"/g, '') : null,
  };
}
