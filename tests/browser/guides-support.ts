import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { guides } from '../../lib/guides/catalog.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { GuideStep, Reader } from '../../lib/guides/guide.ts';
import { placeUrl, stepsFor } from '../../lib/help/guide-steps.ts';
import { readerWords } from '../../components/guide/sight-words.ts';

/** The connector that every walk is about. */
export const acme = { name: 'Acme', url: 'https://mcp.acme.dev/mcp' };

/** What came of the look at one step: seen by ourselves, or not, with what the panel says of it. */
export interface WalkedStep {
  readonly step: string;
  readonly kind: string | null;
  readonly isSeen: boolean;
  readonly words: string;
}

/** Somebody who follows guides in the panel, beside a tab with Claude. */
export interface Walker {
  readonly panel: Page;
  readonly claude: Page;
}

/** Opens a guide in the panel that is there, and begins it. */
export async function beginGuideIn({ panel }: Walker, id: GuideId, reader: Reader): Promise<void> {
  await panel.evaluate((hash) => {
    location.hash = hash;
  }, `#guide=${id}`);
  await panel.getByRole('heading', { level: 2, name: guides[id].title }).waitFor();
  const several = guides[id].readers.length > 1;
  await panel.getByRole('button', { name: several ? readerWords(reader, id) : 'Begin', exact: true }).click();
  await cardIn(panel).waitFor();
}

/** Follows a guide to its end, letting everything be seen that can be. */
export async function walkGuide(walker: Walker, id: GuideId, reader: Reader): Promise<readonly WalkedStep[]> {
  const { panel } = walker;
  await fillConnector(panel);
  const walked: WalkedStep[] = [];
  const steps = stepsFor(guides[id], reader);
  for (const [index, step] of steps.entries()) {
    await panel.getByText(`Step ${String(index + 1)} of ${String(steps.length)}`, { exact: true }).waitFor();
    walked.push(await lookAtStep(walker, step));
    const last = walked.at(-1)?.isSeen === true ? 'Next step' : 'Done';
    await cardIn(panel).getByRole('button', { name: last, exact: true }).click();
  }
  await panel.getByRole('heading', { name: 'You are through' }).waitFor();
  return walked;
}

/** The step that stands large. */
export function cardIn(panel: Page): Locator {
  return panel.locator('section[aria-labelledby="guide-step"]');
}

/** Where a guide fills in the connector, types it. */
export async function fillConnector(panel: Page, { name, url } = acme): Promise<void> {
  const open = panel.getByRole('button', { name: 'the connector’s name and address' });
  const inPlace = panel.getByRole('button', { name: 'Use these' });
  if ((await open.count()) + (await inPlace.count()) === 0) return;
  if ((await open.count()) > 0) await open.click();
  await panel.getByLabel('Name in Claude').fill(name);
  await panel.getByLabel('Address of the connector').fill(url);
  await panel.getByRole('button', { name: 'Use these' }).click();
  await panel.getByText(url).first().waitFor();
}

const buttons = {
  check: 'Check now',
  browser: 'Look at this browser',
  'status-page': 'Ask Claude’s status page',
} as const;

async function lookAtStep(walker: Walker, step: GuideStep): Promise<WalkedStep> {
  const { panel, claude } = walker;
  const { verify } = step;
  const card = cardIn(panel);
  if (verify === null) {
    await card.getByText('Only you can see this').waitFor();
    return { step: step.id, kind: null, isSeen: false, words: '' };
  }
  if (verify.kind === 'page') {
    if (step.place === verify.place) await openBeside(walker);
    else await claude.goto(placeUrl(verify.place, acme));
  } else if (verify.kind === 'no-error-on-page') await lookElsewhereFirst(walker, step);
  else await card.getByRole('button', { name: buttons[verify.kind], exact: true }).click();
  const said = card.getByText(/^(Seen: |Not yet: |This could not be seen)/);
  await said.first().waitFor({ timeout: 50_000 });
  const words = await card.innerText();
  const isSeen = /^Seen: /m.test(words);
  // Only what was seen is ticked: all else is still the person’s to tick.
  expect(await card.getByRole('button', { name: isSeen ? 'Next step' : 'Done', exact: true }).count(), step.id).toBe(1);
  return { step: step.id, kind: verify.kind, isSeen, words };
}

/** That another page of Claude’s shows no error ticks nothing; that the step’s own page shows none does. */
async function lookElsewhereFirst({ panel, claude }: Walker, step: GuideStep): Promise<void> {
  const card = cardIn(panel);
  const look = card.getByRole('button', { name: 'Look at the page now', exact: true });
  await claude.goto('https://claude.ai/recents');
  await look.click();
  await card.getByText('The tab beside does not show “').waitFor();
  expect(await card.getByText(/^Seen: /).count(), step.id).toBe(0);
  await claude.goto(placeUrl(step.place ?? 'connectors', acme));
  await card.getByText('The tab beside does not show “').waitFor({ state: 'detached' });
  await look.click();
}

/** Follows the link of the step, and waits until its page is there, in the tab that shows Claude already. */
async function openBeside({ panel, claude }: Walker): Promise<void> {
  const tabs = claude.context().pages().length;
  await cardIn(panel).getByRole('button', { name: 'Open beside:' }).click();
  await panel.bringToFront();
  await cardIn(panel).getByText('Seen: the tab beside shows').waitFor();
  expect(claude.context().pages()).toHaveLength(tabs);
}
