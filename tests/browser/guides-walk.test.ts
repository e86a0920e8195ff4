import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeConnectorsUrl, claudeHosts, putUpClaude } from '../../clinic/browser/claude-page.ts';
import { respond, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { guides } from '../../lib/guides/catalog.ts';
import { guideIds } from '../../lib/guides/guide-id.ts';
import { picture, startFlow, violationsOn, type Flow } from './flows-support.ts';
import { seenSteps } from './guides-seen.ts';
import { beginGuideIn, walkGuide, type WalkedStep, type Walker } from './guides-support.ts';

const walks = guideIds.flatMap((id) => guides[id].readers.map((reader) => ({ id, reader })));

describe('each guide, beside Claude', () => {
  let flow: Flow;
  let walker: Walker;
  const walked: WalkedStep[] = [];
  beforeAll(async () => {
    flow = await startFlow([...claudeHosts, 'mcp.acme.dev:443'], async (stage) => {
      await putUpClaude(stage);
      await stage.host('mcp.acme.dev', routes({ '/mcp': mcpServer({ modern: true }) }, respond(404, {}, '')));
    });
    const claude = await flow.visit(claudeConnectorsUrl);
    const panel = await flow.browser().open('sidepanel.html');
    walker = { claude, panel };
  });
  afterAll(() => flow.close());

  it.each(walks)('$id, followed by $reader, goes to its end', { timeout: 120_000 }, async ({ id, reader }) => {
    const { panel, claude } = walker;
    await claude.goto('https://claude.ai/recents');
    await panel.bringToFront();
    await beginGuideIn(walker, id, reader);
    expect(await violationsOn(panel)).toEqual([]);
    await picture(panel, `guide-${id}-${reader}`);
    const steps = await walkGuide(walker, id, reader);
    walked.push(...steps);
    expect(steps.filter(({ isSeen }) => isSeen).map(({ step }) => step)).toEqual(seenSteps[id][reader]);
    expect(await violationsOn(panel)).toEqual([]);
    await panel.getByRole('button', { name: 'Start over', exact: true }).click();
    await panel.evaluate(`chrome.storage.local.remove('guide:${id}')`);
  });

  it('and their steps were seen by ourselves in each of the five ways', () => {
    const seen = walked.filter(({ isSeen }) => isSeen);
    expect([...new Set(seen.map(({ kind }) => kind))].sort()).toEqual([
      'browser',
      'check',
      'no-error-on-page',
      'page',
      'status-page',
    ]);
  });
});
