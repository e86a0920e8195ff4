import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overPhases } from '../../clinic/browser/desk.ts';
import { respond, respondHtml, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { defaultChoices } from '../../lib/runs/run-choices.ts';
import { gateAt, startRunRig, type RunRig } from './runs-support.ts';

const acme = 'https://mcp.acme.dev/mcp';
const acmeOrigin = 'https://mcp.acme.dev/*';

/** What axe finds on an open page, each as one line. */
async function violations(page: Page): Promise<readonly string[]> {
  // The page’s own rules for scripts would refuse a script element.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
        }>;
      };
    };
    return (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

describe('the doctor page, everything being allowed', () => {
  let rig: RunRig;
  beforeAll(async () => {
    rig = await startRunRig();
  });
  afterAll(() => rig.close());

  const open = (hash: string): Promise<Page> => rig.browser().open(`doctor.html${hash}`);

  it('begins a check that another page prepared only at a click, and shows what came of it', async () => {
    await rig.play(async (stage) => {
      const refuse = respond(404, { 'content-type': 'text/html' }, '<p>Nothing here</p>');
      await stage.host('mcp.acme.dev', routes({ '/mcp': mcpServer(), '/connect': refuse }));
    });
    const text = 'claude mcp add acme https://mcp.acme.dev/connect';
    const page = await open(`#check=${encodeURIComponent(text)}`);
    await page.getByText('Understood as').waitFor();
    expect(await page.getByLabel('The connector’s address').inputValue()).toBe(text);
    expect(await page.getByText('None yet.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('Claude stops at step 3 of 12').waitFor();
    expect(page.url()).toContain('#run=');
    expect(await page.getByRole('region', { name: 'Why not?' }).innerText()).toContain('https://mcp.acme.dev/mcp');
    expect(await page.title()).toBe('mcp.acme.dev – Connector Doctor');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('shows an exchange as it was, and leads from a finding’s address to the finding', async () => {
    const page = await open('');
    await page
      .getByRole('link', { name: /mcp\.acme\.dev/ })
      .first()
      .click();
    await page.getByRole('tab', { name: /Exchanges/ }).click();
    await page
      .getByRole('button', { name: /^e\d+.*POST.*\/connect/ })
      .first()
      .click();
    await page.getByText('Nothing here').waitFor();
    expect(page.url()).toMatch(/&tab=exchanges&exchange=e\d+$/);
    await page.goBack();
    expect(page.url()).not.toContain('#run=');
    await page.goForward();
    await page.getByText('Nothing here').waitFor();
    const [run] = /#run=[^&]+/.exec(page.url()) ?? [''];
    await page.close();
    const finding = await open(`${run}&finding=transport.wrong-path`);
    await finding.waitForFunction(() => document.activeElement?.tagName === 'ARTICLE');
    expect(await finding.locator('article:focus').innerText()).toContain('The cause');
    await finding.close();
  });

  it('saves a report, opens it again as somebody else’s, and says what is wrong with a damaged one', async () => {
    const page = await open('');
    await page
      .getByRole('link', { name: /mcp\.acme\.dev/ })
      .first()
      .click();
    await page.getByRole('tab', { name: 'Report' }).click();
    await page.getByText(/^Other forms/).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as JSON' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^connector-doctor mcp\.acme\.dev \d{4}-\d\d-\d\d\.json$/);
    const path = await download.path();
    await page.goto(page.url().replace(/#.*/, '#'));
    await page.getByLabel('A saved report').setInputFiles(path);
    await page.getByText('Somebody else’s report', { exact: true }).waitFor();
    await page.getByText('Claude stops at step 3 of 12').waitFor();
    const broken = `${path}.cut.json`;
    await writeFile(broken, (await readFile(path, 'utf8')).slice(0, 2_000));
    await page.getByRole('button', { name: 'Put it aside' }).click();
    await page.getByLabel('A saved report').setInputFiles(broken);
    await page.getByText('It ends in the middle: the file was cut off.').waitFor();
    await page.close();
  });

  it('fills while a check goes on, and ends it at Cancel', async () => {
    const gate = gateAt('tools/list');
    const desk = await rig.play((stage) => stage.host('mcp.acme.dev', routes({ '/mcp': gate.before(mcpServer()) })));
    const runId = await desk.start({ text: acme });
    await gate.reached;
    const page = await open(`#run=${runId}&tab=exchanges`);
    await page
      .getByRole('button', { name: /^e\d+.*initialize/ })
      .first()
      .waitFor();
    await page.getByText('and more to come').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('You ended this check').waitFor();
    gate.open();
    expect(await desk.until(runId, overPhases)).toMatchObject({ phase: 'cancelled' });
    await page.close();
  });

  it('shows the newest check beside Claude, in the side panel', async () => {
    const desk = await rig.play((stage) =>
      stage.host('mcp.acme.dev', routes({ '/mcp': respondHtml(403, '<title>Sign in</title>') })),
    );
    await desk.until(await desk.start({ text: acme }), overPhases);
    const panel = await rig.browser().open('sidepanel.html');
    await panel.getByText('Fix this').waitFor();
    expect(await violations(panel)).toEqual([]);
    await panel.close();
  });

  it('asks again for the word that a check rested on', async () => {
    const desk = await rig.play((stage) => stage.host('mcp.acme.dev', routes({ '/mcp': mcpServer() })));
    const choices = { ...defaultChoices, plans: [...defaultChoices.plans, 'active' as const] };
    const runId = await desk.start({ text: acme, choices });
    await desk.until(runId, overPhases);
    const page = await open(`#run=${runId}`);
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('What stays behind').waitFor();
    expect(page.url()).toContain(`#run=${runId}`);
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByRole('button', { name: 'Check again' }).waitFor();
    await page.close();
  });

  it('deletes a check with its report', async () => {
    const page = await open('');
    const items = page.getByRole('region', { name: 'Checks on this machine' }).getByRole('listitem');
    await items.first().waitFor();
    const before = await items.count();
    await items
      .first()
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expect.poll(() => items.count()).toBe(before - 1);
    await page.reload();
    await items.first().waitFor();
    expect(await items.count()).toBe(before - 1);
    await page.close();
  });
});

describe('the page that asks for a permission', () => {
  let rig: RunRig;
  beforeAll(async () => {
    rig = await startRunRig({ isAllowed: false });
  });
  afterAll(() => rig.close());

  it('asks at its one button, and the check goes on', async () => {
    const desk = await rig.play((stage) => stage.host('mcp.acme.dev', routes({ '/mcp': mcpServer() })));
    const runId = await desk.start({ text: acme });
    await desk.until(runId, ['needs-permission']);
    const page = await rig.browser().open(`doctor.html#allow=${runId}`);
    await page.getByText('One permission is needed').waitFor();
    expect(await violations(page)).toEqual([]);
    await rig.browser().willAllow(acmeOrigin);
    await page.bringToFront();
    await page.getByRole('button', { name: 'Allow and check' }).click();
    await page.getByText('Nothing wrong seen from here').first().waitFor();
    expect(page.url()).toContain(`#run=${runId}`);
    await page.close();
  });
});
