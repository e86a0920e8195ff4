import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import {
  blockAfterDelay,
  blockByRules,
  blockTogetherWith,
  registryRequests,
  listRequests,
} from '../../clinic/browser/troublemakers/requests.ts';
import { hideByStyle } from '../../clinic/browser/troublemakers/pages.ts';
import type { SmallExtension } from '../../clinic/browser/troublemakers/small-extension.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { Commands } from '../../lib/messaging/protocol.ts';
import { startInterference, type Interference } from './interference-support.ts';

const registry = [registryRequests];

const blocker = blockByRules('Blocker', registry);
const late = blockAfterDelay('Late Blocker', registry, { delayMs: 700, keeps: 'session' });
const second = blockByRules('Second Blocker', registry);
const pair = [blockTogetherWith('One Half', 'Other Half', registry), bystander('Other Half')];
const hider = hideByStyle('Element Hider', '[role="dialog"]');
const elsewhere = blockByRules('List Blocker', [listRequests]);
const bystanders = ['Aster', 'Birch', 'Cedar', 'Daisy', 'Elder', 'Fern'].map(bystander);
const troublemakers = [blocker, late, second, ...pair, hider, elsewhere, ...bystanders];

function bystander(name: string): SmallExtension {
  return { name, manifest: { host_permissions: ['<all_urls>'] } };
}

describe('the search for the extension', () => {
  let room: Interference;
  beforeAll(async () => {
    room = await startInterference(troublemakers);
  });
  afterAll(() => room.close());

  type Wish = Partial<Parameters<Commands['startBisect']>[0]>;
  async function begin(wish: Wish = {}): Promise<void> {
    const { send } = await room.desk();
    const whole = { tabId: null, exempt: [], askPerson: false, ...wish };
    expect(await send('startBisect', whole)).toEqual({ ok: true, value: null });
  }
  function until(isLike: (state: BisectState) => boolean): Promise<BisectState> {
    return vi.waitUntil(
      async () => {
        const state = await room.bisect();
        return state !== null && isLike(state) ? state : null;
      },
      { timeout: 50_000, interval: 20 },
    );
  }
  /** Claude's page in a browser with these, as somebody sees it who then asks why it fails. */
  async function stand(names: readonly string[]): Promise<readonly string[]> {
    await room.visitClaudeWith(names);
    await room.look();
    return room.switchedOn();
  }
  function named(names: readonly string[]): readonly { readonly id: string; readonly name: string }[] {
    return names.map((name) => ({ id: room.crowd.idOf(name), name }));
  }

  it.each([
    ['one that blocks', ['Blocker'], [['Blocker']]],
    ['one that blocks some time after it was switched on', ['Late Blocker'], [['Late Blocker']]],
    ['one that hides parts of the page', ['Element Hider'], [['Element Hider']]],
    ['two, each of which is enough', ['Blocker', 'Second Blocker'], [['Blocker'], ['Second Blocker']]],
    ['two that do it only together', ['One Half', 'Other Half'], [['One Half', 'Other Half']]],
  ])('finds %s', async (_, names, groups) => {
    const before = await stand(names);
    await begin();
    const { findings, problem, notRestored } = await room.untilOver();
    expect({ problem, notRestored }).toEqual({ problem: null, notRestored: [] });
    expect(findings?.suspects).toBeGreaterThanOrEqual(12);
    const found = findings?.outcome.kind === 'culprits' ? findings.outcome.groups : [];
    expect(found.map((group) => group.map(({ name }) => name).sort()).sort()).toEqual(groups);
    expect(await room.switchedOn()).toEqual(before);
  });

  it('one among sixteen is found with at most six looks within 30 seconds, and the report names it', async () => {
    const before = await stand(['Blocker', ...bystanders.slice(0, 2).map(({ name }) => name)]);
    const startedAt = Date.now();
    await begin();
    const { findings } = await room.untilOver();
    expect(Date.now() - startedAt).toBeLessThan(30_000);
    expect(findings).toMatchObject({ suspects: 16, outcome: { kind: 'culprits', groups: [named(['Blocker'])] } });
    expect(findings?.rounds).toBeLessThanOrEqual(6);
    expect(await room.switchedOn()).toEqual(before);
    const report = await vi.waitUntil(
      async () => {
        const exam = await room.exam();
        return exam?.phase === 'done' && exam.startedAt >= startedAt ? exam.report : null;
      },
      { timeout: 20_000 },
    );
    expect(report?.primary?.code).toBe('client.extension-culprit');
  });

  it('names nobody when the person’s own choice leaves the culprit out, and never touches that one', async () => {
    const before = await stand(['Blocker']);
    const switches = await watchSwitches();
    await begin({ exempt: [room.crowd.idOf('Blocker')] });
    const { findings, original } = await room.untilOver();
    expect(findings).toMatchObject({ rounds: 1, outcome: { kind: 'not-an-extension' } });
    expect(original.map(({ name }) => name)).not.toContain('Blocker');
    const touched = await switches();
    expect(touched).not.toContain('Blocker');
    // Themes, and what reaches no page of Claude's, are nobody's suspects.
    for (const name of ['Evening Colours', 'Connector Doctor', 'Tab Sorter']) expect(touched).not.toContain(name);
    expect(touched).toContain('Page Reader');
    expect(await room.switchedOn()).toEqual(before);
  });

  it('has nothing to search for when Claude works by now', async () => {
    await stand(['Blocker']);
    const page = await ownPage();
    await page.evaluate(setOne, { id: room.crowd.idOf('Blocker'), enabled: false });
    const before = await room.switchedOn();
    const switches = await watchSwitches();
    await begin();
    const { findings } = await room.untilOver();
    expect(findings).toMatchObject({ rounds: 0, outcome: { kind: 'gone' } });
    expect(await switches()).toEqual([]);
    expect(await room.switchedOn()).toEqual(before);
  });

  it('asks the person where no probe can see it, and believes them', async () => {
    const before = await stand(['Blocker']);
    const { send } = await room.desk();
    const culprit = 'Corner Button';
    await begin({ askPerson: true });
    for (let rounds = 0; ; rounds += 1) {
      const state = await until(
        ({ phase, search }) => phase === 'over' || (phase === 'asking' && search.rounds.length === rounds),
      );
      if (state.phase === 'over') break;
      const works = !(await room.switchedOn()).includes(culprit);
      expect(await send('answerBisect', { works })).toEqual({ ok: true, value: null });
    }
    const state = await room.bisect();
    expect(state?.findings).toMatchObject({
      seenBy: 'person',
      outcome: { kind: 'culprits', groups: [named([culprit])] },
    });
    expect(await room.switchedOn()).toEqual(before);
    expect(await send('answerBisect', { works: true })).toMatchObject({ ok: false });
  });

  it('ends when the person stops it, with everything as it was, and can be forgotten only then', async () => {
    const before = await stand(['Late Blocker']);
    const { send } = await room.desk();
    await begin();
    await until(({ search }) => search.rounds.length === 2);
    expect(await room.switchedOn()).not.toEqual(before);
    expect(await send('dismissBisect', {})).toMatchObject({ ok: false });
    expect(await send('startBisect', { tabId: null, exempt: [], askPerson: false })).toMatchObject({ ok: false });
    expect(await send('stopBisect', {})).toEqual({ ok: true, value: null });
    expect(await room.bisect()).toMatchObject({ phase: 'over', ended: 'stopped', findings: null, notRestored: [] });
    expect(await room.switchedOn()).toEqual(before);
    await send('dismissBisect', {});
    expect(await room.bisect()).toBeNull();
  });

  it('ends when somebody else switches one of them, which stays as they set it', async () => {
    const before = await stand(['Blocker']);
    await begin({ askPerson: true });
    // All are off, and the person is asked.
    await until(({ phase }) => phase === 'asking');
    const page = await ownPage();
    await page.evaluate(setOne, { id: room.crowd.idOf('Page Reader'), enabled: true });
    const first = await until(({ phase }) => phase === 'over');
    expect(first).toMatchObject({ ended: 'error', problem: expect.stringContaining('“Page Reader” was switched on') });
    expect(await room.switchedOn()).toEqual(before);

    await begin({ askPerson: true });
    const { search } = await until(({ phase }) => phase === 'asking');
    const { send } = await room.desk();
    await send('answerBisect', { works: true });
    await until(({ phase, search: now }) => phase === 'asking' && now.rounds.length > search.rounds.length);
    const on = (await room.switchedOn()).find((name) => name === 'Page Reader' || name === 'Price Finder') ?? 'Blocker';
    await page.evaluate(setOne, { id: room.crowd.idOf(on), enabled: false });
    expect(await until(({ phase }) => phase === 'over')).toMatchObject({ ended: 'error', notRestored: [] });
    expect(await room.switchedOn()).toEqual(before.filter((name) => name !== on));
    await page.evaluate(setOne, { id: room.crowd.idOf(on), enabled: true });
  });

  it.each([
    ['the person is asked', ['Blocker'], true],
    ['it looks by itself', ['Element Hider'], false],
  ])('loads no other page anew when the tab leaves Claude while %s', async (_, names, askPerson) => {
    const before = await stand(names);
    const page = await room.visitClaude();
    const { send } = await room.desk();
    await begin({ askPerson });
    const { tabId } = await until(({ phase, search }) => (askPerson ? phase === 'asking' : search.rounds.length === 2));
    await page.goto('data:text/html,<title>A form</title><input>');
    await page.fill('input', 'typed at length');
    if (askPerson) {
      expect(await send('answerBisect', { works: true })).toEqual({ ok: true, value: null });
      // Signing in to a connector leads elsewhere, too: the search goes on.
      await until(({ phase, search }) => phase === 'asking' && search.rounds.length === 1);
      await send('stopBisect', {});
    }
    const problem = askPerson ? null : expect.stringContaining('does not show Claude any more');
    expect(await until(({ phase }) => phase === 'over')).toMatchObject({ problem, findings: null, notRestored: [] });
    expect(await send('applyFix', { fix: 'reload', tabId, extensionId: null })).toMatchObject({ ok: false });
    expect(await page.inputValue('input')).toBe('typed at length');
    expect(await room.switchedOn()).toEqual(before);
  });

  it('does not begin without a tab of Claude’s', async () => {
    await room.onlyWith(['Blocker']);
    const page = await room.visitClaude();
    await page.goto('about:blank');
    const { send } = await room.desk();
    const answer = await send('startBisect', { tabId: null, exempt: [], askPerson: false });
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining('No tab shows Claude') });
    expect(await room.bisect()).toBeNull();
  });

  // The last one: no test can answer the browser’s question for the permission.
  it('ends when its permission is taken back, and tells what it may not put back any more', { retry: 0 }, async () => {
    await stand(['Blocker']);
    const { send } = await room.desk();
    await begin({ askPerson: true });
    await until(({ phase }) => phase === 'asking');
    const page = await ownPage();
    expect(await page.evaluate(takePermission)).toBe(true);
    const left = await until(({ phase }) => phase === 'over');
    expect(left).toMatchObject({ ended: 'error', isNotAllowed: true, findings: null });
    expect(left.notRestored.map(({ name }) => name)).toContain('Blocker');
    expect(await send('stopBisect', {})).toMatchObject({ ok: false, problem: expect.stringContaining('permission') });
    expect(await send('dismissBisect', {})).toMatchObject({ ok: false });
  });

  /** A page of ours that stays open. */
  async function ownPage(): Promise<Page> {
    const { context, origin } = room.browser();
    const page = context.pages().find((each) => each.url().startsWith(`${origin}/options.html`));
    if (!page) throw new Error('no page of the extension is open');
    return page;
  }

  /** Answers, when it is asked, with the names of all that were switched until then. */
  async function watchSwitches(): Promise<() => Promise<readonly string[]>> {
    const page = await ownPage();
    await page.evaluate(noteSwitches);
    return () => page.evaluate(() => (globalThis as unknown as { switched: readonly string[] }).switched);
  }
});

function noteSwitches(): void {
  const { management } = (globalThis as unknown as BrowserGlobal).chrome;
  const switched: string[] = [];
  Object.assign(globalThis, { switched });
  const note = ({ name }: { readonly name: string }): void => void switched.push(name);
  management.onEnabled.addListener(note);
  management.onDisabled.addListener(note);
}

function takePermission(): Promise<boolean> {
  return (globalThis as unknown as Permitted).chrome.permissions.remove({ permissions: ['management'] });
}

interface Permitted {
  readonly chrome: {
    readonly permissions: { remove(wish: { readonly permissions: readonly string[] }): Promise<boolean> };
  };
}

async function setOne({ id, enabled }: { readonly id: string; readonly enabled: boolean }): Promise<void> {
  await (globalThis as unknown as BrowserGlobal).chrome.management.setEnabled(id, enabled);
}
