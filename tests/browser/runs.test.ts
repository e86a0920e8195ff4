import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorizationServer, guarded } from '../../clinic/authorization-server.ts';
import { overPhases, type BrowserGlobal } from '../../clinic/browser/desk.ts';
import { respondJson, routes, type Handler } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import {
  bearerChallenge,
  challenge,
  guardedServer,
  resourceMetadata,
  resourceMetadataPath,
} from '../../clinic/oauth.ts';
import type { Stage } from '../../clinic/stage.ts';
import { defaultChoices } from '../../lib/runs/run-choices.ts';
import { gateAt, killEngine, killWorker, startRunRig, type RunRig } from './runs-support.ts';

const acme = 'https://mcp.acme.dev/mcp';
const notebook = 'https://mcp.notebook.dev/mcp';

let rig: RunRig;
beforeAll(async () => {
  rig = await startRunRig();
});
afterAll(() => rig.close());

const serving = (mcp: Handler) => (stage: Stage) => stage.host('mcp.acme.dev', routes({ '/mcp': mcp }));

describe('a run', () => {
  it('goes from the wish to the report, and keeps both', async () => {
    const desk = await rig.play(serving(mcpServer({ modern: true })));
    const runId = await desk.start({ text: ` “${acme}” ` });
    const state = await desk.until(runId, overPhases);
    expect(state).toMatchObject({
      phase: 'complete',
      url: acme,
      host: 'mcp.acme.dev',
      asking: null,
      outcome: { verdict: 'ready', cause: null, stop: null },
    });
    expect(state.marks.map((mark) => mark.state)).toEqual([
      ...['passed', 'passed', 'passed'],
      ...['not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed'],
      ...['passed', 'passed', 'passed'],
    ]);
    expect(await desk.report(runId)).toMatchObject({
      vantage: 'extension',
      verdict: 'ready',
      environment: { browser: expect.stringMatching(/^Chrome \d+$/) as string, os: expect.any(String) as string },
      run: { status: 'complete', missingOrigins: [] },
    });
  });

  it('shows while it goes on what is asked and which steps are decided', async () => {
    const gate = gateAt('tools/list');
    const desk = await rig.play(serving(gate.before(mcpServer({ legacy: ['2025-11-25'] }))));
    const runId = await desk.start({ text: acme });
    const state = await desk.untilState(runId, (run) => run.marks[10]?.state === 'asking');
    expect(state).toMatchObject({ phase: 'running', outcome: null });
    expect(state.asking).toMatch(/…$/);
    expect(state.marks[2]).toEqual({ step: 3, state: 'passed' });
    gate.open();
    expect(await desk.until(runId, overPhases)).toMatchObject({ phase: 'complete', outcome: { verdict: 'ready' } });
  });

  it('is not ended by an engine that somebody opens in a tab', async () => {
    const gate = gateAt('tools/list');
    const desk = await rig.play(serving(gate.before(mcpServer())));
    const runId = await desk.start({ text: acme });
    await gate.reached;
    const tab = await rig.browser().open('engine.html');
    // What the engine in the tab said first is behind this answer.
    await desk.send('forgetRun', { runId: 'none' });
    expect(await desk.until(runId, ['running', ...overPhases])).toMatchObject({ phase: 'running' });
    gate.open();
    expect(await desk.until(runId, overPhases)).toMatchObject({ phase: 'complete', outcome: { verdict: 'ready' } });
    await tab.close();
  });

  it('goes on beside another one', async () => {
    const gate = gateAt('tools/list');
    const desk = await rig.play(async (stage) => {
      await serving(gate.before(mcpServer()))(stage);
      await stage.host('mcp.notebook.dev', guardedServer('https://mcp.notebook.dev'));
    });
    const first = await desk.start({ text: acme });
    await gate.reached;
    const second = await desk.start({ text: notebook });
    expect(await desk.until(second, overPhases)).toMatchObject({ outcome: { verdict: 'sign-in-needed' } });
    expect(await desk.until(first, ['running'])).toMatchObject({ outcome: null });
    gate.open();
    expect(await desk.until(first, overPhases)).toMatchObject({ outcome: { verdict: 'ready' } });
  });

  it('is over at once when the person cancels it, and says what was seen by then', async () => {
    const gate = gateAt('tools/list');
    const desk = await rig.play(serving(gate.before(mcpServer())));
    const runId = await desk.start({ text: acme });
    await gate.reached;
    expect(await desk.send('cancelRun', { runId })).toEqual({ ok: true, value: null });
    expect(await desk.until(runId, overPhases)).toMatchObject({ phase: 'cancelled', asking: null });
    await desk.untilState(runId, (run) => run.outcome !== null);
    const report = await desk.report(runId);
    expect(report?.run.status).toBe('cancelled');
    expect(report?.facts.protocol.negotiated).not.toBeNull();
  });

  it('is told in a report as well where what was typed is no address', async () => {
    const desk = await rig.play(() => Promise.resolve());
    const runId = await desk.start({ text: 'my connector' });
    expect(await desk.until(runId, overPhases)).toMatchObject({
      phase: 'complete',
      url: null,
      outcome: { stop: { step: 0 } },
    });
  });
});

describe('a run outlives', () => {
  it('the death of the worker', async () => {
    const gate = gateAt('tools/list');
    const desk = await rig.play(serving(gate.before(mcpServer())));
    const runId = await desk.start({ text: acme });
    await gate.reached;
    await killWorker(rig.browser());
    gate.open();
    expect(await desk.until(runId, overPhases)).toMatchObject({ phase: 'complete', outcome: { verdict: 'ready' } });
    expect((await desk.report(runId))?.facts.tools?.count).toBeGreaterThan(0);
  });

  it('the death of the worker, again and again', async () => {
    const gate = gateAt('tools/list');
    const desk = await rig.play(serving(gate.before(mcpServer())));
    const runId = await desk.start({ text: acme });
    await gate.reached;
    for (let times = 0; times < 3; times += 1) {
      await killWorker(rig.browser());
      // Its answer shows that there is a worker again.
      await desk.send('forgetRun', { runId: 'nobody' });
    }
    gate.open();
    expect(await desk.until(runId, overPhases)).toMatchObject({ phase: 'complete', outcome: { verdict: 'ready' } });
  });
});

describe('what was seen of a run is kept', () => {
  it('when the engine is gone', async () => {
    const gate = gateAt('tools/list');
    const desk = await rig.play(serving(gate.before(mcpServer())));
    const runId = await desk.start({ text: acme });
    await gate.reached;
    await killEngine(rig.browser());
    const state = await desk.untilState(runId, (run) => run.outcome !== null);
    expect(state.phase).toBe('interrupted');
    const report = await desk.report(runId);
    expect(report?.run.status).toBe('interrupted');
    expect(report?.facts.protocol.negotiated).not.toBeNull();
    gate.open();
  });

  it('when the browser was closed, and the run can be made again', async () => {
    const gate = gateAt('tools/list');
    const desk = await rig.play(serving(gate.before(mcpServer())));
    const runId = await desk.start({ text: acme, tabId: 7, choices: { ...defaultChoices, thorough: true } });
    await gate.reached;
    await desk.untilState(runId, (run) => run.marks[2]?.state === 'passed');
    const again = await rig.restart();
    const state = await again.untilState(runId, (run) => run.outcome !== null);
    expect(state).toMatchObject({ phase: 'interrupted', url: acme, tabId: null });
    expect((await again.report(runId))?.run.status).toBe('interrupted');
    gate.open();
    const answer = await again.send('runAgain', { runId });
    if (!answer.ok) throw new Error(answer.problem);
    expect(await again.until(answer.value.runId, overPhases)).toMatchObject({
      phase: 'complete',
      choices: { thorough: true },
      outcome: { verdict: 'ready' },
    });
  });
});

describe('secrets of a run', () => {
  it('are kept nowhere, and tokens are given back', async () => {
    const origin = 'https://mcp.acme.dev';
    const server = authorizationServer(origin, { prefix: 'planted-' });
    const challenged = bearerChallenge(`${origin}${resourceMetadataPath('/mcp')}`);
    const guard = guarded(
      mcpServer(),
      challenged,
      (token) => server.grantOf(token) !== undefined || challenge(challenged),
    );
    const desk = await rig.play((stage) =>
      stage.host(
        'mcp.acme.dev',
        routes({
          ...server.routes,
          '/mcp': guard,
          [resourceMetadataPath('/mcp')]: respondJson(200, resourceMetadata(`${origin}/mcp`, origin)),
        }),
      ),
    );
    const runId = await desk.start({
      text: `${acme}?api_key=planted-4f3c2b1a09`,
      choices: { ...defaultChoices, plans: ['walk', 'side', 'wider', 'signed-in'] },
      secrets: { clientSecret: null, headers: { 'x-tenant': 'planted-tenant-77120' } },
    });
    const state = await desk.until(runId, overPhases);
    expect(state).toMatchObject({ phase: 'complete', hadSecrets: true });
    expect((await desk.report(runId))?.facts.tools?.count).toBeGreaterThan(0);
    expect(server.secrets().length).toBeGreaterThan(3);
    expect(server.left().tokens).toBe(0);
    const kept = await desk.page.evaluate(everythingKept);
    expect(kept).toContain(runId);
    for (const secret of ['planted-', ...server.secrets()]) expect(kept).not.toContain(secret);
    expect(await desk.send('runAgain', { runId })).toMatchObject({ ok: false });
  });
});

describe('what is kept', () => {
  it('goes when the person forgets it', async () => {
    const desk = await rig.play(serving(mcpServer()));
    const runId = await desk.start({ text: acme });
    await desk.until(runId, overPhases);
    expect(await desk.page.evaluate(everythingKept)).toContain(runId);
    await desk.send('forgetRun', { runId });
    expect(await desk.page.evaluate(everythingKept)).not.toContain(runId);
    await desk.send('forgetEverything', {});
    expect(await desk.page.evaluate(everythingKept)).not.toContain('mcp.acme.dev');
  });

  it('is no more than so many reports, and nothing of how they came about', async () => {
    const desk = await rig.play(serving(mcpServer()));
    await desk.set({ keepReports: 2 });
    const ids: string[] = [];
    for (let number = 0; number < 3; number += 1) {
      const runId = await desk.start({ text: acme });
      await desk.until(runId, overPhases);
      ids.push(runId);
    }
    const [oldest = ''] = ids;
    await desk.page.waitForFunction(
      async (key) => (await (globalThis as unknown as BrowserGlobal).chrome.storage.local.get(key))[key] === undefined,
      `run:${oldest}`,
    );
    // Its report goes after it.
    await expect.poll(() => desk.report(oldest)).toBeNull();
    expect(await desk.report(ids[2] ?? '')).not.toBeNull();
    await desk.set({ keepReports: 50 });
  });
});

describe('a browser that keeps no reports', () => {
  it('is told of, and nothing stays behind that waits for it', async () => {
    const desk = await rig.play(serving(mcpServer()));
    // A newer version's store refuses this one as a browser without any does.
    await desk.page.evaluate(useStoreOfVersion, 99);
    const runId = await desk.start({ text: acme });
    const state = await desk.until(runId, overPhases);
    expect(state).toMatchObject({ phase: 'complete', outcome: { verdict: 'ready' } });
    expect(state.outcome?.next).toMatch(/^The full report could not be kept: this browser keeps no data/);
    const documents = (): Promise<number> =>
      desk.page.evaluate(async () => {
        const { runtime } = (globalThis as unknown as BrowserGlobal).chrome;
        return (await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length;
      });
    await expect.poll(documents).toBe(0);
    expect(await desk.send('forgetEverything', {})).toMatchObject({ ok: false });
    const left = await desk.page.evaluate(() =>
      (globalThis as unknown as BrowserGlobal).chrome.storage.local.get(null),
    );
    expect(Object.keys(left)).toEqual(['settings']);
    await desk.page.evaluate(useStoreOfVersion, 0);
  });
});

/** Replaces the store of reports by an empty one of another version; 0: by none. */
function useStoreOfVersion(version: number): Promise<void> {
  return new Promise((settle, refuse) => {
    const deleting = indexedDB.deleteDatabase('connector-doctor');
    deleting.onerror = () => refuse(new Error('not deleted'));
    deleting.onsuccess = () => {
      if (version === 0) return settle();
      const opening = indexedDB.open('connector-doctor', version);
      opening.onerror = () => refuse(new Error('not opened'));
      opening.onsuccess = () => {
        opening.result.close();
        settle();
      };
    };
  });
}

/** Both stores and what the engine wrote down of unfinished runs, as one text. */
async function everythingKept(): Promise<string> {
  const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
  const texts = [JSON.stringify(await storage.local.get(null)), JSON.stringify(await storage.session.get(null))];
  const database = await new Promise<IDBDatabase>((settle) => {
    const opening = indexedDB.open('connector-doctor');
    opening.onsuccess = () => settle(opening.result);
  });
  for (const name of database.objectStoreNames) {
    const reading = database.transaction(name).objectStore(name).getAll();
    texts.push(
      await new Promise((settle) => {
        reading.onsuccess = () => settle(JSON.stringify(reading.result));
      }),
    );
  }
  database.close();
  return texts.join('\n');
}
