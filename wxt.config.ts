import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';
import { extensionManifest } from './lib/permissions/manifest.ts';

export default defineConfig({
  // Imports are written out: a reader, the linter and the import law see where things come from.
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  manifest: ({ browser }) => extensionManifest(browser === 'firefox' ? 'firefox' : 'chromium'),
  vite: () => ({ plugins: [tailwindcss()], build: { sourcemap: false } }),
});
