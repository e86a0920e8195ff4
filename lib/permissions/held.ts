import { browser, type Browser } from 'wxt/browser';

/** One permission that the person gave, beyond those of the installation. */
export interface HeldPermission {
  readonly kind: 'origin' | 'permission';
  /** A match pattern such as `https://mcp.acme.dev/*`, or the name of an API. */
  readonly name: string;
}

/** All that the person gave at a click, hosts first, by name. */
export async function heldPermissions(): Promise<readonly HeldPermission[]> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const optional: readonly string[] = browser.runtime.getManifest().optional_permissions ?? [];
  return [
    ...origins.toSorted().map((name) => ({ kind: 'origin', name }) as const),
    ...permissions
      .filter((name) => optional.includes(name))
      .toSorted()
      .map((name) => ({ kind: 'permission', name }) as const),
  ];
}

/** Gives a permission back to the browser; false when it did not take it. */
export async function giveBack({ kind, name }: HeldPermission): Promise<boolean> {
  const given = kind === 'origin' ? { origins: [name] } : { permissions: [name as Browser.runtime.ManifestPermission] };
  return browser.permissions.remove(given).catch(() => false);
}

/** Calls back whenever a permission was given or taken, until the function that it returns is called. */
export function watchPermissions(onChange: () => void): () => void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  return () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  };
}
