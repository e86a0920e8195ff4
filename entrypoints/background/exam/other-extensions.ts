import { browser } from 'wxt/browser';
import { suspectsOf } from '../../../lib/interference/suspicion.ts';
import type { ExtensionsSeen } from '../../../lib/kernel/evidence-browser.ts';
import type { Observation } from '../../../lib/kernel/observation.ts';
import { installedExtensions } from '../extensions/installed-extensions.ts';
import { observe, unavailable } from './observe.ts';

/** The other extensions that may touch Claude's page, where the person wished for it and allowed `management`. Never rejects. */
export async function seeOtherExtensions(isWished: boolean, mostMs: number): Promise<Observation<ExtensionsSeen>> {
  if (!isWished) return unavailable('consent');
  if ((browser.management as unknown) === undefined) return unavailable('permission');
  const isAllowed = await browser.permissions.contains({ permissions: ['management'] }).catch(() => false);
  if (!isAllowed) return unavailable('permission');
  return observe(
    installedExtensions().then((all) => suspectsOf(all, browser.runtime.id)),
    mostMs,
  );
}
