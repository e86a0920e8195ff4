import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { picture, startFlow, violationsOn, type Flow } from './flows-support.ts';

const address = 'https://mcp.nordwind-pay.dev/team-4711/mcp';
const secret = `ghp_${'a1b2c3d4e5'.repeat(4).slice(0, 36)}`;
const note = 'Began after the move on Monday';

/** What of this check says who, where or with what. */
const telling = /nordwind|team-4711|find_payroll|Payroll|Chromium|HeadlessChrome|Linux x86_64|185\.199\./i;

const saves = ['Markdown', 'a page (HTML)', 'plain text', 'JSON', 'JUnit', 'SARIF', 'HAR'] as const;

let flow: Flow;
let page: Page;

beforeAll(async () => {
  const tools = [
    { name: 'find_payroll', title: 'Payroll', description: 'Payroll of one month.', inputSchema: { type: 'object' } },
  ];
  flow = await startFlow(['mcp.nordwind-pay.dev:443'], (stage) =>
    stage.host('mcp.nordwind-pay.dev', routes({ '/team-4711/mcp': mcpServer({ tools }) })),
  );
  const desk = await flow.desk();
  const runId = await desk.start({ text: address });
  await desk.until(runId, ['complete']);
  page = await flow.browser().open(`doctor.html#run=${runId}`);
});
afterAll(() => flow.close());

const box = (name: string | RegExp): ReturnType<Page['getByRole']> => page.getByRole('checkbox', { name });
const shown = (): Promise<string> => page.getByRole('region', { name: 'The report as it leaves' }).innerText();

describe('a report that leaves', () => {
  it('is led to from the overview, and seen first: all of it, in each form that people read', async () => {
    await page.getByRole('button', { name: 'Send this report…' }).click();
    await expect.poll(shown).toContain(address);
    for (const [form, words] of [
      ['plain text', 'nordwind'],
      ['JSON', '"schema": "connector-doctor/report@1"'],
      ['a page (HTML)', '<!doctype html>'],
      ['Markdown', '# '],
    ] as const) {
      await page.getByLabel('Read it as').selectOption({ label: form });
      await expect.poll(shown).toContain(words);
    }
    expect(await page.getByRole('region', { name: 'As a link' }).count()).toBe(0);
    await page.getByText(/^Other forms/).click();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'report-leaves-1');
  });

  it('can be hurried: what was switched off a moment ago is not in what is saved or copied now', async () => {
    await box(/^Host names/).uncheck();
    await box(/^Host names/).check();
    await expect.poll(shown).toContain('nordwind');
    const [download] = await Promise.all([page.waitForEvent('download'), hurried('Save as JSON')]);
    expect(`${download.suggestedFilename()} ${await readFile(await download.path(), 'utf8')}`).not.toContain(
      'nordwind',
    );
    await box(/^Host names/).check();
    await expect.poll(shown).toContain('nordwind');
    await hurried('Copy as JSON into the clipboard');
    await page.getByText('Copied as JSON.').waitFor();
    const copied = await pasted();
    expect(copied).not.toContain('nordwind');
    expect(copied).toContain('team-4711');
    await box(/^Host names/).check();
    expect((await saved('JSON')).name).toContain('nordwind');
  });

  it('leaves in the clipboard what was asked for last, however long the one before took', async () => {
    await page.evaluate(() => {
      const click = (name: string): void => {
        document.querySelector<HTMLElement>(`button[aria-label="${name}"]`)?.click();
      };
      click('Copy as SARIF into the clipboard');
      click('Copy as JSON into the clipboard');
    });
    await page.getByText('Copied as JSON.').waitFor();
    // It waits for the same part as the first of the two did, after it.
    await saved('SARIF');
    expect(await pasted()).toContain('connector-doctor/report@1');
  });

  it('shows what is switched off no more, and says what is lost', async () => {
    await page.getByRole('button', { name: 'Leave out all of the above' }).click();
    await box(/^Raw exchanges/).uncheck();
    for (const each of await page.getByRole('checkbox').all()) expect(await each.isChecked()).toBe(false);
    await expect.poll(shown).not.toMatch(telling);
    expect(await page.getByText(/^Left out by you: /).innerText()).toContain('Names of tools');
    await box(/^Raw exchanges/).check();
    await expect.poll(shown).not.toMatch(telling);
  });

  it('takes a note, without the secrets in it', async () => {
    const field = page.getByLabel('A note of your own');
    await field.fill(`${note}, with ${secret} at mcp.nordwind-pay.dev`);
    await page.getByText(/^Taken out of your note: 1 × /).waitFor();
    // At the field, and beside what saves and copies.
    const named = page.getByText('Your note still names what you leave out: mcp.nordwind-pay.dev.');
    await expect.poll(() => named.count()).toBe(3);
    await field.fill('Ask nordwind-pay.dev');
    await page.getByText('Your note still names what you leave out: nordwind-pay.dev.').first().waitFor();
    await field.fill(`${note}, with ${secret}`);
    await expect.poll(() => page.getByText(/^Your note still names/).count()).toBe(0);
    await expect.poll(shown).toContain(note);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'report-leaves-2');
  });

  it('holds nothing of it in any form, saved or copied, nor in a file’s name; the note is in all', async () => {
    for (const form of saves) {
      const { name, text } = await saved(form);
      expect(name).toMatch(/^connector-doctor \d{4}-\d\d-\d\d\.[a-z]+$/);
      await page.getByRole('button', { name: `Copy as ${form} into the clipboard` }).click();
      await page.getByText(`Copied as ${form}.`).waitFor();
      const copied = await pasted();
      expect(copied, form).toBe(text);
      expect(text, form).not.toMatch(telling);
      expect(text, form).not.toContain(secret);
      expect(text, form).toContain(note);
    }
  });

  it('holds none of it in the messages either, and what was decided outlasts a look at another tab', async () => {
    const handOff = page.getByRole('region', { name: 'Hand it on' });
    await handOff.getByRole('button', { name: 'Choose to whom…' }).click();
    await expect.poll(() => handOff.locator('input:focus, textarea:focus').count()).toBe(1);
    for (const receiver of await handOff.getByRole('radio').all()) {
      await receiver.check();
      expect(await handOff.innerText()).not.toMatch(telling);
      const links = await handOff
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(links.map(decodeURIComponent).join(' ')).not.toMatch(telling);
    }
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByRole('tab', { name: 'Report' }).click();
    await expect.poll(shown).toContain(note);
    expect(await shown()).not.toMatch(telling);
    expect(await box(/^Host names/).isChecked()).toBe(false);
  });

  it('is read by the keyboard, on a narrow page', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const region = page.getByRole('region', { name: 'The report as it leaves' });
    await region.focus();
    await page.keyboard.press('End');
    await expect.poll(() => region.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await picture(page, 'report-leaves-3');
  });
});

async function saved(form: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('region', { name: 'As a file' })
      .getByRole('button', { name: `Save as ${form}`, exact: true })
      .click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Switches the host names off and clicks, in two tasks that follow each other as no person could be so quick. */
function hurried(button: string): Promise<void> {
  return page.evaluate(async (name) => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    boxes.find(({ labels }) => labels?.[0]?.textContent.startsWith('Host names'))?.click();
    await new Promise<void>((next) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        next();
      };
      port2.postMessage(null);
    });
    document.querySelector<HTMLElement>(`button[aria-label="${name}"]`)?.click();
  }, button);
}

/** What is in the clipboard, as a person would paste it. */
async function pasted(): Promise<string> {
  const here = await page.evaluateHandle(() => document.body.appendChild(document.createElement('textarea')));
  await here.focus();
  await page.keyboard.press('ControlOrMeta+V');
  return here.evaluate((field) => {
    field.remove();
    return field.value;
  });
}
