import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calmStatus, statusWithIncident } from '../../clinic/browser/claude-status.ts';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import { blockByRules, registryRequests } from '../../clinic/browser/troublemakers/requests.ts';
import { observedIn } from '../../lib/interference/observed-in-report.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { browserLookOrigins } from '../../lib/standards/claude-look-hosts.ts';
import { clickOn, violationsOn } from './flows-support.ts';
import { faultsIn, startInterference, type Interference } from './interference-support.ts';

const blocker = blockByRules('Blocker', [registryRequests]);

describe('the look at this browser, from the popup', () => {
  let room: Interference;
  beforeAll(async () => {
    room = await startInterference([blocker]);
  });
  afterAll(() => room.close());
  beforeEach(() => room.onlyWith([]));

  it('tells of an incident of Claude’s own, where the person has it asked for', async () => {
    const desk = await room.desk();
    await desk.set({ askStatusPage: true });
    room.claude.report(statusWithIncident('Errors on connectors'));
    const { popup, report } = await room.checkInPopup(await room.visitClaude());
    expect(report.primary?.code).toBe('client.service-incident');
    await popup.waitForSelector('text/Errors on connectors');
    expect(await violationsOn(popup)).toEqual([]);
    await popup.close();
    room.claude.report(calmStatus);
    await desk.set({ askStatusPage: false });
  });

  it('offers to throw old copies of Claude’s code away, and shows then what was before', async () => {
    await room.visitClaude();
    const page = await room.visitClaude();
    room.claude.release(2);
    const { popup, report } = await room.checkInPopup(page);
    expect(report.primary?.code).toBe('client.stale-cache');
    const again = await room.examAfter(() => clickOn(popup, 'Clear Claude’s cache'));
    expect(again.report && faultsIn(again.report)).toEqual([]);
    await popup.waitForSelector('text/Before:');
    await popup.waitForSelector(`text/${causeIn(report)}`);
    expect(await page.evaluate(() => document.documentElement.dataset['version'])).toBe('2');
    expect(await violationsOn(popup)).toEqual([]);
    await popup.close();
  });

  it('goes on when the popup is closed in the middle', async () => {
    const page = await room.visitClaudeWith([blocker.name]);
    await page.bringToFront();
    const popup = await room.openPopup();
    const exam = await room.examAfter(async () => {
      await clickOn(popup, 'Check this browser');
      await popup.close();
    });
    expect(exam.report?.primary?.code).toBe('client.request-blocked');
    const next = await room.openPopup();
    await next.waitForSelector(`text/${causeIn(exam.report)}`);
    await next.close();
  });

  it('the search goes on when its page is closed in the middle, and stops at a click', async () => {
    const page = await room.visitClaudeWith([blocker.name]);
    const before = await room.switchedOn();
    const { popup } = await room.checkInPopup(page);
    const opened = room.browser().context.waitForEvent('page');
    await clickOn(popup, 'Find the extension');
    const doctor = await opened;
    await doctor.getByRole('button', { name: 'Begin the search' }).click();
    await doctor.getByText('Looking for the extension').first().waitFor();
    await doctor.close();
    const next = await room.openPopup();
    await next.waitForSelector('text/Looking for the extension');
    expect(await violationsOn(next)).toEqual([]);
    await clickOn(next, 'Stop and put everything back');
    expect((await room.untilOver()).ended).toBe('stopped');
    await next.waitForSelector('text/You ended the search');
    await next.close();
    expect(await room.switchedOn()).toEqual(before);
  });

  it('offers to load a page anew whose first requests it could not see', async () => {
    const { send } = await room.desk();
    await send('dismissExam', {});
    const screen = await room.browser().open('options.html');
    await screen.evaluate(async () => {
      const { permissions } = (globalThis as unknown as BrowserGlobal).chrome;
      await permissions.remove({ origins: ['https://*/*', 'http://*/*'] });
    });
    for (const origin of browserLookOrigins) await room.browser().willAllow(origin);
    const page = await room.visitClaude();
    const doctor = await room.browser().open('doctor.html#browser');
    const { report } = await room.examAfter(() => doctor.getByRole('button', { name: 'Check this browser' }).click());
    expect(report?.verdict).toBe('ready');
    expect(report && observedIn(report)['page-traffic']?.isWhole).toBe(false);
    const loaded = page.waitForEvent('load');
    const reload = doctor.getByRole('button', { name: 'Reload and look again' }).first();
    const again = await room.examAfter(() => reload.click());
    await loaded;
    expect(again.report && observedIn(again.report)['page-traffic']?.isWhole).toBe(true);
    expect(again.report && faultsIn(again.report)).toEqual([]);
    await expect.poll(() => reload.count()).toBe(0);
    await doctor.close();
    await screen.close();
  });
});

function causeIn(report: Report | null): string {
  return report?.findings.find(({ id }) => id === report.primary?.id)?.title ?? 'no cause';
}
