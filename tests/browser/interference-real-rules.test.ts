import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { innocents } from '../../clinic/browser/troublemakers/innocents.ts';
import { registryRequests } from '../../clinic/browser/troublemakers/requests.ts';
import { adguardBlocker, fetchAdguardRules } from './adguard-rules.ts';
import { faultsIn, startInterference, type Interference } from './interference-support.ts';

const rules = await fetchAdguardRules();
const isMissing = 'problem' in rules;
const without = isMissing ? ` (left out: ${rules.problem})` : '';
if (isMissing) console.warn(`Tests with published rules are left out. ${rules.problem}`);

/** Two blockers with some 160,000 published rules each; one has a rule of the person's own besides. */
describe.skipIf(isMissing)(`a blocker with AdGuard’s published rules${without}`, () => {
  const plain = 'Published Rules';
  const own = 'Published Rules and One More';
  let room: Interference;
  beforeAll(async () => {
    const folder = 'folder' in rules ? rules.folder : '';
    room = await startInterference([
      adguardBlocker(plain, folder, []),
      adguardBlocker(own, folder, [registryRequests]),
    ]);
  }, 120_000);
  afterAll(() => room.close());

  it('blocks what Claude does not need, and is not accused of anything', async () => {
    await room.onlyWith([plain]);
    // Rules in such numbers come into force some time after their extension.
    await expect
      .poll(
        async () => {
          await room.visitClaude();
          return (await room.look()).findings.map(({ code }) => code);
        },
        { timeout: 30_000 },
      )
      .toContain('client.telemetry-blocked');
    await room.onlyWith([plain]);
    const { popup, report } = await room.checkInPopup(await room.visitClaude());
    expect(report.verdict).toBe('ready');
    expect(faultsIn(report)).toEqual([]);
    await popup.close();
  });

  it('is found among the others by the one rule that keeps the directory away, although it takes its time', async () => {
    await room.onlyWith([own]);
    await expect
      .poll(async () => (await room.visitClaude()).evaluate(() => document.documentElement.dataset['directory']), {
        timeout: 30_000,
      })
      .toBe('failed');
    const before = await room.switchedOn();
    expect(before.length).toBeGreaterThanOrEqual(12);
    const { popup, report } = await room.checkInPopup(await room.visitClaude());
    expect(report.primary?.code).toBe('client.request-blocked');
    const { page, bisect } = await room.findExtension(popup);
    expect(bisect.findings?.outcome, bisect.problem ?? '').toEqual({
      kind: 'culprits',
      groups: [[{ id: room.crowd.idOf(own), name: own }]],
    });
    expect(bisect.findings?.rounds).toBeLessThanOrEqual(6);
    expect(await room.switchedOn()).toEqual(before);
    await page.getByText(`“${own}” stands in Claude’s way`).first().waitFor();
    for (const { name } of innocents) expect(await page.getByText(`“${name}” stands`).count()).toBe(0);
    await page.close();
  });
});
