import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overPhases } from '../../clinic/browser/desk.ts';
import { routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { guides } from '../../lib/guides/catalog.ts';
import { picture, startFlow, storageOf, violationsOn, type Flow } from './flows-support.ts';

const acme = 'https://mcp.acme.dev/mcp';
const found = 'The Free plan has room for one custom connector, and there is one already';

describe('what somebody tells of plan and role', () => {
  let flow: Flow;
  let requests = 0;
  beforeAll(async () => {
    const server = mcpServer({ legacy: ['2025-11-25'] });
    flow = await startFlow(['mcp.acme.dev:443'], (stage) =>
      stage.host(
        'mcp.acme.dev',
        routes({
          '/mcp': (call, response) => {
            requests += 1;
            return server(call, response);
          },
        }),
      ),
    );
  });
  afterAll(() => flow.close());

  it('joins the report on show without another request; plan and role go into the next one', async () => {
    const desk = await flow.desk();
    const first = await desk.start({ text: acme });
    await desk.until(first, overPhases);
    const page = await flow.browser().open(`doctor.html#run=${first}`);
    await page.getByRole('tab', { name: /^Findings/ }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await page.getByText(found).count()).toBe(0);
    const asked = requests;

    const panel = await flow.browser().open('sidepanel.html#plans');
    await panel.getByRole('button', { name: 'Free' }).click();
    await panel.getByText('Plan: Free').waitFor();
    await panel.getByRole('button', { name: /^Add another custom connector/ }).click();
    const outcome = panel.getByRole('heading', { name: 'Not while you have another custom connector.' });
    await outcome.waitFor();
    // The button is gone: the answer has the focus.
    expect(await outcome.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await violationsOn(panel)).toEqual([]);
    await picture(panel, 'account-panel');

    await page.getByText(found).first().waitFor();
    await page
      .getByRole('button', { name: `Guide: ${guides['custom-on-free'].title}` })
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'account-doctor');
    expect(requests).toBe(asked);
    expect(await reports(flow)).toMatchObject([{ verdict: 'ready', account: { plan: 'free', hasCustom: true } }]);

    const second = await desk.start({ text: acme });
    await desk.until(second, overPhases);
    // The wish was one of that moment.
    expect(await desk.report(second)).toMatchObject({ account: { plan: 'free', goal: null, hasCustom: null } });
    expect(await desk.report(first)).toMatchObject({ account: { goal: 'add-custom', hasCustom: true } });

    await panel.getByRole('button', { name: 'Forget these answers' }).click();
    await expect.poll(async () => (await reports(flow)).filter(({ account }) => account === null).length).toBe(1);
    await page.close();
    await panel.close();
  });

  it('asks what the server’s log shows where Claude failed and the server is well', async () => {
    const desk = await flow.desk();
    const claude = {
      ...{ page: 'https://claude.ai/customize/connectors', sentence: 'Couldn’t reach the MCP server.', stage: null },
      ...{ oauthError: null, reference: 'ofid_d325aa51c0ffee51', connectorUrl: acme, connectorName: null, seenAt: 0 },
    };
    const id = await desk.start({ text: acme, claude });
    await desk.until(id, overPhases);
    const page = await flow.browser().open(`doctor.html#run=${id}`);
    await page.getByRole('button', { name: 'No, nothing from Claude' }).click();
    await page.getByRole('button', { name: 'No, nothing from Claude' }).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: /^Findings/ }).click();
    await page.getByText('Claude may not have sent anything to the server').first().waitFor();
    await page.getByText('Read the message first').first().click();
    await page.getByText('Claude’s reference: ofid_d325aa51c0ffee51').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'account-server-log');
    expect(await desk.report(id)).toMatchObject({ verdict: 'ready', account: { serverLog: 'nothing' } });
    // What one server’s log shows is nothing to the next check.
    const next = await desk.start({ text: acme, claude });
    await desk.until(next, overPhases);
    expect((await desk.report(next))?.account).toBeNull();
    await page.close();
  });
});

async function reports(flow: Flow): Promise<readonly Report[]> {
  const page = await flow.browser().open('options.html');
  const { databases } = await storageOf(page);
  await page.close();
  const [, kept = []] = Object.entries(databases).find(([name]) => name.endsWith('/reports')) ?? [];
  return kept as readonly Report[];
}
