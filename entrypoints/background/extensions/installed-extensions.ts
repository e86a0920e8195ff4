import { browser, type Browser } from 'wxt/browser';
import { createScriptSites } from '../../../lib/adapters/browser/script-sites.ts';
import type { ExtensionFacts } from '../../../lib/interference/suspicion.ts';

/** All that is installed beside the browser itself, ourselves included. Rejects without the permission `management`. */
export async function installedExtensions(): Promise<readonly ExtensionFacts[]> {
  const [all, scriptSitesOf] = await Promise.all([readInstalled(), createScriptSites()]);
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
      scriptSites: await scriptSitesOf({ id: each.id, hostPermissions: each.hostPermissions ?? [] }),
    })),
  );
}

const tries = 10;
const pauseMs = 100;

/**
 * As `management.getAll`, but for what it cannot tell in Firefox while one of them is just starting or ending: it then rejects (“An
 * unexpected error occurred”), and can a moment later.
 */
export async function readInstalled(): Promise<readonly Browser.management.ExtensionInfo[]> {
  for (let left = tries; ; left -= 1) {
    try {
      return await browser.management.getAll();
    } catch (error) {
      if (left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
