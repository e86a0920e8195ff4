import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { german } from '../../lib/i18n/german/catalogue.ts';
import { speak } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { reportInHtml } from '../../lib/report/html/data-block.ts';
import { renderHtml } from '../../lib/report/html/render-html.ts';
import { hostileReport } from '../support/hostile-report.ts';
import { notAnAddress, overflowing, reports } from './gallery/doctor-reports.ts';
import { browserReports } from './gallery/sample-browser.ts';
import { batchesOf, hostileStage, stagePicture, type HostileStage } from './hostile-stage.ts';

let stage: HostileStage;
let axe: string;
const { broken, degraded, signInNeeded, signedIn, ready } = reports;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  stage = await hostileStage('report');
});

afterAll(() => stage.close());

beforeEach(() => {
  stage.deeds();
});

const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
/** The page of a report has some hundred elements: what is looked at is no page of an error. */
const fewestElements = 200;

describe('a report’s page, whatever others wrote into the report,', () => {
  it('runs and loads nothing, even without its policy', async () => {
    const page = await stage.watchedPage();
    for (const batch of stage.batches) {
      const documents = batch.map(({ text }) => renderHtml(hostileReport(text)).replace(policy, ''));
      expect(documents.filter((html) => policy.test(html))).toEqual([]);
      const elements = await stage.openTogether(page, documents);
      expect({ first: batch[0]?.id, deeds: stage.deeds() }).toEqual({ first: batch[0]?.id, deeds: [] });
      expect(elements.filter((count) => count > fewestElements)).toHaveLength(batch.length);
    }
    await page.close();
    expect(stage.payloads.length).toBeGreaterThan(100);
  });

  it('runs and loads nothing, opened from a file as it was saved', async () => {
    const page = await stage.watchedPage();
    for (const batch of batchesOf(stage.payloads, 30)) {
      const html = renderHtml(hostileReport(...batch.map(({ text }) => text)));
      expect(html).toMatch(policy);
      expect(await stage.openFile(page, html)).toBeGreaterThan(fewestElements);
      expect({ first: batch[0]?.id, deeds: stage.deeds() }).toEqual({ first: batch[0]?.id, deeds: [] });
    }
    await page.close();
  });

  it('is held back by its policy where markup gets in all the same', async () => {
    const page = await stage.watchedPage();
    const [head] = renderHtml(ready).split('<main>');
    expect(head).toMatch(policy);
    for (const batch of stage.batches) {
      await stage.openTogether(
        page,
        batch.map(({ text }) => `${head ?? ''}<main><p>${text}</p></main></body></html>`),
      );
    }
    await page.close();
    expect(stage.deeds().filter((deed) => deed.startsWith('ran'))).toEqual([]);
  });
});

const bundle: Report = { ...ready, subject: 'bundle', target: { file: 'acme.mcpb' } };
const noted: Report = {
  ...degraded,
  note: 'It began on Monday.\nOnly for some of us.',
  withheld: ['system', 'tools'],
  claude: { sentence: 'Couldn’t reach the MCP server.', reference: 'ofid_0123', stage: 'start_error' },
  tokenShapes: [{ mark: 'redacted-token-1', header: { alg: 'RS256', typ: 'JWT' }, claims: ['iss', 'sub', 'exp'] }],
};

/** Every part of a page stands in one of these. */
const looked: Readonly<Record<string, Report>> = {
  broken,
  noted,
  bundle,
  browser: browserReports.blockedAndListed,
  notAnAddress,
};

describe('a report’s page in a browser', () => {
  it('has no fault that axe knows in light and dark, English and German, and loads nothing', async () => {
    const page = await stage.watchedPage();
    const complaints = watchConsole(page);
    for (const [name, report] of Object.entries(looked)) {
      const html = name === 'broken' ? inGerman(() => renderHtml(report)) : renderHtml(report);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await stage.openFile(page, html);
        expect({ name, colorScheme, faults: await faultsOf(page) }).toEqual({ name, colorScheme, faults: [] });
      }
    }
    expect(stage.deeds()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('fits 320 pixels, with all open, whatever it shows', async () => {
    const page = await stage.watchedPage();
    await page.setViewportSize({ width: 320, height: 800 });
    for (const [name, report] of Object.entries({ ...looked, signInNeeded, signedIn, overflowing })) {
      await stage.openFile(page, renderHtml(report));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ name, width }).toEqual({ name, width: 320 });
    }
    await page.close();
  });

  it('prints what is folded, but for what proves nothing, and within its paper', async () => {
    const page = await stage.watchedPage();
    // A4 between its margins.
    await page.setViewportSize({ width: 688, height: 1_000 });
    await stage.openFile(page, renderHtml(noted));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = false;
    });
    expect(await page.evaluate(unseenParts, '*')).toBeGreaterThan(5);

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const seen = await page.evaluate(() => ({
      ink: getComputedStyle(document.body).color,
      ground: getComputedStyle(document.body).backgroundColor,
      contents: getComputedStyle(document.querySelector('nav') ?? document.body).display,
      width: document.documentElement.scrollWidth,
    }));
    expect(seen).toMatchObject({
      ink: 'rgb(0, 0, 0)',
      ground: 'rgb(255, 255, 255)',
      contents: 'none',
      width: 688,
    });
    expect(await page.evaluate(unseenParts, ':not(.screen-alone *)')).toBe(0);
    expect(await page.evaluate(unseenParts, '.screen-alone *')).toBeGreaterThan(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await page.screenshot({ fullPage: true })).length).toBeGreaterThan(100_000);
    await page.close();
  });

  it('leads from what proves a finding to the request, which opens', async () => {
    const page = await stage.watchedPage();
    await stage.openFile(page, renderHtml(broken));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = false;
    });
    const proof = page.locator('.proofs a').first();
    const place = await proof.getAttribute('href');
    await proof.click();
    await expect.poll(() => page.locator(place ?? 'none').isVisible()).toBe(true);
    await page.close();
  });

  it('gives the report back as it is, saved again by a browser', async () => {
    const page = await stage.watchedPage();
    for (const report of [
      noted,
      browserReports.blockedAndListed,
      hostileReport(...stage.payloads.map(({ text }) => text)),
    ]) {
      await stage.openFile(page, renderHtml(report));
      const saved = await page.evaluate(() => [
        document.documentElement.outerHTML,
        new XMLSerializer().serializeToString(document),
      ]);
      for (const text of saved) expect(reportInHtml(text)).toBe(encodeReport(report).trim());
    }
    await page.close();
  });
});

/** How many of the parts that fold cannot be seen. */
function unseenParts(where: string): number {
  const parts = [...document.querySelectorAll('details > .inside')].filter((each) => each.matches(where));
  return parts.filter((each) => !each.checkVisibility()).length;
}

/** What the browser complains of, such as something that the policy held back. */
function watchConsole(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isOfStage = message.text().includes(`'${stagePicture}'`);
    if ((message.type() === 'error' || message.type() === 'warning') && !isOfStage) complaints.push(message.text());
  });
  return complaints;
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: found } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }> };
    };
    return (await found.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

function inGerman<T>(make: () => T): T {
  const before = speak(german);
  const made = make();
  speak(before);
  return made;
}
