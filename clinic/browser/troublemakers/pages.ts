import type { SmallExtension } from './small-extension.ts';

/** Where the small extensions that reach into pages do so. */
const everySite = ['<all_urls>'];

/** Hides what fits this CSS selector on every site, as element blockers do. */
export function hideByStyle(name: string, selector: string): SmallExtension {
  return {
    name,
    manifest: { content_scripts: [{ matches: everySite, css: ['hide.css'], run_at: 'document_start' }] },
    files: { 'hide.css': `${selector} { display: none !important; }` },
  };
}

/** Puts a `fetch` of its own into every page, which refuses what holds these words. */
export function patchFetch(name: string, refused: string): SmallExtension {
  return {
    name,
    manifest: {
      content_scripts: [{ matches: everySite, js: ['patch.js'], run_at: 'document_start', world: 'MAIN' }],
    },
    files: { 'patch.js': patchOf(refused) },
  };
}

/**
 * The same, as older extensions do it: by a script element that leads to a file of its own. The page’s own first requests may be quicker.
 */
export function patchFetchByElement(name: string, refused: string): SmallExtension {
  return {
    name,
    manifest: {
      content_scripts: [{ matches: everySite, js: ['inject.js'], run_at: 'document_start' }],
      web_accessible_resources: [{ resources: ['patch.js'], matches: everySite }],
    },
    files: {
      'inject.js': `
const element = document.createElement('script');
element.src = chrome.runtime.getURL('patch.js');
document.documentElement.append(element);`,
      'patch.js': patchOf(refused),
    },
  };
}

/** Sends the whole browser through a proxy on this port of this machine. Where nobody listens there, nothing is reached any more. */
export function fixedProxy(name: string, port: number): SmallExtension {
  const value = { mode: 'fixed_servers', rules: { singleProxy: { scheme: 'http', host: '127.0.0.1', port } } };
  return {
    name,
    manifest: { permissions: ['proxy'], background: { service_worker: 'worker.js' } },
    files: { 'worker.js': `chrome.proxy.settings.set({ value: ${JSON.stringify(value)}, scope: 'regular' });` },
  };
}

function patchOf(refused: string): string {
  return `
const before = window.fetch;
window.fetch = function (input, init) {
  const url = String(input instanceof Request ? input.url : input);
  if (url.includes(${JSON.stringify(refused)})) return Promise.reject(new TypeError('Failed to fetch'));
  return before.call(this, input, init);
};`;
}
