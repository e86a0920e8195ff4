/** A part of Claude's pages without which connectors cannot be reached, or without which one does not see what went wrong. */
export interface PageElement {
  /** Stands in reports: never changes its meaning. */
  readonly id: string;
  /** What a person calls it: stands in a list of what is hidden. */
  readonly words: string;
  /** Tolerant: by role, address and test id. The pages change without notice, and what is not there is no sign of anything. */
  readonly selector: string;
}

/** Observed and not documented. */
export const claudePageElements: readonly PageElement[] = [
  { id: 'page', words: 'the whole page', selector: 'body' },
  { id: 'main', words: 'the main part of the page', selector: 'main, [role="main"]' },
  { id: 'navigation', words: 'the sidebar', selector: 'nav, [role="navigation"]' },
  {
    id: 'settings-link',
    words: 'the way to the settings',
    selector: 'a[href^="/settings"], a[href^="/customize"], [data-testid*="user-menu" i], [data-testid*="settings" i]',
  },
  {
    id: 'connectors-link',
    words: 'the link to the connectors',
    selector: 'a[href*="/connectors"], a[href^="/directory"], [role="tab"][id*="connector" i]',
  },
  {
    id: 'connectors-list',
    words: 'the list of connectors',
    selector:
      '[data-testid*="connector" i], [data-testid*="mcp" i], [aria-label*="connectors" i]:not([role="dialog"], dialog)',
  },
  {
    id: 'directory',
    words: 'the connectors directory',
    selector: '[data-testid*="directory" i], [aria-label*="directory" i]:not([role="dialog"], dialog)',
  },
  { id: 'dialog', words: 'the open window', selector: '[role="dialog"], [role="alertdialog"], dialog[open]' },
  {
    id: 'notices',
    words: 'Claude’s notices',
    selector: '[data-sonner-toast], [data-sonner-toaster], [role="alert"], li[role="status"]',
  },
];
