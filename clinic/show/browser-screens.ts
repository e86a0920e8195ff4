import type { Page } from 'playwright';
import { claudeConnectorsUrl, putUpClaude } from '../browser/claude-page.ts';
import { innocents } from '../browser/troublemakers/innocents.ts';
import { blockByRules, registryRequests } from '../browser/troublemakers/requests.ts';
import { gatherCrowd } from '../browser/troublemakers/small-extension.ts';
import { openClinic, type OpenClinic } from './open-clinic.ts';
import { openBeside, popup, tab, type Screen } from './screens.ts';

const blocker = blockByRules('Calm Browsing', [registryRequests]);
const tunnel = { name: 'Home VPN', manifest: { permissions: ['proxy'] } };

/** A browser with Claude’s page, one extension that stands in its way, and many that do not. `extension`: the built one. */
export async function openBrowserClinic(extension: string): Promise<OpenClinic> {
  const crowd = await gatherCrowd([blocker, tunnel, ...innocents]);
  try {
    const clinic = await openClinic({
      extension,
      more: crowd.folders,
      prepare: async (stage) => void (await putUpClaude(stage)),
    });
    const close = async (): Promise<void> => {
      await clinic.close();
      await crowd.remove();
    };
    return { ...clinic, close };
  } catch (error) {
    await crowd.remove();
    throw error;
  }
}

/** What people see of the look at their browser, and of the search for the extension: each goes on from the one before. */
export const browserScreens: readonly Screen[] = [
  {
    name: 'popup-browser',
    ...popup,
    async open({ clinic }) {
      const page = await openClaude(clinic);
      const beside = await openBeside(clinic, 'popup.html');
      await beside.getByRole('button', { name: 'Check this browser' }).click();
      await beside.getByRole('button', { name: 'Find the extension' }).waitFor();
      await page.close();
      return beside;
    },
    shows: 'Claude cannot work',
  },
  {
    name: 'doctor-browser',
    ...tab,
    open: ({ clinic }) => clinic.browser.open('doctor.html#browser&tab=seen'),
    shows: 'From Claude’s page',
  },
  {
    name: 'doctor-search',
    ...tab,
    async open({ clinic }) {
      const claude = await openClaude(clinic);
      const page = await clinic.browser.open('doctor.html#browser');
      await page.getByRole('button', { name: 'Look again' }).click();
      await page.getByRole('button', { name: 'Find the extension' }).click();
      await page.getByRole('button', { name: 'Begin the search' }).click();
      const answer = `“${blocker.name}” stands in Claude’s way`;
      await page.getByRole('heading', { name: answer }).waitFor({ timeout: longestMs });
      // It looks once more by itself.
      await page.getByRole('tab', { name: 'Answer' }).waitFor();
      await claude.close();
      return page;
    },
    shows: blocker.name,
  },
];

/** A search switches extensions a dozen times. */
const longestMs = 120_000;

async function openClaude({ browser }: OpenClinic): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(claudeConnectorsUrl);
  await page.locator('[data-directory]').waitFor();
  return page;
}
