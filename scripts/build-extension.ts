import { fileURLToPath } from 'node:url';
import { build } from 'wxt';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const browser of ['chrome', 'firefox'] as const) {
  await build({ root, browser, mode: 'production' });
}
