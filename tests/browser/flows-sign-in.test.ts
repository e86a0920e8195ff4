import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { authorizationServer, guarded } from '../../clinic/authorization-server.ts';
import { overPhases } from '../../clinic/browser/desk.ts';
import { respondHtml, respondJson, routes, type Handler } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { bearerChallenge, challenge, resourceMetadata } from '../../clinic/oauth.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { putUpOidcProvider } from '../support/authorization-servers/oidc-provider.ts';
import type { Rig } from '../support/rig.ts';
import { clickOn, picture, startFlow, storageOf, type Flow } from './flows-support.ts';
import { secretsIn } from './flows-secrets.ts';

const acme = 'https://mcp.acme.dev/mcp';
const hosts = ['mcp.acme.dev:443', 'auth.acme.dev:443'];

let flow: Flow | null = null;
afterEach(async () => {
  await flow?.close();
  flow = null;
});

/** Checks the connector in the popup, as far as to the box that asks for consent to this look. */
async function untilConsent({ visit, openPopup }: Flow, action: string, allows?: string) {
  await visit('about:blank');
  const popup = await openPopup();
  await popup.type('textarea', acme);
  await popup.keyboard.press('Enter');
  if (allows !== undefined) await clickOn(popup, allows);
  await popup.waitForSelector('text/Sign-in needed');
  await clickOn(popup, action);
  await popup.waitForSelector('text/What stays behind');
  return popup;
}

/** The window in which people sign in. */
function signInWindow({ browser }: Flow): Promise<Page> {
  return browser().context.waitForEvent('page', (page) => !page.url().startsWith(browser().origin));
}

/** Everything that is kept anywhere, as one text. */
async function allThatIsKept({ browser }: Flow): Promise<string> {
  const page = await browser().open('options.html');
  const kept = JSON.stringify(await storageOf(page));
  await page.close();
  return kept;
}

describe('the look behind the sign-in', () => {
  it('says what it sends, lets the person sign in and approve, gives everything back and keeps no secret', async () => {
    const heard = secretsIn();
    const putUp = async (rig: Rig) => void (await putUpOidcProvider(heard.by(rig), { asksPerson: true }));
    // Nothing was allowed before: the permissions come with the clicks.
    flow = await startFlow(hosts, putUp, { isAllowed: false });
    const { runs, desk, stage, browser } = flow;
    await browser().willAllow('https://mcp.acme.dev/*');
    await browser().willAllow('https://auth.acme.dev/*');
    const popup = await untilConsent(flow, 'Look behind the sign-in…', 'Allow auth.acme.dev');
    await picture(popup, 'sign-in-1-consent');
    const [window] = await Promise.all([signInWindow(flow), clickOn(popup, 'Sign in and look')]);
    await window.getByRole('button', { name: 'Sign in' }).click();
    await window.getByRole('button', { name: 'Approve' }).waitFor();
    const meanwhile = await allThatIsKept(flow);
    await window.getByRole('button', { name: 'Approve' }).click();
    await expect.poll(async () => (await runs())[0]?.phase, { timeout: 30_000 }).toBe('complete');
    const [run] = await runs();
    expect(run).toMatchObject({ outcome: { verdict: 'ready', cause: null } });

    const secrets = heard.secrets();
    expect(Object.keys(heard.byName()).sort()).toEqual(
      expect.arrayContaining(['access_token', 'code', 'refresh_token', 'registration_access_token', 'state']),
    );
    const report = await (await desk()).report(run?.id ?? '');
    if (report === null) throw new Error('there is no report');
    const told = [meanwhile, await allThatIsKept(flow), encodeReport(report)];
    expect(secrets.filter((secret) => told.some((text) => text.includes(secret)))).toEqual([]);
    // What was given out is worth nothing any more.
    const removed = stage.log.requests.filter(({ method, path }) => method === 'DELETE' && path.startsWith('/reg/'));
    expect(removed.map(({ status }) => status)).toEqual([204]);
    const page = await browser().open(`doctor.html#run=${run?.id ?? ''}`);
    for (const token of heard.byName()['access_token'] ?? []) {
      expect(await page.evaluate(statusWith, { url: acme, token })).toBe(401);
    }
    await page.getByRole('tab', { name: 'Overview' }).waitFor();
    await picture(page, 'sign-in-2-ready');
  });

  it('says honestly that the window was closed, and what can be done', async () => {
    flow = await startFlow(hosts, async (rig) => void (await putUpOidcProvider(rig, { asksPerson: true })));
    const { runs, openPopup, visit, stage } = flow;
    const popup = await untilConsent(flow, 'Look behind the sign-in…');
    const [window] = await Promise.all([signInWindow(flow), clickOn(popup, 'Sign in and look')]);
    await window.getByRole('button', { name: 'Sign in' }).waitFor();
    await window.close();
    await expect.poll(async () => (await runs())[0]?.phase, { timeout: 30_000 }).toBe('complete');
    const [run] = await runs();
    expect(run).toMatchObject({ outcome: { verdict: 'sign-in-needed', cause: null } });
    const removed = stage.log.requests.filter(({ method, path }) => method === 'DELETE' && path.startsWith('/reg/'));
    expect(removed.map(({ status }) => status)).toEqual([204]);
    await visit('about:blank');
    const again = await openPopup();
    await picture(again, 'sign-in-3-closed');
    await again.waitForSelector('text/the sign-in was not finished');
  });

  it('takes a client ID where the service registers nobody, and shows the very redirect address that it will use', async () => {
    let redirectUri: string | null = null;
    const secret = 'planted-client-secret-7c1d';
    flow = await startFlow(hosts, (rig) =>
      signInConnector(rig, {
        client: { id: 'made-beforehand', secret },
        metadata: { registration_endpoint: undefined },
        noted: (url) => {
          redirectUri = url.searchParams.get('redirect_uri');
        },
      }),
    );
    const { runs, desk, browser } = flow;
    const at = await desk();
    const first = await at.start({ text: acme });
    await at.until(first, overPhases);
    const page = await browser().open(`doctor.html#run=${first}`);
    await page.getByRole('button', { name: 'Look behind the sign-in…' }).click();
    await page.getByText('The service needs a client ID').click();
    await page.getByLabel('Client ID', { exact: true }).fill('made-beforehand');
    await page.getByLabel('Client secret, if it has one').fill(secret);
    await picture(page, 'sign-in-4-client-id');
    const shown = /https:\/\/[a-p]{32}\.\S+/.exec(await page.locator('main').innerText())?.[0];
    await page.getByRole('button', { name: 'Sign in and look' }).click();
    await expect.poll(async () => (await runs()).length).toBe(2);
    await expect.poll(async () => (await runs())[0]?.phase, { timeout: 30_000 }).toBe('complete');
    const [run] = await runs();
    expect(run?.choices).toMatchObject({ clientId: 'made-beforehand' });
    expect((await at.report(run?.id ?? ''))?.facts.tools?.count).toBeGreaterThan(0);
    expect(redirectUri).not.toBeNull();
    expect(shown).toBe(redirectUri);
    await page.getByRole('tab', { name: 'Overview' }).waitFor();
    await picture(page, 'sign-in-5-with-client');
    expect(await allThatIsKept(flow)).not.toContain(secret);
  });
});

describe('the test of the sign-in service', () => {
  it('says what it sends and what stays behind, and takes away what it made', async () => {
    flow = await startFlow(hosts, async (rig) => void (await putUpOidcProvider(rig)));
    const { runs, desk, stage } = flow;
    const popup = await untilConsent(flow, 'Test the sign-in service…');
    await picture(popup, 'active-1-consent');
    expect(stage.log.requests.filter(({ method, host }) => method === 'POST' && host === 'auth.acme.dev')).toEqual([]);
    await clickOn(popup, 'Test it now');
    await expect.poll(async () => (await runs()).length).toBe(2);
    await expect.poll(async () => (await runs())[0]?.phase, { timeout: 30_000 }).toBe('complete');
    const [run] = await runs();
    expect(await (await desk()).until(run?.id ?? '', overPhases)).toMatchObject({
      choices: { plans: expect.arrayContaining(['active']) as unknown },
    });
    const registered = stage.log.requests.filter(
      ({ method, path, status }) => method === 'POST' && path === '/reg' && status === 201,
    );
    const removed = stage.log.requests.filter(
      ({ method, path, status }) => method === 'DELETE' && path.startsWith('/reg/') && status === 204,
    );
    expect(registered.length).toBeGreaterThan(0);
    expect(removed.length).toBe(registered.length);
    await picture(popup, 'active-2-result');
  });

  it('names the clients that the service keeps', async () => {
    flow = await startFlow(hosts, (rig) => signInConnector(rig, { management: false }));
    const { runs, stage, browser } = flow;
    const popup = await untilConsent(flow, 'Test the sign-in service…');
    await clickOn(popup, 'Test it now');
    await expect.poll(async () => (await runs()).length).toBe(2);
    await expect.poll(async () => (await runs())[0]?.phase, { timeout: 30_000 }).toBe('complete');
    const [run] = await runs();
    const page = await browser().open(`doctor.html#run=${run?.id ?? ''}`);
    await page.getByText('clients registered, which stay there').waitFor();
    await page.getByRole('tab', { name: 'Findings' }).click();
    await page.getByText('left 2 clients behind').first().waitFor();
    await picture(page, 'active-3-left');
    const left = stage.log.requests.filter(({ path, status }) => path === '/register' && status === 201);
    const named = new Set((await page.locator('main').innerText()).match(/client-[0-9a-f-]{36}/g));
    expect(named.size).toBe(left.length);
  });
});

interface ConnectorWish {
  readonly client?: { readonly id: string; readonly secret: string };
  readonly metadata?: Readonly<Record<string, undefined>>;
  readonly management?: boolean;
  readonly noted?: (url: URL) => void;
}

/** A connector with a small sign-in service of its own that approves by itself. */
async function signInConnector(rig: Rig, { noted, ...wish }: ConnectorWish): Promise<void> {
  const origin = 'https://mcp.acme.dev';
  const server = authorizationServer(origin, wish);
  const challenged = bearerChallenge(`${origin}/.well-known/oauth-protected-resource/mcp`);
  const authorize = server.routes['/authorize'] ?? respondHtml(500, '');
  const noting: Handler = (call, response) => {
    noted?.(call.url);
    return authorize(call, response);
  };
  await rig.host(
    'mcp.acme.dev',
    routes({
      ...server.routes,
      '/authorize': noting,
      '/mcp': guarded(mcpServer(), challenged, (token) => (server.grantOf(token) ? true : challenge(challenged))),
      '/.well-known/oauth-protected-resource/mcp': respondJson(200, resourceMetadata(acme, origin)),
    }),
  );
}

async function statusWith({ url, token }: { readonly url: string; readonly token: string }): Promise<number> {
  return (await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` } })).status;
}
