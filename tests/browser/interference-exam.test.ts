import { createServer } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { claudeHosts, putUpClaude } from '../../clinic/browser/claude-page.ts';
import { deskOn, type BrowserGlobal, type Desk } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { innocents } from '../../clinic/browser/troublemakers/innocents.ts';
import {
  blockByRules,
  redirectByRules,
  registryRequests,
  removeHeaders,
  telemetryRequests,
} from '../../clinic/browser/troublemakers/requests.ts';
import { gatherCrowd, type Crowd } from '../../clinic/browser/troublemakers/small-extension.ts';
import { listen } from '../../clinic/front.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { examDeskOn, loadClaude, noWishes, observationIn, seen, type ExamDesk } from './exam-support.ts';
import { killWorker } from './runs-support.ts';

const extension = process.env['EXTENSION_FOLDER'] ?? extensionFolder('chrome');
const registry = [registryRequests];
const troublemakers = [
  blockByRules('Blocker', registry),
  redirectByRules('Redirector', registry, null),
  removeHeaders('Header Remover', registry, { response: ['access-control-allow-origin'] }),
  removeHeaders('Cookie Remover', [{ urlFilter: '||claude.ai/' }], { request: ['cookie'], response: ['set-cookie'] }),
  blockByRules('Tracker Blocker', telemetryRequests),
];

let authority: Authority;
let stage: Stage;
let crowd: Crowd;
let browser: ChromiumWithExtension;
let screen: Page;
let desk: Desk;
let exam: ExamDesk;
beforeAll(async () => {
  authority = await createAuthority();
  stage = await createStage(authority);
  await putUpClaude(stage);
  // What this one puts into each request is noted, and no fault.
  crowd = await gatherCrowd([...troublemakers, ...innocents.filter(({ name }) => name !== 'Privacy Signal')]);
  browser = await launchChromium({ extension, hosts: claudeHosts, caPem: authority.caPem, more: crowd.folders });
  await browser.roads.lead(stage.connectTo);
  screen = await browser.open('options.html');
  desk = deskOn(screen);
  exam = examDeskOn(screen, desk);
  await desk.set({ addressesAreEvidence: false });
  for (const { name } of troublemakers) await turn(name, false);
});
afterAll(async () => {
  await browser.close();
  await crowd.remove();
  await stage.close();
});

const pages: Page[] = [];
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

const turn = (name: string, on: boolean): Promise<void> =>
  screen.evaluate(
    ({ id, on: enabled }) => (globalThis as unknown as BrowserGlobal).chrome.management.setEnabled(id, enabled),
    { id: crowd.idOf(name), on },
  );

async function withOn<T>(name: string, deed: () => Promise<T>): Promise<T> {
  await turn(name, true);
  try {
    return await deed();
  } finally {
    await turn(name, false);
  }
}

async function newPage(): Promise<Page> {
  const page = await browser.context.newPage();
  pages.push(page);
  return page;
}

/** Opens Claude’s page and waits until it has tried everything. */
async function openClaude(): Promise<Page> {
  const page = await newPage();
  await loadClaude(page);
  return page;
}

/** Claude’s page that has failed by this one: it is loaded again as long as it fares well, since that begins after it was switched on. */
function failBy(name: string): Promise<Page> {
  return withOn(name, async () => {
    const page = await newPage();
    await expect.poll(() => loadClaude(page)).toBe('failed');
    return page;
  });
}

/** What a look sees with this one on. When something shows, the page is loaded once more: that may have begun in the middle of a load. */
function lookWith(name: string): Promise<ExamState> {
  return withOn(name, async () => {
    const page = await newPage();
    const notes = async (): Promise<readonly unknown[]> => {
      await loadClaude(page);
      return seen(await exam.look(), 'page-traffic').notes;
    };
    await expect.poll(notes).not.toEqual([]);
    await loadClaude(page);
    return exam.look();
  });
}

/** A host that takes connections and says nothing. */
async function withSilence<T>(host: string, deed: () => Promise<T>): Promise<T> {
  const silence = await listen(createServer((socket) => void socket.on('error', () => undefined)));
  const others = stage.connectTo.filter((road) => !road.startsWith(`${host}:`));
  try {
    await browser.roads.lead([...others, `${host}:443:127.0.0.1:${String(silence.port)}`]);
    return await deed();
  } finally {
    await browser.roads.lead(stage.connectTo);
    await silence.close();
  }
}

const codesOf = (state: { readonly report: { readonly findings: readonly { readonly code: string }[] } | null }) =>
  state.report?.findings.map(({ code }) => code);

describe('where nothing is in the way', () => {
  it('a look finds nothing, on the page and outside it', async () => {
    await openClaude();
    const state = await exam.look();
    expect(state).toMatchObject({ phase: 'done', problem: null, before: null, report: { verdict: 'ready' } });
    expect(state.report?.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(seen(state, 'browser')).toEqual({
      online: true,
      family: 'chromium',
      hasPage: true,
      addressesAreEvidence: false,
    });
    const { looks } = seen(state, 'reach');
    expect(looks.map(({ need, outside, page }) => [need, outside.kind, page?.kind])).toEqual(
      ['directory-registry', 'sign-in-start', 'connector-list', 'files', 'page-code', 'page'].map((need) => [
        need,
        'answered',
        'answered',
      ]),
    );
    expect(looks[1]?.outside).toMatchObject({ status: 403, leadsTo: null });
    expect(seen(state, 'page-traffic')).toMatchObject({ isWhole: true, notes: [] });
    expect(seen(state, 'page-traffic').requests).toBeGreaterThan(5);
    expect(state.report?.run.durationMs).toBeLessThan(3_000);
  });

  it('a look leaves the page and the person’s sign-in alone', async () => {
    const page = await openClaude();
    await page.evaluate(() => Object.assign(globalThis, { isOldDocument: true }));
    const before = await page.content();
    const asked: { readonly path: string; readonly cookie: string | undefined }[] = [];
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname;
      void request.allHeaders().then(({ cookie }) => asked.push({ path, cookie }));
    });
    await exam.look();
    expect(await page.evaluate(() => 'isOldDocument' in globalThis)).toBe(true);
    expect(await page.content()).toBe(before);
    expect(asked.map(({ path }) => path)).toContain('/mcp-registry/v0/servers');
    // Only a file of the page’s own code is asked for as the page asks for it: it is compared with what the cache has.
    const withCookies = asked.filter(({ cookie }) => cookie !== undefined).map(({ path }) => path);
    expect(withCookies.filter((path) => path !== '/_next/static/own.js')).toEqual([]);
  });

  it('a look without a page of Claude’s sees the outside alone', async () => {
    const state = await exam.look();
    expect(state).toMatchObject({ phase: 'done', tabId: null });
    // What extensions do to the page was not seen: that is no all-clear.
    expect(state.report).toMatchObject({ verdict: 'unknown', primary: null, claude: null });
    expect(seen(state, 'browser').hasPage).toBe(false);
    expect(seen(state, 'reach').looks.map(({ outside, page }) => [outside.kind, page])).toEqual(
      Array.from({ length: 6 }, () => ['answered', null]),
    );
    const missing = { status: 'unavailable', because: 'prerequisite' };
    for (const key of ['page-traffic', 'page-integrity', 'page-copy'] as const) {
      expect(observationIn(state.report?.evidence, key)).toEqual(missing);
    }
  });

  it('a look with a wish for it loads the page anew first', async () => {
    const page = await openClaude();
    await page.evaluate(() => Object.assign(globalThis, { isOldDocument: true }));
    const state = await exam.look({ wishes: { reload: true } });
    expect(await page.evaluate(() => 'isOldDocument' in globalThis)).toBe(false);
    expect(seen(state, 'page-traffic')).toMatchObject({ isWhole: true, notes: [] });
  });

  it('the last of two wishes counts', async () => {
    await openClaude();
    const reload = desk.send('examineBrowser', { tabId: null, wishes: { ...noWishes, reload: true } });
    expect(await reload).toEqual({ ok: true, value: null });
    const first = (await exam.until(['looking'])).id;
    const state = await exam.look();
    expect(state.id).not.toBe(first);
    expect(state).toMatchObject({ phase: 'done', wishes: { reload: false } });
    expect(await desk.send('dismissExam', {})).toEqual({ ok: true, value: null });
    expect(await exam.state()).toBeNull();
  });
});

describe('where an extension is in the way', () => {
  it('a blocked request is seen on the page alone', async () => {
    const state = await lookWith('Blocker');
    const [directory] = seen(state, 'reach').looks;
    expect(directory).toMatchObject({
      need: 'directory-registry',
      outside: { kind: 'answered', status: 200 },
      page: { kind: 'failed', reason: 'blocked-by-client', said: 'net::ERR_BLOCKED_BY_CLIENT', wasSent: false },
    });
    expect(seen(state, 'page-traffic').notes).toMatchObject([
      { need: 'directory-registry', type: 'xmlhttprequest', what: { kind: 'blocked' } },
    ]);
    expect(codesOf(state)).toContain('client.request-blocked');
    expect(state.report?.verdict).toBe('broken');
    // What the person came for, although nobody watches the page.
    expect(state.report?.claude).toMatchObject({ sentence: 'Could not load connectors directory.' });
  });

  it('a diverted request is told from a redirect of the server', async () => {
    const state = await lookWith('Redirector');
    const to = `chrome-extension://${crowd.idOf('Redirector')}/empty.json`;
    expect(seen(state, 'reach').looks[0]?.page).toEqual({ kind: 'diverted', to });
    expect(seen(state, 'page-traffic').notes).toMatchObject([{ what: { kind: 'diverted', to } }]);
    expect(codesOf(state)).toContain('client.request-redirected');
  });

  it('headers that were taken away are named, where the page is refused the answer as well', async () => {
    const noConsent = await lookWith('Header Remover');
    expect(seen(noConsent, 'page-traffic').notes.map(({ what }) => what)).toEqual([
      { kind: 'headers', direction: 'response', added: [], removed: ['access-control-allow-origin'], changed: [] },
      { kind: 'failed', reason: 'unknown', said: 'net::ERR_FAILED' },
    ]);
    const noCookies = await lookWith('Cookie Remover');
    const { notes } = seen(noCookies, 'page-traffic');
    expect(notes.map(({ what }) => what)).toContainEqual({
      kind: 'headers',
      direction: 'response',
      added: [],
      removed: ['set-cookie'],
      changed: [],
    });
    expect(JSON.stringify(noCookies.report)).not.toContain('stand-in;');
  });

  it('a blocked tracker is no fault', async () => {
    const state = await lookWith('Tracker Blocker');
    const { notes } = seen(state, 'page-traffic');
    expect(notes.length).toBeGreaterThan(2);
    expect(notes.every(({ need, extra }) => need === null && extra === 'telemetry')).toBe(true);
    expect(state.report?.verdict).toBe('ready');
  });
});

describe('a fix', () => {
  it('is followed by another look, which knows what was found before', async () => {
    const page = await failBy('Blocker');
    await page.evaluate(() => Object.assign(globalThis, { isOldDocument: true }));
    const before = await exam.look();
    // It is off by now: what the page asks for again gets through, and the page itself is still without it.
    expect(before.report).toMatchObject({ verdict: 'degraded', primary: { code: 'client.request-blocked' } });
    expect(before.report?.findings[0]?.values['now']).toBe('past');
    const { tabId } = before;
    const answer = await desk.send('applyFix', { fix: 'reload', tabId, extensionId: null });
    expect(answer).toMatchObject({ ok: true });
    const after = await exam.until(['done', 'failed'], before.id);
    expect(after).toMatchObject({ tabId, problem: null, report: { verdict: 'ready' } });
    expect(after.before).toEqual({
      verdict: 'degraded',
      faults: before.report?.findings.flatMap(({ severity, title }) => (severity === 'problem' ? [title] : [])),
      fix: 'Claude’s page is being loaded anew, past the cache.',
    });
    expect(after.before?.faults.length).toBeGreaterThan(0);
    expect(await page.evaluate(() => 'isOldDocument' in globalThis)).toBe(false);
    expect(seen(after, 'page-traffic')).toMatchObject({ isWhole: true, notes: [] });
  });

  it('that cannot show at once is not', async () => {
    const before = await exam.state();
    const answer = await desk.send('applyFix', { fix: 'extension-details', tabId: null, extensionId: 'not an id' });
    expect(answer).toMatchObject({ ok: false });
    expect(await exam.state()).toEqual(before);
  });
});

describe('where a host says nothing', () => {
  it('the look does not wait for it', async () => {
    await openClaude();
    const state = await withSilence('api.anthropic.com', () => exam.look());
    const [directory, signIn] = seen(state, 'reach').looks;
    const late = { kind: 'failed', reason: 'timeout', said: 'no answer within 2 seconds' };
    expect(directory).toMatchObject({ outside: late, page: late });
    expect(signIn).toMatchObject({ outside: { kind: 'answered' }, page: { kind: 'answered' } });
    expect(state.report?.verdict).not.toBe('ready');
  });

  it('a look in whose midst the worker ended says so, and what was noted is still known', async () => {
    const page = await failBy('Blocker');
    const { tabId } = await withSilence('api.anthropic.com', async () => {
      await desk.send('examineBrowser', { tabId: null, wishes: noWishes });
      const looking = await exam.until(['looking']);
      await killWorker(browser);
      return looking;
    });
    // Wakes the next one.
    expect(await desk.send('lookAtTab', { tabId })).toMatchObject({ ok: true });
    expect(await exam.until(['failed'])).toMatchObject({
      tabId,
      problem: expect.stringContaining('Check this browser again') as string,
    });
    const state = await exam.look();
    expect(seen(state, 'page-traffic')).toMatchObject({ isWhole: true, notes: [{ what: { kind: 'blocked' } }] });
    await page.reload();
    await page.waitForSelector('[data-directory="loaded"]');
    expect(seen(await exam.look(), 'page-traffic').notes).toEqual([]);
  });
});
