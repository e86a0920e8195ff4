const chrome = 'https://developer.chrome.com/docs/extensions/reference/api';
const mdn = 'https://developer.mozilla.org/en-US/docs';

/** Addresses that the checks of this browser rest on. */
export const browserSources = {
  hosts: 'https://code.claude.com/docs/en/network-config',
  status: 'https://status.claude.com/',
  errors: 'https://support.claude.com/en/articles/12466728-troubleshoot-claude-error-messages',
  directoryFails: 'https://github.com/anthropics/claude-code/issues/28218',
  signInWindow: 'https://github.com/anthropics/claude-ai-mcp/issues/683',
  statusPages: 'https://metastatuspage.com/api/v2/',
  netErrors: 'https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h',
  webRequest: `${chrome}/webRequest`,
  rules: `${chrome}/declarativeNetRequest`,
  management: `${chrome}/management`,
  proxy: `${chrome}/proxy`,
  siteSettings: `${chrome}/contentSettings`,
  contentScripts: 'https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts',
  scriptPolicy: `${mdn}/Web/HTTP/Guides/CSP`,
  crossOrigin: `${mdn}/Web/HTTP/Guides/CORS`,
  openWindow: `${mdn}/Web/API/Window/open`,
  caching: `${mdn}/Web/HTTP/Guides/Caching`,
  online: `${mdn}/Web/API/Navigator/onLine`,
  captivePortals: 'https://www.rfc-editor.org/rfc/rfc8952',
  date: 'https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1',
  certificates: 'https://www.rfc-editor.org/rfc/rfc9525#section-6',
  specialAddresses: 'https://www.rfc-editor.org/rfc/rfc6890#section-2.2',
} as const;
