import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Builds an extension that looks into pages and does nothing else, with the scripts of the built extension; answers its folder. */
export async function buildPageLooksExtension(built: string, family: 'chromium' | 'firefox'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'connector-doctor-page-looks-'));
  const bundle = await rolldown({ input: join(import.meta.dirname, 'control.ts'), platform: 'browser' });
  // Minified as ours is: what is sent into pages as text must stand that.
  await bundle.write({ file: join(folder, 'control.js'), format: 'iife', minify: true });
  await bundle.close();
  for (const script of ['page-look.js', 'page-world-look.js']) await cp(join(built, script), join(folder, script));
  await writeFile(join(folder, 'control.html'), '<!doctype html><script src="control.js"></script>');
  await writeFile(join(folder, 'worker.js'), '');
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifestFor(family)));
  return folder;
}

function manifestFor(family: 'chromium' | 'firefox'): unknown {
  const common = {
    manifest_version: 3,
    name: 'Page looks under test',
    version: '1',
    permissions: ['scripting', 'tabs', 'webRequest', 'management'],
    host_permissions: ['https://*/*'],
  };
  if (family === 'chromium') {
    return {
      ...common,
      permissions: [...common.permissions, 'contentSettings'],
      background: { service_worker: 'worker.js' },
    };
  }
  const gecko = { id: 'page-looks@connector-doctor.dev', strict_min_version: '140.0' };
  return { ...common, background: { scripts: ['worker.js'] }, browser_specific_settings: { gecko } };
}
