import { browser, type Browser } from 'wxt/browser';
import { readTypedTarget } from '../parsing/typed-target.ts';
import type { RunChoices } from '../runs/run-choices.ts';
import { faviconService } from '../standards/favicon-service.ts';
import { publicResolver } from '../standards/public-resolver.ts';
import { browserFamily } from './browser-family.ts';
import { originPattern } from '../kernel/origin-pattern.ts';
import { permissionsOf, type BrowserFamily } from './permission-sets.ts';

/** What the person has to allow. */
export interface PermissionNeeds {
  /** Match patterns such as `https://mcp.acme.dev/*`. */
  readonly origins: readonly string[];
  /** Names of API permissions. */
  readonly permissions: readonly string[];
}

/** On what it depends besides: by default this browser and the built-in resolver. */
export interface NeedsSetting {
  readonly family?: BrowserFamily;
  /** The DNS-over-HTTPS endpoint of the settings. */
  readonly resolver?: string;
}

/** What Claude's pages need to be read. */
export const claudeNeeds: PermissionNeeds = { origins: ['https://claude.ai/*'], permissions: [] };

/** What a run of this text with these choices needs to begin. Without an address in the text there is no origin to ask for. */
export function needsOf(text: string, choices: RunChoices, setting: NeedsSetting = {}): PermissionNeeds {
  const { family = browserFamily(), resolver = publicResolver.url } = setting;
  const { url } = readTypedTarget(text, undefined, choices);
  if (url === null) return { origins: [], permissions: engineNeeds(family) };
  const asked = [
    url.href,
    ...(choices.publicDns ? [resolver] : []),
    ...(choices.faviconService ? [faviconService.url, ...faviconService.leadsTo] : []),
  ];
  return {
    origins: [...new Set(asked.flatMap((each) => originPattern(each) ?? []))],
    permissions: apiNeeds(choices, family),
  };
}

/** Whether all of it is allowed already. */
export function hasNeeds(needs: PermissionNeeds): Promise<boolean> {
  return browser.permissions.contains(asPermissions(needs));
}

/**
 * Asks the person. To be called as the very first thing in a click: browsers allow the question only then, and a popup may close when it
 * is asked. False when it was declined, or could not be asked.
 */
export async function askFor(needs: PermissionNeeds): Promise<boolean> {
  try {
    // Chromium closes a popup over every question, also over one that it answers itself; the click still counts after this look.
    if (browserFamily() === 'chromium' && (await hasNeeds(needs))) return true;
    return await browser.permissions.request(asPermissions(needs));
  } catch {
    return false;
  }
}

function apiNeeds({ plans }: RunChoices, family: BrowserFamily): readonly string[] {
  return permissionsOf(family).optional.filter(
    (name) => name === 'webRequest' || (name === 'identity' && plans.includes('signed-in')),
  );
}

/** Without an offscreen document there is nothing in Chromium that could even read what was typed. */
function engineNeeds(family: BrowserFamily): readonly string[] {
  return permissionsOf(family).optional.filter((name) => name === 'offscreen');
}

function asPermissions({ origins, permissions }: PermissionNeeds): Browser.permissions.Permissions {
  return { origins: [...origins], permissions: [...permissions] as Browser.runtime.ManifestPermission[] };
}
