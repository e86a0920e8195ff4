import { browser } from 'wxt/browser';

/** Shuts content scripts, which stand in other people's pages, out of what is kept. Firefox offers no such door to shut. */
export function shutStorage(): void {
  const { local } = browser.storage as unknown as {
    readonly local: { setAccessLevel?(access: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> };
  };
  void local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
