import { afterEach, describe, expect, it } from 'vitest';
import { createSignInPort, type NodeSignInPort } from '../../../lib/adapters/node/sign-in.ts';
import { signInPages } from '../../../lib/cli/sign-in-words.ts';
import type { SignInReturn } from '../../../lib/kernel/sign-in-port.ts';

const ports: NodeSignInPort[] = [];
const long = new AbortController().signal;
/** A visit that goes on as long as nobody comes back. */
const patient = 60_000;

afterEach(async () => {
  await Promise.all(ports.splice(0).map((port) => port.close()));
});

describe('a sign-in on this machine', () => {
  it('shows the address, opens a browser and comes back with what the service answered', async () => {
    const { window, shown, opened } = await open();
    const url = 'https://auth.acme.dev/authorize?state=1';
    const back = window.visit(url, long);
    expect(shown).toEqual([url]);
    expect(opened).toEqual([url]);
    expect(window.redirectUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    const page = await fetch(`${window.redirectUrl}?code=c0de&state=1&iss=https%3A%2F%2Fauth.acme.dev`);
    expect(await back).toEqual({
      kind: 'returned',
      method: 'GET',
      url: `${window.redirectUrl}?code=c0de&state=1&iss=https%3A%2F%2Fauth.acme.dev`,
    });
    // The code left the address bar.
    expect(page.url).not.toContain('code');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('You can close this window');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
  });

  it('takes an answer that was posted, and says so', async () => {
    const { window } = await open();
    const back = window.visit('https://auth.acme.dev/authorize', long);
    await fetch(window.redirectUrl, { method: 'POST', body: new URLSearchParams({ code: 'c0de', state: '1' }) });
    expect(await back).toEqual({ kind: 'returned', method: 'POST', url: `${window.redirectUrl}?code=c0de&state=1` });
  });

  it('takes an answer whose redirect kept the method of the form', async () => {
    const { window } = await open();
    const back = window.visit('https://auth.acme.dev/authorize', long);
    await fetch(`${window.redirectUrl}?code=c0de`, { method: 'POST', body: new URLSearchParams({ approve: 'yes' }) });
    expect(await back).toMatchObject({ kind: 'returned', method: 'POST', url: `${window.redirectUrl}?code=c0de` });
  });

  it('hears nothing that is no answer, nor anybody who comes under another name', async () => {
    const { window } = await open();
    const back = window.visit('https://auth.acme.dev/authorize', long);
    const { port, origin } = new URL(window.redirectUrl);
    expect((await fetch(window.redirectUrl)).status).toBe(404);
    expect((await fetch(`${origin}/favicon.ico?code=1`)).status).toBe(404);
    expect((await fetch(`${window.redirectUrl}?code=1`, { method: 'DELETE' })).status).toBe(404);
    expect((await fetch(`http://localhost:${port}/callback?code=1`)).status).toBe(404);
    await fetch(`${window.redirectUrl}?error=access_denied`);
    expect(await back).toMatchObject({ kind: 'returned', url: `${window.redirectUrl}?error=access_denied` });
  });

  it('ignores answers that are not to this visit, and goes on waiting', async () => {
    const { window } = await open();
    const back = window.visit('https://auth.acme.dev/authorize?state=mine', long);
    for (const stray of ['?code=old&state=old', '?error=access_denied', '?code=abc']) {
      const answered = await fetch(`${window.redirectUrl}${stray}`);
      expect(answered.status).toBe(400);
      expect(await answered.text()).toContain('another sign-in');
    }
    const posted = await fetch(window.redirectUrl, { method: 'POST', body: new URLSearchParams({ code: 'x' }) });
    expect(posted.status).toBe(400);
    await fetch(`${window.redirectUrl}?code=c0de&state=mine`);
    expect(await back).toMatchObject({ kind: 'returned', url: `${window.redirectUrl}?code=c0de&state=mine` });
    // The same answer once more, as some browsers ask, is none of another sign-in.
    expect((await fetch(`${window.redirectUrl}?code=c0de&state=mine`)).status).toBe(200);
  });

  it('says at the end that it ignored something', async () => {
    const { window } = await open();
    const run = new AbortController();
    const back = window.visit('https://auth.acme.dev/authorize?state=mine', run.signal);
    await fetch(`${window.redirectUrl}?code=old&state=old`);
    run.abort();
    expect(await back).toMatchObject({ kind: 'failed', ignored: 'other-state' });
  });

  it('goes on without a browser, since the address was shown', async () => {
    const { window } = await open({ openBrowser: () => Promise.reject(new Error('none here')) });
    const back = window.visit('https://auth.acme.dev/authorize', long);
    await fetch(`${window.redirectUrl}?code=c0de`);
    expect(await back).toMatchObject({ kind: 'returned' });
  });

  it('ends when nobody comes back, when the run ends, and when it is closed', async () => {
    const impatient = await open({ patienceMs: 1 });
    expect(await visit(impatient)).toMatchObject({ kind: 'failed', because: 'closed' });
    const run = new AbortController();
    const ended = visit(await open(), run.signal);
    run.abort();
    expect(await ended).toMatchObject({ kind: 'failed', because: 'aborted' });
    const closed = await open();
    const open_ = visit(closed);
    await closed.window.close();
    expect(await open_).toMatchObject({ kind: 'failed', because: 'aborted' });
    await expect(fetch(closed.window.redirectUrl)).rejects.toThrow();
  });

  it('sends nobody out when the run has ended, or when it is closed', async () => {
    const told: string[] = [];
    const late = await open({ tell: (url) => told.push(url) });
    const ended = { kind: 'failed', because: 'aborted' };
    expect(await visit(late, AbortSignal.abort())).toMatchObject(ended);
    await late.window.close();
    expect(await visit(late)).toMatchObject(ended);
    expect(told).toEqual([]);
  });

  it('comes back to the address that the client was made with', async () => {
    const { window } = await open({ callback: 'http://localhost/oauth/back' });
    expect(window.redirectUrl).toMatch(/^http:\/\/localhost:\d+\/oauth\/back$/);
    const { port } = new URL(window.redirectUrl);
    const taken = createSignInPort({ ...usual, callback: `http://127.0.0.1:${port}/callback` });
    ports.push(taken);
    await expect(taken.open()).rejects.toThrow(/cannot be listened on/);
  });
});

type Wish = Partial<Parameters<typeof createSignInPort>[0]>;

const usual = {
  tell: () => undefined,
  openBrowser: () => Promise.resolve(),
  patienceMs: patient,
  pages: signInPages(),
};

async function open(wish: Wish = {}) {
  const shown: string[] = [];
  const opened: string[] = [];
  const port = createSignInPort({
    ...usual,
    tell: (url) => void shown.push(url),
    openBrowser: (url) => Promise.resolve(void opened.push(url)),
    ...wish,
  });
  ports.push(port);
  return { window: await port.open(), shown, opened };
}

function visit({ window }: Awaited<ReturnType<typeof open>>, signal = long): Promise<SignInReturn> {
  return window.visit('https://auth.acme.dev/authorize', signal);
}
