import { browser } from 'wxt/browser';
import type { ScriptSites } from '../../interference/suspicion.ts';

/** Reads on which sites an extension may run scripts by its manifest alone: its host permissions do not say that in Chromium. */
export type ReadScriptSites = (extensionId: string) => Promise<ScriptSites>;

/**
 * The browser tells it only in its warnings for people, in their language: they are held beside those that it has for manifests whose
 * sites are known. `none` in Firefox, which has no such warnings. Rejects without the permission `management`.
 */
export async function createScriptSites(): Promise<ReadScriptSites> {
  const { management } = browser;
  if ((management.getPermissionWarningsById as unknown) === undefined) return () => Promise.resolve('none');
  const warningsFor = async (matches: readonly string[]): Promise<readonly string[]> =>
    management.getPermissionWarningsByManifest(JSON.stringify(manifestWith(matches)));
  const [every, several] = await Promise.all([warningsFor(['https://*/*']), warningsFor(strangeSites)]);
  return async (extensionId) => {
    const warnings = await management.getPermissionWarningsById(extensionId).catch(() => []);
    if (warnings.some((words) => every.includes(words))) return 'every-site';
    if (warnings.some((words) => /\b(claude\.ai|anthropic\.com)\b/.test(words))) return 'claude';
    return warnings.some((words) => several.includes(words)) ? 'some-sites' : 'none';
  };
}

/** So many that the warning counts them instead of naming them. */
const strangeSites = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://${name}.example/*`);

function manifestWith(matches: readonly string[]): Record<string, unknown> {
  const content_scripts = [{ matches, js: ['script.js'] }];
  return { manifest_version: 3, name: 'Sites', version: '1', content_scripts };
}
