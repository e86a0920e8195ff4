import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overPhases } from '../../clinic/browser/desk.ts';
import { respond, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { guardedServer } from '../../clinic/oauth.ts';
import { startFlow, type Flow } from './flows-support.ts';
import { gateAt } from './runs-support.ts';

const acme = 'https://mcp.acme.dev/mcp';
const guarded = 'https://mcp.notebook.dev/mcp';
const hosts = ['mcp.acme.dev:443', 'mcp.notebook.dev:443'];

const click = (popup: Page, name: string): Promise<void> => popup.getByRole('button', { name }).click();
const shows = (popup: Page, words: string): Promise<void> => popup.getByText(words).first().waitFor();
/** In a tab of its own: the toolbar’s popup is gone through in flows-*.test.ts. */
const openPopup = (flow: Flow): Promise<Page> => flow.browser().open('popup.html');
const check = async (popup: Page, text: string): Promise<void> => {
  await popup.getByRole('textbox').fill(text);
  await popup.getByRole('textbox').press('Enter');
};

describe('the popup, everything being allowed', () => {
  let flow: Flow;
  let gate = gateAt('tools/list');
  beforeAll(async () => {
    flow = await startFlow(hosts, async (stage) => {
      const server = mcpServer({ legacy: ['2025-11-25'] });
      await stage.host('mcp.acme.dev', routes({ '/mcp': (call, response) => gate.before(server)(call, response) }));
      await stage.host('mcp.notebook.dev', guardedServer('https://mcp.notebook.dev'));
    });
  });
  afterAll(() => flow.close());

  it('can be closed in the middle of a check, and shows it again where it stands', async () => {
    const first = await openPopup(flow);
    await first.getByRole('textbox').fill(`claude mcp add acme ${acme}`);
    await shows(first, 'Understood as');
    await click(first, 'Check');
    await gate.reached;
    await first.getByRole('button', { name: 'Cancel' }).waitFor();
    await first.close();
    const second = await openPopup(flow);
    await second.getByRole('button', { name: 'Cancel' }).waitFor();
    gate.open();
    await shows(second, 'Nothing wrong seen from here');
    const states = await second.getByRole('list', { name: 'Claude’s twelve steps' }).locator('li').allTextContents();
    expect(states).toHaveLength(12);
    expect(states[2]).toContain('Step 3, the first request: nothing wrong seen');
    expect(states[4]).toContain('not needed by this server');
    await second.close();
  });

  it('ends a check at Cancel, and begins it anew at a click', async () => {
    gate = gateAt('tools/list');
    const popup = await openPopup(flow);
    await click(popup, 'Check again');
    await gate.reached;
    await click(popup, 'Cancel');
    await shows(popup, 'You ended this check');
    expect((await flow.runs())[0]).toMatchObject({ phase: 'cancelled', url: acme });
    gate.open();
    await click(popup, 'Check again');
    await shows(popup, 'Nothing wrong seen from here');
    expect((await flow.runs())[0]).toMatchObject({ phase: 'complete', url: acme });
    await popup.close();
  });

  it('says what a look at the sign-in service sends, and begins it only by a word', async () => {
    const before = (await flow.runs()).length;
    const popup = await openPopup(flow);
    await check(popup, guarded);
    await click(popup, 'Test the sign-in service…');
    await shows(popup, 'Up to three client registrations');
    expect(await flow.runs()).toHaveLength(before + 1);
    await click(popup, 'Not now');
    expect(await flow.runs()).toHaveLength(before + 1);
    await click(popup, 'Test the sign-in service…');
    await click(popup, 'Test it now');
    await expect.poll(async () => (await flow.runs())[0]?.choices.plans).toContain('active');
    const [run] = await flow.runs();
    await (await flow.desk()).until(run?.id ?? '', overPhases);
    await popup.close();
  });

  it('says that a text holds no address, and what is meant by one', async () => {
    const popup = await openPopup(flow);
    await popup.getByRole('textbox').fill('npx -y server-files');
    await shows(popup, 'This starts a program on one computer');
    await popup.close();
  });
});

describe('the popup, nothing being allowed', () => {
  let flow: Flow;
  beforeAll(async () => {
    flow = await startFlow(
      hosts,
      (stage) => stage.host('mcp.acme.dev', routes({ '/mcp': mcpServer({ modern: true }), '/': respond(404, {}, '') })),
      { isAllowed: false },
    );
  });
  afterAll(() => flow.close());

  it('keeps the wish while the browser asks, and goes on once it is allowed', async () => {
    const first = await openPopup(flow);
    // The browser's question waits for ever here, as for a person who thinks about it.
    await check(first, acme);
    const desk = await flow.desk();
    await expect.poll(async () => (await flow.runs())[0]?.phase).toBe('needs-permission');
    await first.close();
    await flow.browser().willAllow('https://mcp.acme.dev/*');
    const second = await openPopup(flow);
    await shows(second, 'To ask this connector anything');
    await click(second, 'Allow mcp.acme.dev');
    const [run] = await flow.runs();
    expect(await desk.until(run?.id ?? '', overPhases)).toMatchObject({
      phase: 'complete',
      outcome: { verdict: 'ready' },
    });
  });
});
