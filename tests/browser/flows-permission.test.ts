import { afterEach, describe, expect, it } from 'vitest';
import { overPhases } from '../../clinic/browser/desk.ts';
import { respondJson, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { guardedServer, serverEndpoints, serverMetadata } from '../../clinic/oauth.ts';
import type { Stage } from '../../clinic/stage.ts';
import { defaultChoices, noSecrets } from '../../lib/runs/run-choices.ts';
import { clickOn, picture, startFlow, type Flow, type PopupPage } from './flows-support.ts';
import { killWorker } from './runs-support.ts';

const acme = 'https://mcp.acme.dev/mcp';
const hosts = ['mcp.acme.dev:443', 'auth.acme.dev:443'];
const connectorHost = 'https://mcp.acme.dev/*';
const signInHost = 'https://auth.acme.dev/*';

let flow: Flow | null = null;
afterEach(async () => {
  await flow?.close();
  flow = null;
});

/** A browser in which nothing was allowed yet. */
async function begin(fill: (stage: Stage) => Promise<void>): Promise<Flow> {
  flow = await startFlow(hosts, fill, { isAllowed: false });
  return flow;
}

const open = (stage: Stage) => stage.host('mcp.acme.dev', routes({ '/mcp': mcpServer({ modern: true }) }));

/** Its sign-in service stands on a host of its own. */
async function guarded(stage: Stage): Promise<void> {
  const issuer = 'https://auth.acme.dev';
  await stage.host('mcp.acme.dev', guardedServer('https://mcp.acme.dev', { issuer, serverDocument: null }));
  const metadata = respondJson(200, serverMetadata(issuer));
  await stage.host(
    'auth.acme.dev',
    routes({ ...serverEndpoints(), '/.well-known/oauth-authorization-server': metadata }),
  );
}

/** Types and clicks as no person does: without a gesture the browser refuses to ask, and says no at once. */
async function checkWithoutGesture(popup: PopupPage, text: string): Promise<void> {
  const debug = await popup.createCDPSession();
  const expression = `(async () => {
    const field = document.querySelector('textarea');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // Each look of the test's own counts as a gesture for some seconds.
    do await new Promise((settle) => setTimeout(settle, 50)); while (navigator.userActivation.isActive);
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Check').click();
  })()`;
  await debug.send('Runtime.evaluate', { expression, awaitPromise: true });
  await debug.detach();
}

describe('where nothing was allowed yet', () => {
  it('the wish outlives popup and browser, nothing is asked before the permission, and then the check begins by itself', async () => {
    const { browser, openPopup, runs, stage, visit, restart, desk } = await begin(open);
    await visit('about:blank');
    const popup = await openPopup();
    const closed = new Promise((settle) => popup.once('close', settle));
    await popup.type('textarea', acme);
    // The browser's question closes the popup, and nobody answers it.
    await Promise.all([closed, popup.keyboard.press('Enter').catch(() => undefined)]);
    await expect.poll(runs).toMatchObject([{ phase: 'needs-permission', missingOrigins: [connectorHost] }]);
    await restart();
    expect(await runs()).toMatchObject([{ phase: 'needs-permission', missingOrigins: [connectorHost] }]);
    expect(stage.log.requests).toEqual([]);

    await browser().willAllow(connectorHost);
    await visit('about:blank');
    const again = await openPopup();
    await picture(again, 'permission-1-waiting');
    await clickOn(again, 'Allow mcp.acme.dev');
    await again.waitForSelector('text/Nothing wrong seen from here');
    const [run] = await runs();
    expect(run).toMatchObject({ phase: 'complete', outcome: { verdict: 'ready' } });
    expect((await (await desk()).report(run?.id ?? ''))?.run).toMatchObject({
      status: 'complete',
      missingOrigins: [],
    });
  });

  it('the popup opens again when the permission came while it was closed', async () => {
    const { browser, openPopup, runs, visit, desk, askInBackground } = await begin(open);
    await visit('about:blank');
    const popup = await openPopup();
    const answer = await (
      await desk()
    ).send('startRun', {
      text: acme,
      choices: defaultChoices,
      secrets: noSecrets,
      claude: null,
      tabId: 1,
    });
    expect(answer.ok).toBe(true);
    await popup.waitForSelector('text/Allow mcp.acme.dev');
    await popup.close();
    await browser().willAllow(connectorHost);
    await visit('about:blank');
    expect(await askInBackground({ origins: [connectorHost], permissions: [] })).toBe(true);
    const reopened = await openPopup({ byItself: true });
    await reopened.waitForSelector('text/Nothing wrong seen from here');
    expect(await runs()).toMatchObject([{ phase: 'complete' }]);
  });

  it('a refusal is taken, and it is said what is still possible', async () => {
    const { openPopup, runs, stage, visit } = await begin(open);
    await visit('about:blank');
    const popup = await openPopup();
    await checkWithoutGesture(popup, acme);
    await popup.waitForSelector('text/Without this permission nothing can be asked');
    await picture(popup, 'permission-2-declined');
    expect(stage.log.requests).toEqual([]);
    await clickOn(popup, 'Cancel');
    await popup.waitForSelector('text/Cancelled');
    await picture(popup, 'permission-3-left');
    expect(await runs()).toMatchObject([{ phase: 'cancelled' }]);
  });
});

describe('a check that learns of another host', () => {
  /** A run that waits for the sign-in service. */
  async function pause(): Promise<Flow> {
    const begun = await begin(guarded);
    const { browser, openPopup, visit, runs } = begun;
    await browser().willAllow(connectorHost);
    await visit('about:blank');
    const popup = await openPopup();
    await popup.type('textarea', acme);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('text/Allow auth.acme.dev');
    await picture(popup, 'permission-4-other-host');
    expect(await runs()).toMatchObject([{ phase: 'needs-permission', missingOrigins: [signInHost] }]);
    await popup.close();
    return begun;
  }

  it('pauses, and goes on when it is allowed, although the worker died meanwhile', async () => {
    const { browser, openPopup, runs, stage, visit } = await pause();
    await killWorker(browser());
    expect(stage.log.requests.filter(({ host }) => host === 'auth.acme.dev')).toEqual([]);
    await browser().willAllow(signInHost);
    await visit('about:blank');
    const popup = await openPopup();
    await clickOn(popup, 'Allow auth.acme.dev');
    await popup.waitForSelector('text/Sign-in needed');
    await picture(popup, 'permission-5-went-on');
    expect(await runs()).toMatchObject([
      { phase: 'complete', missingOrigins: [], outcome: { verdict: 'sign-in-needed' } },
    ]);
  });

  it('goes on without it, and the report says so', async () => {
    const { openPopup, runs, desk, stage, browser } = await pause();
    const popup = await openPopup();
    await clickOn(popup, 'Go on without');
    await popup.waitForSelector('text/Could not be checked');
    await popup.waitForSelector('text/check again and allow auth.acme.dev');
    await picture(popup, 'permission-6-without');
    const [run] = await runs();
    const at = await desk();
    expect(await at.until(run?.id ?? '', overPhases)).toMatchObject({
      phase: 'complete',
      missingOrigins: [signInHost],
      outcome: { verdict: 'unknown', cause: null },
    });
    const report = await at.report(run?.id ?? '');
    expect(report?.run).toMatchObject({ status: 'needs-permission', missingOrigins: [signInHost] });
    expect(stage.log.requests.filter(({ host }) => host === 'auth.acme.dev')).toEqual([]);
    const page = await browser().open(`doctor.html#run=${run?.id ?? ''}`);
    await page.getByText('auth.acme.dev was not asked').waitFor();
    await picture(page, 'permission-7-without-doctor');
  });
});
