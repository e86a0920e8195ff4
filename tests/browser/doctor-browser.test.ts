import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import { claudeConnectorsUrl, claudeHosts, putUpClaude } from '../../clinic/browser/claude-page.ts';
import { blockByRules, registryRequests } from '../../clinic/browser/troublemakers/requests.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { startFlow, storageOf, violationsOn, type Flow } from './flows-support.ts';
import { startInterference, type Interference } from './interference-support.ts';

const blocker = blockByRules('Blocker', [registryRequests]);
const shows = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();
const click = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).first().click();

describe('the doctor page on this browser', () => {
  let room: Interference;
  beforeAll(async () => {
    room = await startInterference([blocker]);
  });
  afterAll(() => room.close());
  const open = (hash = '#browser'): Promise<Page> => room.browser().open(`doctor.html${hash}`);

  it('looks at a click, and shows what was found, what proves it, and a report to send', async () => {
    await room.onlyWith([blocker.name]);
    await room.visitClaude();
    const page = await open('');
    await page.getByRole('link', { name: 'Check this browser' }).click();
    await click(page, 'Check this browser');
    await shows(page, 'Something in this browser blocks requests that Claude needs');
    await shows(page, 'What helps most');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('tab', { name: 'What was seen' }).click();
    await shows(page, 'Extensions that may touch Claude');
    const row = page.getByRole('row', { name: /The connectors directory/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringContaining('net::ERR_BLOCKED_BY_CLIENT') as string,
      expect.stringContaining('Answered') as string,
    ]);
    expect(await violationsOn(page)).toEqual([]);
    expect(page.url()).toMatch(/#browser&tab=seen$/);
    await page.getByRole('tab', { name: 'Report' }).click();
    await page.getByText(/^Other forms/).click();
    const saving = page.waitForEvent('download');
    await click(page, 'Save as Markdown');
    expect((await saving).suggestedFilename()).toMatch(/^connector-doctor claude\.ai \d{4}-\d\d-\d\d\.md$/);
    await page.goBack();
    expect(page.url()).not.toContain('#browser');
    await page.close();
  });

  it('says before and after, once something was done', async () => {
    await room.onlyWith([blocker.name]);
    await room.visitClaude();
    const page = await open();
    await click(page, 'Check this browser');
    await shows(page, 'Other things to try');
    await click(page, 'Clear Claude’s cache');
    const before = page.getByRole('heading', { name: /^Before/ });
    await before.waitFor();
    await shows(page, 'Claude’s cached files were cleared');
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });

  it('asks the person where they wish so, and takes an answer and a stop', async () => {
    await room.onlyWith([blocker.name]);
    await room.visitClaude();
    const on = await room.switchedOn();
    const page = await open();
    await click(page, 'Check this browser');
    await click(page, 'Find the extension');
    await shows(page, 'Do not remove Connector Doctor in the middle');
    await page.getByText(/extensions are switched by turns/).click();
    expect(await page.getByRole('checkbox').count()).toBeGreaterThan(10);
    await page.getByRole('checkbox', { name: /^Blocker / }).uncheck();
    await page.getByRole('checkbox', { name: 'Ask me after each step whether Claude works' }).check();
    await click(page, 'Begin the search');
    await shows(page, 'Your turn: does it work now?');
    const meanwhile = await room.switchedOn();
    expect(meanwhile).toContain(blocker.name);
    expect(meanwhile.length).toBeLessThan(on.length - 5);
    await shows(page, 'Try 1');
    expect(await violationsOn(page)).toEqual([]);
    await click(page, 'Stop and put everything back');
    await shows(page, 'You ended the search');
    expect(await room.switchedOn()).toEqual(on);
    await click(page, 'Put this result aside');
    await click(page, 'Find the extension');
    await page.getByRole('checkbox', { name: 'Ask me after each step whether Claude works' }).check();
    await click(page, 'Begin the search');
    await shows(page, 'Your turn: does it work now?');
    await click(page, 'It still fails');
    await shows(page, 'It is not an extension');
    expect(await room.switchedOn()).toEqual(on);
    await page.close();
  });

  it('gives no all-clear and offers no search without Claude’s page, and opens it', async () => {
    await room.onlyWith([blocker.name]);
    await (await room.visitClaude()).close();
    const page = await open();
    await click(page, 'Check this browser');
    await shows(page, 'Claude’s page not looked at');
    await shows(page, 'Whether an extension stands in the way shows only on Claude’s page');
    expect(await page.getByRole('link', { name: /^Open claude\.ai/ }).getAttribute('href')).toBe('https://claude.ai/');
    expect(await page.getByRole('button', { name: 'Find the extension' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Reload Claude' }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });

  it('names who was not tried, tries those as well, and leads to a look that shows whether it helped', async () => {
    await room.onlyWith([blocker.name]);
    await room.visitClaude();
    const page = await open();
    await click(page, 'Check this browser');
    await click(page, 'Find the extension');
    await page.getByText(/extensions are switched by turns/).click();
    await page.getByRole('checkbox', { name: /^Blocker / }).uncheck();
    await click(page, 'Begin the search');
    await shows(page, /^It is none of these \d+ extensions$/);
    await shows(page, /Not tried: .*“Blocker”.*\(left out\)/);
    await click(page, 'Try those as well');
    await shows(page, '“Blocker” stands in Claude’s way');
    await shows(page, 'It is on again now, so Claude still fails until');
    await page.getByText('keeps Claude from working').first().waitFor();
    expect(await page.getByRole('button', { name: 'Find the extension' }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.evaluate(switchOff, room.crowd.idOf(blocker.name));
    await click(page, 'I have done it: reload and look again');
    await shows(page, /“Blocker” stood in Claude’s way \(found .*\)\. Nothing is in the way now\./);
    await shows(page, 'Nothing in the way');
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });
});

describe('the doctor page, nothing being allowed', () => {
  let flow: Flow;
  beforeAll(async () => {
    flow = await startFlow(claudeHosts, async (stage) => void (await putUpClaude(stage)), { isAllowed: false });
  });
  afterAll(() => flow.close());

  it('waits for the permission, asks nothing before, and begins once it is there', async () => {
    const first = await flow.browser().open('doctor.html#browser');
    // The browser’s question waits for ever here, as for a person who thinks about it.
    await click(first, 'Check this browser');
    await shows(first, 'The browser asks whether Connector Doctor may “read and change your data”');
    expect((await examOn(first))?.phase).toBe('needs-permission');
    await first.close();
    const second = await flow.browser().open('doctor.html#browser');
    await click(second, 'Not now');
    await shows(second, 'Does something on this machine keep Claude’s pages from working');
    expect(flow.stage.log.requests).toEqual([]);
    await flow.visit(claudeConnectorsUrl);
    await second.bringToFront();
    for (const origin of ['https://claude.ai/*', 'https://*.anthropic.com/*']) await flow.browser().willAllow(origin);
    await click(second, 'Check this browser');
    await shows(second, 'Not looked at');
    expect((await examOn(second))?.report?.skipped.map(({ because }) => because)).toContain('consent');
  });
});

async function examOn(page: Page): Promise<ExamState | null> {
  return ((await storageOf(page)).session['browser-exam'] ?? null) as ExamState | null;
}

async function switchOff(id: string): Promise<void> {
  await (globalThis as unknown as BrowserGlobal).chrome.management.setEnabled(id, false);
}
