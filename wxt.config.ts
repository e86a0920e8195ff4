import { join } from 'node:path';
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
    // For browsers it has another form, which asks an element’s HTML what a character is called.
    resolve: {
      alias: {
        'decode-named-character-reference': join(
          import.meta.dirname,
          'node_modules/decode-named-character-reference/index.js',
        ),
      },
    },
    plugins: [tailwindcss(), withoutSuspicion(), withoutPreloading(), withoutIconKeys()],
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

/**
 * What packages could do and never do here, and linters take for a deed: zod tries whether it may make code out of text, zip.js can load
 * a decompressor that somebody names, and Markdown’s parser writes into a tokenizer that happens to be called a document.
 */
const suspicious: readonly { readonly file: string; readonly from: RegExp | string; readonly to: string }[] = [
  { file: '/zod/v4/core/util.js', from: /const F = Function;\s*new F\(""\);\s*return true;/, to: 'return false;' },
  {
    file: '/zip.js/lib/core/codec-registry.js',
    from: /await import\([^()]*\bcodecURI\)/,
    to: 'await Promise.reject(new Error("none is loaded"))',
  },
  {
    file: '/mdast-util-from-markdown/lib/index.js',
    from: 'return compiler(options)(postprocess(parse(options).document().write(preprocess()(value, encoding, true))));',
    to: 'const { write } = parse(options).document(); return compiler(options)(postprocess(write(preprocess()(value, encoding, true))));',
  },
];

function withoutSuspicion() {
  return {
    name: 'connector-doctor:without-suspicion',
    transform: (code: string, id: string) => {
      const found = suspicious.find(({ file }) => id.endsWith(file));
      return found ? code.replace(found.from, found.to) : null;
    },
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
