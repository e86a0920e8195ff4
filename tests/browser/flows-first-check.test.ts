import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overPhases } from '../../clinic/browser/desk.ts';
import { routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { picture, startFlow, type Flow } from './flows-support.ts';
import { gateAt } from './runs-support.ts';

const acme = 'https://mcp.acme.dev/mcp';

describe('a first check, everything being allowed', () => {
  let flow: Flow;
  const gate = gateAt('tools/list');
  beforeAll(async () => {
    flow = await startFlow(['mcp.acme.dev:443'], (stage) =>
      stage.host('mcp.acme.dev', routes({ '/mcp': gate.before(mcpServer({ legacy: ['2025-11-25'] })) })),
    );
  });
  afterAll(() => flow.close());

  it('goes from the popup to the result and on to the doctor page', async () => {
    await flow.visit('https://mcp.acme.dev/');
    const popup = await flow.openPopup();
    await picture(popup, 'first-1-empty');
    await popup.type('textarea', acme);
    await popup.keyboard.press('Enter');
    await gate.reached;
    await popup.waitForSelector('text/Cancel');
    await picture(popup, 'first-2-running');
    gate.open();
    await popup.waitForSelector('text/Details');
    await picture(popup, 'first-3-result');
    const [run] = await flow.runs();
    expect(run).toMatchObject({ phase: 'complete', url: acme, outcome: { verdict: 'ready' } });
    const [page] = await Promise.all([
      flow.browser().context.waitForEvent('page'),
      popup.waitForSelector('text/Details').then((details) => details?.click()),
    ]);
    await page.getByRole('tab', { name: 'Overview' }).waitFor();
    await page.getByText('Nothing wrong seen from here').first().waitFor();
    await picture(page, 'first-4-doctor');
    expect(new URL(page.url()).hash).toBe(`#run=${run?.id ?? ''}`);
    expect(await (await flow.desk()).until(run?.id ?? '', overPhases)).toMatchObject({ phase: 'complete' });
  });
});
