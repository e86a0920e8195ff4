import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import { overPhases } from '../../clinic/browser/desk.ts';
import { respondJson, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import {
  bearerChallenge,
  challenge,
  resourceMetadata,
  resourceMetadataPath,
  serverEndpoints,
  serverMetadata,
} from '../../clinic/oauth.ts';
import type { Stage } from '../../clinic/stage.ts';
import { needsOf, type PermissionNeeds } from '../../lib/permissions/ask.ts';
import { defaultChoices } from '../../lib/runs/run-choices.ts';
import { kill, startRunRig, type RunRig } from './runs-support.ts';

const origin = 'https://mcp.acme.dev';
const url = `${origin}/mcp`;
const issuer = 'https://auth.acme.dev';
const own = 'https://mcp.acme.dev/*';
const theirs = 'https://auth.acme.dev/*';

/** A connector whose sign-in server stands on another host. */
async function guardedElsewhere(stage: Stage): Promise<void> {
  const metadata = resourceMetadataPath('/mcp');
  await stage.host(
    'mcp.acme.dev',
    routes({
      '/mcp': challenge(bearerChallenge(`${origin}${metadata}`)),
      [metadata]: respondJson(200, resourceMetadata(url, issuer)),
    }),
  );
  const document = respondJson(200, serverMetadata(issuer));
  await stage.host(
    'auth.acme.dev',
    routes({ '/.well-known/oauth-authorization-server': document, ...serverEndpoints() }),
  );
}

let rig: RunRig;
beforeAll(async () => {
  rig = await startRunRig({ isAllowed: false });
});
afterAll(() => rig.close());

/** The person clicks, and agrees to these hosts. */
async function allow(needs: PermissionNeeds): Promise<void> {
  for (const each of needs.origins) await rig.browser().willAllow(each);
  const { page } = rig.desk();
  await page.evaluate((wish) => {
    const { chrome } = globalThis as unknown as BrowserGlobal;
    const own = globalThis as unknown as Asking;
    own.agreed = new Promise((settle) => {
      addEventListener('mousedown', () => settle(chrome.permissions.request(wish as never)), { once: true });
    });
  }, needs);
  await page.bringToFront();
  await page.mouse.click(5, 5);
  expect(await page.evaluate(() => (globalThis as unknown as Asking).agreed)).toBe(true);
}

interface Asking {
  agreed: Promise<boolean>;
}

describe('a run without permission', () => {
  it('waits as a wish over the death of the worker, begins when it is allowed, and asks again for a host that it learns of', async () => {
    const desk = await rig.play(guardedElsewhere);
    const runId = await desk.start({ text: url });
    expect(await desk.until(runId, ['needs-permission'])).toMatchObject({ missingOrigins: [own], outcome: null });
    await kill(rig.browser(), 'service_worker', 'background.js');
    await allow(needsOf(url, defaultChoices, { family: 'chromium' }));
    await desk.untilState(
      runId,
      ({ phase, missingOrigins, marks }) =>
        phase === 'needs-permission' && missingOrigins.join() === theirs && marks[5]?.state === 'asking',
    );

    expect(await desk.send('goOnWithout', { runId })).toEqual({ ok: true, value: null });
    const state = await desk.until(runId, overPhases);
    expect(state).toMatchObject({ phase: 'complete', missingOrigins: [theirs], outcome: { stop: null, cause: null } });
    const report = await desk.report(runId);
    expect(report?.run).toMatchObject({ status: 'needs-permission', missingOrigins: [theirs] });
    expect(report?.findings.filter(({ severity }) => severity === 'blocker' || severity === 'problem')).toEqual([]);

    const second = await desk.start({ text: url });
    await desk.until(second, ['needs-permission']);
    await allow({ origins: [theirs], permissions: [] });
    expect(await desk.until(second, overPhases)).toMatchObject({ outcome: { verdict: 'sign-in-needed' } });
  });

  it('says that its secrets are gone where the background was put to rest before it was allowed', async () => {
    const desk = await rig.play((stage) => stage.host('mcp.notebook.dev', routes({ '/mcp': mcpServer() })));
    const secrets = { clientSecret: null, headers: { 'x-api-key': 'k-not-to-be-kept-1234' } };
    const text = 'https://mcp.notebook.dev/mcp';
    const runId = await desk.start({ text, secrets });
    expect(await desk.until(runId, ['needs-permission'])).toMatchObject({ hadSecrets: true });
    await kill(rig.browser(), 'service_worker', 'background.js');
    await allow(needsOf(text, defaultChoices, { family: 'chromium' }));
    const state = await desk.until(runId, overPhases);
    expect(state.phase).toBe('interrupted');
    expect(state.outcome?.next).toContain('kept in memory only');
    expect(await desk.send('runAgain', { runId })).toMatchObject({ ok: false });
  });
});
