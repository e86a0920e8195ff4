/** Ways to put one's own in place of the browser's; some are careless, and none may send anything when it is looked at. */
export const wrappers: Readonly<Record<string, string>> = {
  'swallows errors':
    'const f = fetch; fetch = (...a) => { try { return f(...a).catch(() => null); } catch { return null; } };',
  'is asynchronous': 'const f = fetch; fetch = async (...a) => { await null; await 1; return f(...a); };',
  'leaves a promise behind':
    'const f = fetch; fetch = (...a) => { const p = f(...a); p.then((r) => r.url); p.finally(() => 0); return p; };',
  'makes a request first': 'const f = fetch; fetch = (i, o) => f(new Request(i, o));',
  'takes the url of what it is given': 'const f = fetch; fetch = (i, o) => f(typeof i === "string" ? i : i.url, o);',
  'takes everything as text': 'const f = fetch; fetch = (i, o) => f(`${i}`, o);',
  'goes by way of another address':
    'const f = fetch; fetch = (i, o) => f("/by-way?to=" + encodeURIComponent(i.url ?? i), o);',
  'tries again': 'const f = fetch; fetch = (...a) => f(...a).catch(() => f(...a));',
  'never answers': 'fetch = () => new Promise(() => undefined);',
  'is a proxy': 'fetch = new Proxy(fetch, { apply: (t, s, a) => Reflect.apply(t, s, a) });',
  'is bound': 'fetch = fetch.bind(window);',
  'stands as a getter': 'const f = fetch; Object.defineProperty(window, "fetch", { get: () => (...a) => f(...a) });',
  'prints as the browser’s':
    'const f = fetch; fetch = (...a) => f(...a); fetch.toString = () => "function fetch() { [native code] }"; Function.prototype.toString = () => "function fetch() { [native code] }";',
  'throws at once': 'open = () => { throw new Error("no"); };',
  'opens nothing': 'open = () => null;',
  'opens something': 'const o = open; open = (u, ...a) => o.call(window, u, ...a) ?? window;',
  'is a class': 'WebSocket = class WebSocket extends window.WebSocket {};',
  'makes sockets': 'const W = WebSocket; WebSocket = function WebSocket(u, p) { return p ? new W(u, p) : new W(u); };',
  'makes sources': 'const E = EventSource; EventSource = new Proxy(E, { construct: (t, a) => new t(...a) });',
  'makes requests':
    'const X = XMLHttpRequest; XMLHttpRequest = function () { const x = new X(); const o = x.open; x.open = (...a) => o.apply(x, a); return x; }; XMLHttpRequest.prototype = X.prototype;',
  'opens requests':
    'const o = XMLHttpRequest.prototype.open; XMLHttpRequest.prototype.open = function (m, u, ...r) { this.setRequestHeader; this.u = new URL(u, location.href); return o.call(this, m, u, ...r); };',
  'sends requests':
    'const s = XMLHttpRequest.prototype.send; XMLHttpRequest.prototype.send = function (b) { this.addEventListener("load", () => 0); return s.call(this, b); };',
  'reads answers':
    'const j = Response.prototype.json; Response.prototype.json = async function () { const v = await j.call(this); return v; };',
  'reads what came':
    'const d = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, "responseText"); Object.defineProperty(XMLHttpRequest.prototype, "responseText", { get() { return d.get.call(this); } });',
  'sends beacons': 'const b = navigator.sendBeacon; navigator.sendBeacon = (...a) => b.apply(navigator, a);',
  'is gone': 'delete window.EventSource; EventSource = undefined;',
};

export interface PageHiding {
  readonly style?: string;
  readonly content?: string;
  readonly run?: () => void;
}

const inMain = '<main class="m wide"><h1>Connectors</h1></main>';

/** Ways in which pages hide what they do not show now. */
export const hidings: Readonly<Record<string, PageHiding>> = {
  'by a class': { style: '.m { display: none }', content: inMain },
  'around it': { style: '.shell { visibility: hidden }', content: `<div class="shell">${inMain}</div>` },
  'for narrow screens': { style: '@media (min-width: 1px) { .m { display: none } }', content: inMain },
  'in a layer': {
    style: '@layer a, b; @layer b { @supports (display: grid) { :where(.m) { opacity: 0 } } }',
    content: inMain,
  },
  'in nested rules': {
    style: '#shell { .m { &.wide { display: none } } }',
    content: `<div id="shell">${inMain}</div>`,
  },
  'in nested conditions': { style: '.m { @media (min-width: 1px) { display: none } }', content: inMain },
  'in a container': {
    style: 'body { container-type: inline-size } @container (min-width: 1px) { main { display: none } }',
    content: inMain,
  },
  'in a scope': { style: '@scope (body) { :scope > main { display: none } }', content: inMain },
  'by what is in it': { style: 'main:has(h1) { display: none }', content: inMain },
  'by a variable': { style: 'main { --shown: none; display: var(--shown) }', content: inMain },
  'by an attribute': { content: '<main hidden><h1>Connectors</h1></main>' },
  inline: { content: '<div style="display: none"><main><h1>Connectors</h1></main></div>' },
  'from screen readers too': { style: 'div { display: none }', content: `<div aria-hidden="true">${inMain}</div>` },
  'in a closed window': { content: '<dialog data-testid="connector-window"><p>Connectors</p></dialog>' },
  'in a popover': { content: '<nav popover><p>Connectors</p></nav>' },
  'by a constructed sheet': {
    content: inMain,
    run: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.m { display: none }');
      document.adoptedStyleSheets = [sheet];
    },
  },
  'while it comes in': {
    content: inMain,
    run: () => {
      document.querySelector('main')?.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 600_000 });
    },
  },
  'without anything in it': { style: 'ol { display: none }', content: '<ol role="alert"></ol>' },
};
