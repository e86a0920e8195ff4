import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claudeHosts, putUpClaude } from '../../clinic/browser/claude-page.ts';
import { startFlow, violationsOn, type Flow } from './flows-support.ts';

describe('the search of the side panel, by the keyboard alone', () => {
  let flow: Flow;
  let panel: Page;
  beforeAll(async () => {
    flow = await startFlow(claudeHosts, async (stage) => void (await putUpClaude(stage)));
    panel = await flow.browser().open('sidepanel.html');
    await panel.bringToFront();
  });
  afterAll(() => flow.close());
  beforeEach(async () => {
    await panel.evaluate(() => {
      location.hash = '';
    });
    await panel.getByRole('navigation', { name: 'Help' }).waitFor();
  });

  it('answers a question with typing errors, and shows it again on the way back from another answer', async () => {
    const question = 'how do I discconect a conector';
    await typeInto(panel, question);
    const best = panel.getByRole('region', { name: 'Best answer' });
    await best.getByRole('heading', { name: 'How do I disconnect a connector?' }).waitFor();
    await best.getByText('Press Disconnect under Customize > Connectors').waitFor();
    await best.getByText('Source:').waitFor();
    const others = panel.getByRole('region', { name: 'Also found' }).locator('[data-result]');
    const other = (await others.nth(1).innerText()).trim();
    await downTo(panel, other);
    await panel.keyboard.press('Enter');
    await panel.getByRole('heading', { name: other }).waitFor();
    await best.waitFor({ state: 'detached' });
    await goBack(panel);
    await best.getByRole('heading', { name: 'How do I disconnect a connector?' }).waitFor();
    expect(await fieldOf(panel).inputValue()).toBe(question);
    expect((await others.nth(1).innerText()).trim()).toBe(other);
    expect(await violationsOn(panel)).toEqual([]);
  });

  it('explains a pasted error before everything else, and leads by its causes to a guide and back', async () => {
    const error = 'Couldn’t reach the MCP server. You can check the server URL and verify the server is running.';
    await typeInto(panel, error);
    const explained = panel.getByRole('region', { name: 'This error' });
    await explained.getByText('Claude could not complete its first contact with the server.').waitFor();
    const results = panel.locator('[data-result]');
    expect(await results.first().innerText()).toBe('Causes, and how to check them');
    await downTo(panel, 'Causes, and how to check them');
    await panel.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Explain an error' }).waitFor();
    await tabTo(panel, 'Guide: Let Claude through a firewall');
    await panel.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Let Claude through a firewall' }).waitFor();
    await goBack(panel);
    await panel.getByRole('heading', { name: 'Explain an error' }).waitFor();
    await panel.getByText('Claude could not complete its first contact with the server.').waitFor();
    await goBack(panel);
    await explained.waitFor();
    expect(await fieldOf(panel).inputValue()).toBe(error);
    expect(await results.first().innerText()).toBe('Causes, and how to check them');
  });
});

function fieldOf(panel: Page) {
  return panel.getByRole('searchbox', { name: 'What’s wrong?' });
}

/** Comes to the field by Tab, and types. */
async function typeInto(panel: Page, text: string): Promise<void> {
  await pressUntil(panel, 'Tab', () => fieldOf(panel).evaluate((field) => field === document.activeElement));
  await panel.keyboard.type(text);
  expect(await fieldOf(panel).inputValue()).toBe(text);
}

/** Walks from the field down through the results. */
async function downTo(panel: Page, words: string): Promise<void> {
  await pressUntil(panel, 'ArrowDown', async () => (await focusedName(panel)) === words);
}

async function tabTo(panel: Page, words: string): Promise<void> {
  await pressUntil(panel, 'Tab', async () => (await focusedName(panel)) === words);
}

/** The way back stands above everything else. */
async function goBack(panel: Page): Promise<void> {
  await pressUntil(panel, 'Shift+Tab', async () => (await focusedName(panel)) === 'Back');
  await panel.keyboard.press('Enter');
}

const mostPresses = 80;

async function pressUntil(panel: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await isThere()) return;
    await panel.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there; it ends on “${await focusedName(panel)}”`);
}

function focusedName(panel: Page): Promise<string> {
  return panel.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
  });
}
