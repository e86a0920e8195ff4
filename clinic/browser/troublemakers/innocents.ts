import { withRules } from './requests.ts';
import type { SmallExtension } from './small-extension.ts';

const everySite = ['<all_urls>'];

/** A blocker with lists for other sites. */
const otherHosts = [
  { urlFilter: '||ads.example^' },
  { urlFilter: '||tracker.example^' },
  { urlFilter: '/banner.', resourceTypes: ['image'] },
];

/** Extensions that may do much and do Claude no harm: whoever accuses one of them is wrong. */
export const innocents: readonly SmallExtension[] = [
  withRules('Quiet Blocker', otherHosts, { type: 'block' }),
  // It was told to leave Claude alone.
  withRules(
    'Strict Blocker',
    [{ urlFilter: '||anthropic.com^', excludedInitiatorDomains: ['claude.ai'], resourceTypes: ['xmlhttprequest'] }],
    { type: 'block' },
  ),
  withRules('Old Links', [{ urlFilter: '||old.example^' }], {
    type: 'redirect',
    redirect: { url: 'https://new.example/' },
  }),
  withRules('Frame Opener', [{ urlFilter: '||intranet.example^' }], {
    type: 'modifyHeaders',
    responseHeaders: [{ header: 'x-frame-options', operation: 'remove' }],
  }),
  // It tells every site that the person wants not to be followed.
  withRules('Privacy Signal', [{ urlFilter: '|https' }], {
    type: 'modifyHeaders',
    requestHeaders: ['sec-gpc', 'dnt'].map((header) => ({ header, operation: 'set', value: '1' })),
  }),
  inPages('Page Reader', 'const words = document.body.innerText.split(/\\s+/).length;'),
  inPages('Price Finder', "document.querySelectorAll('[itemprop=price]').length;"),
  inPages(
    'Corner Button',
    `
const host = document.createElement('corner-button');
host.attachShadow({ mode: 'closed' }).append('Save');
document.documentElement.append(host);`,
  ),
  inPages('Console Greeting', "Object.defineProperty(window, '__greeting', { value: 'hello' });", { world: 'MAIN' }),
  {
    name: 'Calm Reader',
    manifest: { content_scripts: [{ matches: everySite, css: ['calm.css'] }] },
    files: { 'calm.css': '.calm-reader-note { display: none !important; } ::selection { background: khaki; }' },
  },
  {
    name: 'Own Script',
    manifest: {
      content_scripts: [{ matches: everySite, js: ['inject.js'], run_at: 'document_start' }],
      web_accessible_resources: [{ resources: ['page.js'], matches: everySite }],
    },
    files: {
      'inject.js': `
const element = document.createElement('script');
element.src = chrome.runtime.getURL('page.js');
document.documentElement.append(element);`,
      'page.js': "document.addEventListener('keydown', () => undefined);",
    },
  },
  {
    name: 'Request Counter',
    manifest: {
      permissions: ['webRequest'],
      host_permissions: everySite,
      background: { service_worker: 'worker.js' },
    },
    files: {
      'worker.js': `
let seen = 0;
chrome.webRequest.onCompleted.addListener(() => { seen += 1; }, { urls: ['<all_urls>'] });`,
    },
  },
  { name: 'Every Site', manifest: { host_permissions: everySite, permissions: ['scripting', 'storage', 'tabs'] } },
  {
    name: 'Elsewhere Only',
    manifest: { content_scripts: [{ matches: ['https://shop.example/*'], js: ['shop.js'] }] },
    files: { 'shop.js': 'window.fetch = () => Promise.reject(new Error());' },
  },
  { name: 'Tab Sorter', manifest: { permissions: ['tabs', 'storage', 'alarms'] } },
  { name: 'Evening Colours', manifest: { theme: { colors: { frame: [40, 40, 60], toolbar: [50, 50, 70] } } } },
];

function inPages(name: string, script: string, how: { readonly world?: 'MAIN' } = {}): SmallExtension {
  return {
    name,
    manifest: { content_scripts: [{ matches: everySite, js: ['page.js'], ...how }] },
    files: { 'page.js': script },
  };
}
