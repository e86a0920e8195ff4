import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedProxy, hideByStyle, patchFetch, patchFetchByElement } from '../../clinic/browser/troublemakers/pages.ts';
import {
  appendPolicy,
  blockAfterDelay,
  blockByRules,
  blockTogetherWith,
  listRequests,
  redirectByRules,
  registryRequests,
  removeHeaders,
  telemetryRequests,
} from '../../clinic/browser/troublemakers/requests.ts';
import type { SmallExtension } from '../../clinic/browser/troublemakers/small-extension.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { violationsOn, type PopupPage } from './flows-support.ts';
import { faultsIn, startInterference, type Interference } from './interference-support.ts';

const registry = [registryRequests];

/** What stands in Claude's way, one at a time, and what it is called then. */
const culprits: readonly (readonly [extension: SmallExtension, code: string])[] = [
  [blockByRules('Blocker', registry), 'client.request-blocked'],
  [blockAfterDelay('Slow Blocker', [listRequests], { delayMs: 400, keeps: 'dynamic' }), 'client.request-blocked'],
  [redirectByRules('Redirector', registry, 'https://claude.ai/api/elsewhere'), 'client.request-redirected'],
  [redirectByRules('Emptier', registry, null), 'client.request-redirected'],
  [appendPolicy('Stricter Policy', "connect-src 'self'"), 'client.headers-altered'],
  [removeHeaders('Header Remover', registry, { response: ['access-control-allow-origin'] }), 'client.headers-altered'],
  [removeHeaders('Cookie Remover', [{ urlFilter: '||claude.ai/' }], { request: ['cookie'] }), 'client.headers-altered'],
  [patchFetchByElement('Old Patcher', '/mcp-registry/'), 'client.page-script-patched'],
  [patchFetch('Patcher', '/mcp-registry/'), 'client.page-script-patched'],
  [hideByStyle('Element Hider', '[role="dialog"]'), 'client.page-elements-hidden'],
];
const proxy = fixedProxy('Proxy', 9);
const trackers = blockByRules('Tracker Blocker', telemetryRequests);
const pair = [
  blockTogetherWith('One Half', 'Other Half', registry),
  { name: 'Other Half', manifest: { host_permissions: ['<all_urls>'] } },
];
const first = blockByRules('First Blocker', registry);
const second = blockByRules('Second Blocker', [{ urlFilter: '||anthropic.com^', resourceTypes: ['xmlhttprequest'] }]);

describe('what stands in Claude’s way', () => {
  let room: Interference;
  beforeAll(async () => {
    room = await startInterference([
      ...culprits.map(([extension]) => extension),
      proxy,
      trackers,
      ...pair,
      first,
      second,
    ]);
  });
  afterAll(() => room.close());

  it('is nothing where only innocent extensions are installed', async () => {
    await room.onlyWith([]);
    expect((await room.switchedOn()).length).toBeGreaterThanOrEqual(12);
    const page = await room.visitClaude();
    const { popup, report } = await room.checkInPopup(page);
    expect(report.verdict).toBe('ready');
    expect(faultsIn(report)).toEqual([]);
    await popup.waitForSelector('text/Nothing in the way');
    expect(await violationsOn(popup)).toEqual([]);
    await popup.close();
    const whole = await room.look({ extensions: true, statusPage: true, siteSettings: true, reload: true });
    expect(whole.verdict).toBe('ready');
    expect(faultsIn(whole)).toEqual([]);
  });

  it.each(culprits.map(([{ name }, code]) => [name, code] as const))('“%s” is found by %s', async (name, code) => {
    const { popup, report } = await room.checkInPopup(await room.visitClaudeWith([name]));
    expect(report.primary?.code).toBe(code);
    const { findings } = await expectCulprits(popup, [[name]]);
    expect(findings?.rounds).toBeLessThanOrEqual(6);
  });

  it('a blocked tracker is a note, and no cause', async () => {
    const isTold = ({ findings }: Report): boolean => findings.some(({ code }) => code === 'client.telemetry-blocked');
    const { popup, report } = await room.checkInPopup(await room.visitClaudeWith([trackers.name], isTold));
    expect(report.verdict).toBe('ready');
    expect(faultsIn(report)).toEqual([]);
    expect(isTold(report)).toBe(true);
    await popup.close();
  });

  it('a proxy that an extension has set is found although nothing can be loaded any more', async () => {
    await room.onlyWith([]);
    const page = await room.visitClaude();
    await room.onlyWith([proxy.name]);
    // Its worker sets the proxy some time after it was switched on.
    await expect.poll(async () => faultsIn(await room.look())).not.toEqual([]);
    await (await room.desk()).send('dismissExam', {});
    const { popup, report } = await room.checkInPopup(page);
    expect(report.primary?.code).toBe('client.proxy-controlled');
    await expectCulprits(popup, [[proxy.name]]);
  });

  it('two of which each is enough are both named', async () => {
    const { popup, report } = await room.checkInPopup(await room.visitClaudeWith([first.name, second.name]));
    expect(report.primary?.code).toBe('client.request-blocked');
    await expectCulprits(popup, [[first.name], [second.name]]);
  });

  it('two that do it only together are named together', async () => {
    const page = await room.visitClaudeWith(pair.map(({ name }) => name));
    const { popup, report } = await room.checkInPopup(page);
    expect(report.primary?.code).toBe('client.request-blocked');
    await expectCulprits(popup, [pair.map(({ name }) => name)]);
  });

  /** Has the extensions found, and nobody else accused; everything is as it was then. */
  async function expectCulprits(popup: PopupPage, groups: readonly (readonly string[])[]): Promise<BisectState> {
    const before = await room.switchedOn();
    const { page, bisect } = await room.findExtension(popup);
    expect(bisect.problem).toBeNull();
    expect(bisect.notRestored).toEqual([]);
    expect(bisect.suspects.length).toBeGreaterThanOrEqual(10);
    expect(await room.switchedOn()).toEqual(before);
    const { outcome } = bisect.findings ?? {};
    const named =
      outcome?.kind === 'culprits' ? outcome.groups.map((group) => group.map(({ name }) => name).sort()) : [];
    expect(named.sort(), JSON.stringify(bisect)).toEqual(groups.map((group) => [...group].sort()).sort());
    for (const name of groups.flat()) await page.getByText(`“${name}”`).first().waitFor();
    await page.close();
    return bisect;
  }
});
