import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeConnectorsUrl, claudeHosts, putUpClaude } from '../../clinic/browser/claude-page.ts';
import { respond, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { guides } from '../../lib/guides/catalog.ts';
import { guideIds, type GuideId } from '../../lib/guides/guide-id.ts';
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
    const seen = steps.filter(({ isSeen, step }) => isSeen && !dependsOnSpeed(id, step));
    expect(seen.map(({ step }) => step)).toEqual(seenSteps[id][reader]);
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

/** Whether answers were quick enough to be seen is a matter of the machine. */
function dependsOnSpeed(id: GuideId, step: string): boolean {
  const verify = guides[id].steps.find((each) => each.id === step)?.verify;
  return verify?.kind === 'check' && verify.gone.includes('http.slow');
}
