import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Builds an extension that holds the browser's ports and nothing else; answers its folder. */
export async function buildPortsExtension(browser: 'chromium' | 'firefox'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'connector-doctor-ports-'));
  for (const name of ['background', 'engine', 'control', 'fetch-worker']) {
    const bundle = await rolldown({ input: join(import.meta.dirname, `${name}.ts`), platform: 'browser' });
    await bundle.write({ file: join(folder, `${name}.js`), format: 'iife' });
    await bundle.close();
  }
  for (const page of ['engine', 'control']) {
    await writeFile(join(folder, `${page}.html`), `<!doctype html><script src="${page}.js"></script>`);
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifestFor(browser)));
  return folder;
}

function manifestFor(browser: 'chromium' | 'firefox'): unknown {
  const common = {
    manifest_version: 3,
    name: 'Ports under test',
    version: '1',
    host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; connect-src https: http:; frame-src 'self'; base-uri 'none'",
    },
  };
  const permissions = ['webRequest', 'declarativeNetRequestWithHostAccess', 'identity'];
  if (browser === 'chromium') {
    return { ...common, permissions: [...permissions, 'offscreen'], background: { service_worker: 'background.js' } };
  }
  return {
    ...common,
    permissions: [...permissions, 'dns'],
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'ports@connector-doctor.dev', strict_min_version: '140.0' } },
  };
}
