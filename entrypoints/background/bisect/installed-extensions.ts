import { browser } from 'wxt/browser';
import { createScriptSites } from '../../../lib/adapters/browser/script-sites.ts';
import type { ExtensionFacts } from '../../../lib/interference/suspicion.ts';

/** All that is installed beside the browser itself, ourselves included. Rejects without the permission `management`. */
export async function installedExtensions(): Promise<readonly ExtensionFacts[]> {
  const [all, scriptSitesOf] = await Promise.all([browser.management.getAll(), createScriptSites()]);
  return Promise.all(
    all.map(async (each) => ({
      id: each.id,
      name: each.name,
      version: each.version,
      type: each.type,
      installType: each.installType,
      enabled: each.enabled,
      mayDisable: each.mayDisable,
      // Firefox leaves out what an extension does not have.
      permissions: (each.permissions as string[] | undefined) ?? [],
      hostPermissions: (each.hostPermissions as string[] | undefined) ?? [],
      scriptSites: await scriptSitesOf(each.id),
    })),
  );
}
