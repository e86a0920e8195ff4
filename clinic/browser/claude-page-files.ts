/** The page’s own files, in the manner of a single-page app: a document, code from another host, and code that fills it. */
export function connectorsPage({ script }: { readonly script: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Claude</title>
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="https://assets-proxy.anthropic.com/assets/v1/style.css">
<script src="/_next/static/own.js"></script>
<script type="module" crossorigin src="https://assets-proxy.anthropic.com/assets/v1/${script}.js"></script>
<script async src="https://a-cdn.anthropic.com/analytics.js/v1/standin/analytics.min.js"></script>
</head>
<body>
<div id="root">
<nav><a href="/new">New chat</a> <a href="/customize/connectors">Connectors</a> <a href="/settings/connectors">Settings</a></nav>
<main>
<h1>Connectors</h1>
<button type="button" data-testid="browse-connectors">Browse connectors</button>
<ul data-testid="connector-list" aria-label="Your connectors"></ul>
</main>
</div>
<div role="dialog" aria-modal="true" aria-label="Connectors directory"><h2>Directory</h2><ul data-testid="directory-list"></ul></div>
<section aria-label="Notifications" aria-live="polite"><ol data-sonner-toaster="true" class="toaster"></ol></section>
</body>
</html>`;
}

/** Served by claude.ai itself. */
export const ownScript = "document.documentElement.dataset.theme = 'light';\n";

export const appStyle = `body { font-family: sans-serif; }
[role='dialog'] { border: 1px solid gray; padding: 1em; max-width: 30em; }
.toaster { list-style: none; }
`;

/** The app. It says on the root element how it went: \`data-directory\` and \`data-connectors\` become \`loaded\` or \`failed\`. */
export function appScript({ version, wrapsFetch }: { readonly version: number; readonly wrapsFetch: boolean }): string {
  return `// Version ${String(version)}
${wrapsFetch ? wrapper : ''}
const organization = '00000000-0000-4000-8000-000000000001';
const root = document.documentElement;

function toast(words) {
  const item = document.createElement('li');
  item.setAttribute('data-sonner-toast', '');
  item.setAttribute('role', 'status');
  item.textContent = words;
  document.querySelector('[data-sonner-toaster]').append(item);
}

function fill(list, names) {
  document.querySelector('[data-testid="' + list + '"]').replaceChildren(
    ...names.map((name) => Object.assign(document.createElement('li'), { textContent: name })),
  );
}

async function json(url) {
  const response = await fetch(url, { credentials: 'include' });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

async function loadConnectors() {
  try {
    const servers = await json('/api/organizations/' + organization + '/mcp/remote_servers');
    fill('connector-list', servers.map(({ name }) => name));
    root.dataset.connectors = 'loaded';
  } catch {
    root.dataset.connectors = 'failed';
  }
}

async function loadDirectory() {
  delete root.dataset.directory;
  try {
    const { servers } = await json('https://api.anthropic.com/mcp-registry/v0/servers?version=latest&limit=100');
    fill('directory-list', servers.map(({ name }) => name));
    root.dataset.directory = 'loaded';
  } catch {
    root.dataset.directory = 'failed';
    toast('Could not load connectors directory.');
  }
}

function sendHome(url) {
  fetch(url, { method: 'POST', mode: 'no-cors', body: '{}' }).catch(() => undefined);
}

root.dataset.version = '${String(version)}';
document.querySelector('[data-testid="browse-connectors"]').addEventListener('click', loadDirectory);
loadConnectors();
loadDirectory();
fetch('/api/bootstrap').catch(() => undefined);
sendHome('/sentry?sentry_version=7');
sendHome('/api/event_logging/batch');
sendHome('https://statsig.anthropic.com/v1/rgstr');
`;
}

/** As error reporters do it. */
const wrapper = `const original = window.fetch;
window.fetch = function (...args) {
  return original.apply(window, args).then(
    (response) => response,
    (error) => {
      window.lastFailure = String(error);
      throw error;
    },
  );
};`;
