import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SignInPort, SignInReturn, SignInWindow } from '../../kernel/sign-in-port.ts';

/** How a person signs in at this machine. */
export interface NodeSignInOptions {
  /** Shows the address to the person, for browsers that cannot be opened from here. */
  tell(url: string): void;
  /** Opens a browser; rejects when there is none. */
  openBrowser(url: string): Promise<void>;
  /** The loopback address to come back to; its port, when it names one, must be free. Absent: any port. */
  readonly callback?: string;
  /** Milliseconds that a visit may take. */
  readonly patienceMs: number;
  /** What the browser shows that comes back. */
  readonly pages: SignInPages;
}

interface SignInPages {
  /** The tag of the language in which all of them are. */
  readonly language: string;
  /** To an answer to this sign-in. */
  readonly done: PageWords;
  /** To an answer to another one. */
  readonly stray: PageWords;
  /** To everything else. */
  readonly other: PageWords;
}

/** Plain words, without marks of HTML. */
interface PageWords {
  readonly title: string;
  readonly words: string;
}

/** A sign-in port that can be closed: no listener of it outlives the run. */
export interface NodeSignInPort extends SignInPort {
  close(): Promise<void>;
}

/** Opens the default browser. Loaded when it is needed: most runs sign nobody in. */
export async function openDefaultBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  const started = await open(url);
  // Without this a missing browser would end the process.
  started.on('error', () => undefined);
}

/**
 * Lets the person sign in in a browser, which comes back to a listener on loopback.
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export function createSignInPort(options: NodeSignInOptions): NodeSignInPort {
  const windows = new Set<SignInWindow>();
  return {
    async open() {
      const window = await openWindow(options);
      windows.add(window);
      return window;
    },
    close: async () => void (await Promise.all([...windows].map((window) => window.close()))),
  };
}

const defaultPath = '/callback';
const donePath = '/connector-doctor-done';
const longestForm = 64 * 1024;

async function openWindow({ callback, pages, ...options }: NodeSignInOptions): Promise<SignInWindow> {
  const wished = new URL(callback ?? `http://127.0.0.1${defaultPath}`);
  let deliver: ((back: SignInReturn) => void) | null = null;
  /** The state of the visit; null where it has none. */
  let expected: string | null = null;
  let ignored: 'other-state' | 'no-state' | undefined;
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  await listening(server, wished);
  const { port } = server.address() as AddressInfo;
  const redirectUrl = `http://${wished.hostname}:${port}${wished.pathname}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', redirectUrl);
    // Another site's name that leads to this machine is not ours.
    const isOurs = request.headers.host === new URL(redirectUrl).host;
    if (isOurs && url.pathname === donePath) return page(response, 200, htmlOf(pages.done, pages.language));
    const parameters = isOurs && url.pathname === wished.pathname ? await parametersOf(request, url) : null;
    if (!parameters?.has('code') && !parameters?.has('error'))
      return page(response, 404, htmlOf(pages.other, pages.language));
    const state = parameters.get('state');
    if (expected !== null && state !== expected) {
      ignored = state === null ? 'no-state' : 'other-state';
      return page(response, 400, htmlOf(pages.stray, pages.language));
    }
    // The code is not to stay in the address bar, nor in the browser's history.
    response.writeHead(303, { location: donePath, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    response.end();
    const back = new URL(redirectUrl);
    back.search = parameters.toString();
    deliver?.({ kind: 'returned', url: back.href, method: request.method === 'POST' ? 'POST' : 'GET' });
  }

  return {
    redirectUrl,
    isPrivate: false,
    visit: (url, signal) =>
      new Promise((resolve) => {
        // Nobody could come back any more.
        if (signal.aborted || !server.listening) {
          return resolve({ kind: 'failed', because: 'aborted', detail: 'the run ended' });
        }
        const failed = (because: 'closed' | 'aborted', detail: string) =>
          settle({ kind: 'failed', because, detail, ...(ignored && { ignored }) });
        const timer = setTimeout(() => failed('closed', 'nobody came back in time'), options.patienceMs);
        const onAbort = (): void => failed('aborted', 'the run ended');
        function settle(back: SignInReturn): void {
          clearTimeout(timer);
          signal.removeEventListener('abort', onAbort);
          deliver = null;
          resolve(back);
        }
        deliver = settle;
        expected = new URL(url).searchParams.get('state');
        ignored = undefined;
        signal.addEventListener('abort', onAbort, { once: true });
        options.tell(url);
        // The address was shown: without a browser here, one elsewhere on this machine will do.
        options.openBrowser(url).catch(() => undefined);
      }),
    close: () =>
      new Promise((resolve) => {
        deliver?.({ kind: 'failed', because: 'aborted', detail: 'the run ended' });
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, { port }: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error(`port ${port} cannot be listened on: ${error.message}`)));
    server.listen(port === '' ? 0 : Number(port), '127.0.0.1', () => {
      server.removeAllListeners('error');
      server.on('error', () => undefined);
      resolve();
    });
  });
}

/** Some services post their answer with a form. */
async function parametersOf(request: IncomingMessage, url: URL): Promise<URLSearchParams | null> {
  if (request.method === 'GET') return url.searchParams;
  if (request.method !== 'POST' || Number(request.headers['content-length'] ?? longestForm + 1) > longestForm)
    return null;
  const posted = new URLSearchParams(await text(request));
  return posted.has('code') || posted.has('error') ? posted : url.searchParams;
}

const style =
  ':root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1rem}h1{font-size:1.25rem}';

function htmlOf({ title, words }: PageWords, language: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${words}</p></main></body></html>`;
}

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

function page(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(html);
}
