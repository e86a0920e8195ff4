import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { overPhases, type Desk } from '../../clinic/browser/desk.ts';
import { respond, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { guardedServer } from '../../clinic/oauth.ts';
import { picture, startFlow, violationsOn, type Flow } from './flows-support.ts';
import { gateAt } from './runs-support.ts';

const names = ['open', 'guarded', 'broken', 'slow'] as const;
const urlOf = (name: (typeof names)[number]): string => `https://mcp.${name}.dev/mcp`;

let flow: Flow;
let desk: Desk;
const gate = gateAt('tools/list');
const ids: Partial<Record<(typeof names)[number], string>> = {};

beforeAll(async () => {
  flow = await startFlow(
    names.map((name) => `mcp.${name}.dev:443`),
    async (stage) => {
      await stage.host('mcp.open.dev', routes({ '/mcp': mcpServer({ modern: true }) }));
      await stage.host('mcp.guarded.dev', guardedServer('https://mcp.guarded.dev'));
      await stage.host('mcp.broken.dev', respond(403, { server: 'cloudflare', 'cf-mitigated': 'challenge' }, 'no'));
      await stage.host('mcp.slow.dev', routes({ '/mcp': gate.before(mcpServer()) }));
    },
  );
  desk = await flow.desk();
  // The slow one is under way as long as somebody looks at it.
  await desk.set({ timeoutMs: 600_000, stepTimeoutMs: 600_000 });
  for (const name of ['open', 'guarded', 'broken'] as const) {
    ids[name] = await desk.start({ text: urlOf(name) });
    await desk.until(ids[name], overPhases);
  }
  ids.slow = await desk.start({ text: urlOf('slow') });
  await gate.reached;
});
afterAll(async () => {
  gate.open();
  await flow.close();
});

interface Screen {
  readonly name: string;
  readonly path: () => string;
  /** What it shows when it is ready. */
  readonly shows: string;
  readonly then?: (page: Page) => Promise<void>;
}

const run = (name: (typeof names)[number], rest = '') => `doctor.html#run=${ids[name] ?? ''}${rest}`;
const click =
  (name: string) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name }).first().click();

const screens: readonly Screen[] = [
  { name: 'popup-running', path: () => 'popup.html', shows: 'Cancel' },
  { name: 'popup-result', path: () => 'popup.html', shows: 'Details', then: click('mcp.broken.dev') },
  { name: 'popup-sign-in', path: () => 'popup.html', shows: 'Details', then: click('mcp.guarded.dev') },
  {
    name: 'popup-consent',
    path: () => 'popup.html',
    shows: 'What stays behind',
    then: async (page) => {
      await click('mcp.guarded.dev')(page);
      await click('Look behind the sign-in…')(page);
    },
  },
  { name: 'doctor-start', path: () => 'doctor.html', shows: 'Open a saved report' },
  { name: 'doctor-ways', path: () => 'doctor.html#check=https%3A%2F%2Fmcp.open.dev', shows: 'More ways to look' },
  { name: 'doctor-running', path: () => run('slow'), shows: 'Cancel' },
  { name: 'doctor-ready', path: () => run('open'), shows: 'Does it work?' },
  { name: 'doctor-broken', path: () => run('broken'), shows: 'Why not?' },
  { name: 'doctor-findings', path: () => run('broken', '&tab=findings'), shows: 'Fix this' },
  { name: 'doctor-exchanges', path: () => run('guarded', '&tab=exchanges'), shows: 'Address' },
  {
    name: 'doctor-exchange',
    path: () => run('guarded', '&tab=exchanges'),
    shows: 'Copy as curl',
    then: (page) => page.locator('main button[aria-expanded=false]').first().click(),
  },
  { name: 'doctor-report', path: () => run('guarded', '&tab=report'), shows: 'JSON' },
  { name: 'doctor-gone', path: () => 'doctor.html#run=nobody', shows: 'not kept any more' },
  { name: 'doctor-allow', path: () => 'doctor.html#allow=nobody', shows: 'nothing to allow' },
  { name: 'side-panel', path: () => 'sidepanel.html', shows: 'mcp.' },
  { name: 'options', path: () => 'options.html', shows: 'Forget everything' },
];

/** Opens a screen as wide as this, in the theme, and waits until it shows what it has to show. */
async function show(
  { path, shows, then }: Screen,
  { width, ...media }: { readonly width: number } & NonNullable<Parameters<Page['emulateMedia']>[0]>,
): Promise<Page> {
  const page = await flow.browser().context.newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width, height: 720 });
  await page.emulateMedia(media);
  await page.goto(`${flow.browser().origin}/${path()}`);
  await page.locator('h1, h2').first().waitFor();
  await then?.(page);
  await page.getByText(shows).filter({ visible: true }).first().waitFor();
  return page;
}

const widthOf = ({ name }: Screen): number => (name.startsWith('popup') ? 380 : name === 'side-panel' ? 360 : 1280);

it.each(screens)(
  '$name has no fault that axe knows in either theme, and needs no scrolling sideways, at 320 pixels in tabs',
  async (screen) => {
    const page = await show(screen, { width: widthOf(screen), colorScheme: 'light', reducedMotion: 'reduce' });
    for (const colorScheme of ['light', 'dark'] as const) {
      // Colours that are still on their way to the other theme are no fault.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await picture(page, `look-${screen.name}-${colorScheme}`);
      expect(await violationsOn(page)).toEqual([]);
    }
    // The popup is as wide as it makes itself.
    if (!screen.name.startsWith('popup')) await page.setViewportSize({ width: 320, height: 720 });
    await picture(page, `narrow-${screen.name}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.close();
  },
);

it('in forced colours the steps and states can still be told apart', async () => {
  for (const screen of screens.filter(({ name }) => ['popup-result', 'doctor-broken', 'options'].includes(name))) {
    const page = await show(screen, { width: widthOf(screen), forcedColors: 'active' });
    await picture(page, `forced-${screen.name}`);
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  }
});

it('with reduced motion nothing moves', async () => {
  const [running] = screens;
  if (!running) throw new Error('no screen');
  const page = await show(running, { width: 380, reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1),
  );
  expect(moving).toEqual([]);
  await page.close();
});

it('the keyboard alone leads through a first check, and what has the focus is always marked', async () => {
  const page = await flow.browser().context.newPage();
  await page.setViewportSize({ width: 380, height: 600 });
  await page.goto(`${flow.browser().origin}/popup.html`);
  await page.getByText('Check another connector').waitFor();
  /** Tab by tab, as far as the element with this name. */
  const reach = async (at: Page, name: string): Promise<void> => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await at.keyboard.press('Tab');
      const focused = await at.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        const label = document.querySelector(`label[for="${element.id}"]`)?.textContent;
        return {
          // Between the last and the first one the browser's own bars have the focus.
          name:
            element === document.body
              ? ''
              : (element.getAttribute('aria-label') ?? label ?? element.textContent?.trim() ?? ''),
          isMarked: outlineStyle !== 'none' || boxShadow !== 'none',
        };
      });
      if (focused.name === '') continue;
      expect(focused).toEqual({ name: focused.name, isMarked: true });
      if (focused.name === name) return;
    }
    throw new Error(`no Tab leads to ${name}`);
  };
  await reach(page, 'Check another connector');
  await page.keyboard.type(urlOf('open'));
  await page.keyboard.press('Enter');
  // Earlier runs say as well that nothing wrong was seen; only the run that is shown has details.
  await page.getByRole('button', { name: 'Details', exact: true }).waitFor();
  await reach(page, 'Details');
  const [doctor] = await Promise.all([
    flow.browser().context.waitForEvent('page'),
    // The popup closes over it, as it does in the toolbar.
    page.keyboard.press('Enter').catch(() => undefined),
  ]);
  await doctor.getByRole('tab', { name: 'Overview' }).waitFor();
  await reach(doctor, 'Overview');
  await doctor.keyboard.press('ArrowRight');
  await expect.poll(() => doctor.getByRole('tab', { selected: true }).innerText()).toContain('Findings');
  await doctor.keyboard.press('ArrowRight');
  await expect.poll(() => doctor.getByRole('tab', { selected: true }).innerText()).toContain('Exchanges');
});
