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
import type { RunState } from '../../lib/runs/run-state.ts';
import { hosts, killWorker, startRunRig, type RunRig } from './runs-support.ts';

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

/** Hosts that no other test has had allowed. */
const others = ['mcp.diary.dev', 'mcp.atlas.dev', 'mcp.globe.dev'];

let rig: RunRig;
beforeAll(async () => {
  rig = await startRunRig({ isAllowed: false, hosts: [...hosts, ...others.map((host) => `${host}:443`)] });
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
    await killWorker(rig.browser());
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

  it('is not begun by the answer to a later question about its host, but by one of its own', async () => {
    const desk = await rig.play((stage) => stage.host('mcp.diary.dev', routes({ '/mcp': mcpServer() })));
    const text = 'https://mcp.diary.dev/mcp';
    const plans = [...defaultChoices.plans, 'active'] as const;
    const declined = await desk.start({ text, choices: { ...defaultChoices, plans } });
    await desk.until(declined, ['needs-permission']);
    const meant = await desk.start({ text });
    await desk.until(meant, ['needs-permission']);
    await allow(needsOf(text, defaultChoices, { family: 'chromium' }));
    expect(await desk.until(meant, overPhases)).toMatchObject({ phase: 'complete' });
    expect(await desk.until(declined, ['needs-permission', ...overPhases])).toMatchObject({
      phase: 'needs-permission',
    });

    expect(await desk.send('askedAgain', { runId: declined })).toEqual({ ok: true, value: null });
    expect(await desk.until(declined, overPhases)).toMatchObject({ phase: 'complete' });
  });

  it('is not begun by an answer that comes long after its question', async () => {
    const desk = await rig.play(async (stage) => {
      for (const host of others.slice(1)) await stage.host(host, routes({ '/mcp': mcpServer() }));
    });
    const [old, fresh] = ['https://mcp.atlas.dev/mcp', 'https://mcp.globe.dev/mcp'] as const;
    const forgotten = await desk.start({ text: old });
    await desk.until(forgotten, ['needs-permission']);
    await desk.page.evaluate(async (key) => {
      const { local } = (globalThis as unknown as BrowserGlobal).chrome.storage;
      const state = (await local.get(key))[key] as RunState;
      await local.set({ [key]: { ...state, updatedAt: state.updatedAt - 6 * 60_000 } });
    }, `run:${forgotten}`);
    await killWorker(rig.browser());
    const wished = await desk.start({ text: fresh });
    await desk.until(wished, ['needs-permission']);
    const needs = needsOf(fresh, defaultChoices, { family: 'chromium' });
    await allow({ ...needs, origins: ['https://mcp.atlas.dev/*', ...needs.origins] });
    expect(await desk.until(wished, overPhases)).toMatchObject({ phase: 'complete' });
    expect(await desk.until(forgotten, ['needs-permission', ...overPhases])).toMatchObject({
      phase: 'needs-permission',
    });
  });

  it('says that its secrets are gone where the background was put to rest before it was allowed', async () => {
    const desk = await rig.play((stage) => stage.host('mcp.notebook.dev', routes({ '/mcp': mcpServer() })));
    const secrets = { clientSecret: null, headers: { 'x-api-key': 'k-not-to-be-kept-1234' } };
    const text = 'https://mcp.notebook.dev/mcp';
    const runId = await desk.start({ text, secrets });
    expect(await desk.until(runId, ['needs-permission'])).toMatchObject({ hadSecrets: true });
    await killWorker(rig.browser());
    await allow(needsOf(text, defaultChoices, { family: 'chromium' }));
    const state = await desk.until(runId, overPhases);
    expect(state.phase).toBe('interrupted');
    expect(state.outcome?.next).toContain('kept in memory only');
    expect(await desk.send('runAgain', { runId })).toMatchObject({ ok: false });
  });
});
