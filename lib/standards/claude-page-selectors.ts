/**
 * Which parts of Claude's pages are read. Everything else is not: above all no message, no draft, no title of a conversation.
 * The pages change without notice, so what is read is named by what stays (roles, widespread toast libraries), never by a generated class.
 */

/** Short notices: read on every page but the `unreadPaths`. */
export const noticeSelectors: readonly string[] = [
  '[role="alert"]',
  '[role="alertdialog"]',
  '[data-sonner-toast]',
  'li[role="status"]',
  '[role="region"] [role="status"]',
  '[class*="toast" i] [role="status"]',
  '[class*="toast" i][role="status"]',
  '[data-testid*="toast" i]',
];

/** Windows over the page: read where the page is about connectors, since elsewhere they may hold files or conversations. */
export const dialogSelectors: readonly string[] = ['[role="dialog"]', 'dialog[open]'];

/** The page itself: read where it is about connectors. */
export const pageSelectors: readonly string[] = ['body'];

/** Left out of the page's own text: what is spoken to screen readers may be a message. Notices among it are read as such. */
export const announcerSelectors: readonly string[] = ['[aria-live]'];

/** Fields of the dialog for custom connectors that hold the connector's address; what else a field holds is dropped. */
export const urlFieldSelectors: readonly string[] = [
  'input[type="url"]',
  'input[name*="url" i]',
  'input[id*="url" i]',
  'input[placeholder^="https://" i]',
];

/** Never read, wherever they stand: conversations, composers, menus with titles of conversations, and what nobody sees. */
export const privateSelectors: readonly string[] = [
  '[contenteditable]:not([contenteditable="false"])',
  'textarea',
  '[role="textbox"]',
  '[role="log"]',
  '[role="feed"]',
  '[role="article"]',
  'article',
  '[data-testid*="user-message" i]',
  '[data-testid*="human-message" i]',
  '[data-testid*="assistant-message" i]',
  '[data-testid*="chat-message" i]',
  '[data-testid*="conversation" i]',
  '[data-testid*="chat-input" i]',
  '[data-is-streaming]',
  '[class*="font-claude"]',
  '[class*="font-user"]',
  'nav',
  '[role="navigation"]',
  '[role="menu"]',
  '[role="listbox"]',
  '[role="option"]',
  '[cmdk-root]',
  'a[href*="/chat/"]',
  'next-route-announcer',
  '[id*="route-announcer"]',
  '[class*="sr-only"]',
  '[hidden]',
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'select',
  'svg',
];

/** Signs of the app itself: where one of them stands, the page is none of the bare pages that tell of an incident. */
export const appSelector = 'main, nav, article, textarea, [contenteditable], [role="log"], [role="textbox"]';
