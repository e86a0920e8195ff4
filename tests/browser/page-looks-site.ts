import { respond, type Handler } from '../../clinic/http-call.ts';
import { htmlPage } from './page-looks-bench.ts';

/** What changes while tests go on: which version of the code is out, and which cookies came along. */
export const state: { version: number; readonly cookies: string[] } = { version: 1, cookies: [] };

const body = `<nav><a href="/settings/connectors">Connectors</a></nav>
<main class="m"><h1>Connectors</h1><ul data-testid="connector-list"><li>Acme</li></ul></main>`;

/** As error reporters do it: around what was there before, and after extensions had their turn. */
const reporter = `(() => {
const { fetch, XMLHttpRequest } = window;
window.seen = [];
window.fetch = function (...args) {
  const url = args[0] && args[0].url ? args[0].url : String(args[0]);
  window.seen.push(url);
  return fetch.apply(window, args).then((answer) => answer, (error) => { window.lastFailure = error; throw error; });
};
const { open, send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = new Proxy(open, { apply(target, self, args) {
  self.addEventListener('loadend', () => undefined);
  self.noted = String(args[1]);
  return target.apply(self, args);
} });
XMLHttpRequest.prototype.send = function (...args) { this.sent = true; return send.apply(this, args); };
})();`;

const strict = {
  'content-security-policy': "default-src 'none'; script-src 'nonce-n'; connect-src 'self' https://api.anthropic.com",
};

const script = (text: string): Handler =>
  respond(
    200,
    { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600', 'access-control-allow-origin': '*' },
    text,
  );

const style = (path: string): Handler =>
  respond(
    200,
    { 'content-type': 'text/css', ...(path.includes('for-all') && { 'access-control-allow-origin': '*' }) },
    path.includes('hiding') ? 'main { display: none }' : 'main { color: gray }',
  );
const worker = `addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));`;

/** Claude’s hosts, as far as they matter here. */
export const site: Handler = (call, response) => {
  const { pathname, host } = call.url;
  const page = pages[pathname];
  if (host === 'claude.ai' && page) return page(call, response);
  state.cookies.push(call.headers.cookie ?? '');
  if (pathname.endsWith('.css')) return style(pathname)(call, response);
  if (pathname === '/silent') return undefined;
  if (pathname === '/mcp-registry/v0/servers') return respond(200, {}, '{}')(call, response);
  if (pathname === '/worker.js') return script(worker)(call, response);
  if (pathname === '/reporter.js') return script(reporter)(call, response);
  if (pathname === '/changing.js') return script(`/* version ${String(state.version)} */`)(call, response);
  if (pathname === '/leaving.js') return (state.version === 1 ? script('') : respond(404, {}))(call, response);
  if (pathname === '/always-new.js') return script(`/* ${String(Math.random())} */`)(call, response);
  if (pathname === '/steady.js') return script('/* steady */')(call, response);
  return respond(404, { 'access-control-allow-origin': '*' })(call, response);
};

const refusing = {
  'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
};
const linked = (name: string): string => `<link rel="stylesheet" href="https://assets-proxy.anthropic.com/${name}">`;

const pages: Readonly<Record<string, Handler>> = {
  '/clean': htmlPage('<script src="/steady.js"></script>', body),
  '/reported': htmlPage('<script src="/reporter.js?v=1"></script>', body),
  '/inline': htmlPage(`<script>${reporter}</script>`, body),
  '/strict': htmlPage(`<script nonce="n">${reporter}</script>`, body, strict),
  '/empty': htmlPage('', body),
  '/refusing': htmlPage('', body, refusing),
  '/far-style': htmlPage(linked('far.css'), body),
  '/far-style-for-all': htmlPage(linked('far-for-all.css'), body),
  '/far-style-that-hides': htmlPage(linked('far-hiding-for-all.css'), body),
  '/code': htmlPage(
    `<script src="/steady.js"></script><script src="/changing.js"></script><script src="/leaving.js"></script>
     <script src="/always-new.js"></script><script crossorigin src="https://assets-proxy.anthropic.com/changing.js?a"></script>`,
    body,
  ),
};
