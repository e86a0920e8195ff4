import type { SmallExtension } from '../../clinic/browser/troublemakers/small-extension.ts';

/** Text that is put into the document, as user-script managers do it: it has no address. */
export const injector: SmallExtension = {
  name: 'Injector',
  manifest: {
    content_scripts: [{ matches: ['<all_urls>'], js: ['inject.js'], run_at: 'document_start', world: 'MAIN' }],
  },
  files: {
    'inject.js': `const element = document.createElement('script');
element.textContent = '{ const { open } = window; window.open = function (...args) { return open.apply(this, args); }; }';
document.documentElement.append(element);
element.remove();`,
  },
};

/** Reaches into frames as well, also into empty ones. */
export const framePatcher: SmallExtension = {
  name: 'Frame Patcher',
  manifest: {
    content_scripts: [
      {
        matches: ['<all_urls>'],
        js: ['patch.js'],
        run_at: 'document_start',
        world: 'MAIN',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
  },
  files: {
    'patch.js': `{ const { fetch, XMLHttpRequest: Request } = window;
window.fetch = function fetch_(...args) { return fetch.apply(this, args); };
window.XMLHttpRequest = function XMLHttpRequest() { throw new Error('no requests'); };
window.XMLHttpRequest.prototype = Request.prototype;
const { open } = Request.prototype;
Request.prototype.open = function (...args) { return open.apply(this, args); }; }`,
  },
};

/** Whether one that patches `fetch` has done so, and nobody has wrapped that since. */
export const isFetchPatched = (): boolean => window.fetch.toString().includes('Failed to fetch');

/** Whether the main part of the page, or its list of connectors, is hidden. */
export const isPartHidden = (): boolean => {
  const parts = document.querySelectorAll('main, [data-testid="connector-list"]');
  return [...parts].some((part) => getComputedStyle(part).display === 'none');
};
