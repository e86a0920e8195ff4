import { browser } from 'wxt/browser';
import type { ScriptSites } from '../../interference/suspicion.ts';

/** Reads on which sites an extension may run scripts by its manifest alone: its host permissions do not always say that. */
export type ReadScriptSites = (extension: {
  readonly id: string;
  readonly hostPermissions: readonly string[];
}) => Promise<ScriptSites>;

/**
 * Chromium tells it only in its warnings for people, in their language: they are held beside those that it has for manifests whose sites
 * are known. Firefox counts them among the host permissions, but not those of manifests of the second version: of an extension without
 * any host nothing is known then. Rejects without the permission `management`.
 */
export async function createScriptSites(): Promise<ReadScriptSites> {
  const { management } = browser;
  if ((management.getPermissionWarningsById as unknown) === undefined) return sitesInFirefox;
  const warningsFor = async (matches: readonly string[]): Promise<readonly string[]> =>
    management.getPermissionWarningsByManifest(JSON.stringify(manifestWith(matches)));
  const [every, several] = await Promise.all([warningsFor(['https://*/*']), warningsFor(strangeSites)]);
  return async ({ id }) => {
    const warnings = await management.getPermissionWarningsById(id).catch(() => []);
    if (warnings.some((words) => every.includes(words))) return 'every-site';
    if (warnings.some((words) => /\b(claude\.ai|anthropic\.com)\b/.test(words))) return 'claude';
    return warnings.some((words) => several.includes(words)) ? 'some-sites' : 'none';
  };
}

/** Each has the address of its own pages among its hosts. */
function sitesInFirefox({ hostPermissions }: { readonly hostPermissions: readonly string[] }): Promise<ScriptSites> {
  const isKnown = hostPermissions.some((pattern) => !pattern.startsWith('moz-extension:'));
  return Promise.resolve(isKnown ? 'none' : 'some-sites');
}

/** So many that the warning counts them instead of naming them. */
const strangeSites = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://${name}.example/*`);

function manifestWith(matches: readonly string[]): Record<string, unknown> {
  const content_scripts = [{ matches, js: ['script.js'] }];
  return { manifest_version: 3, name: 'Sites', version: '1', content_scripts };
}
