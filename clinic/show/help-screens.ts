import type { Page } from 'playwright';
import type { Screen } from './screens.ts';

const panel = { width: 380, height: 760 } as const;

const pasted =
  'Couldn’t reach the MCP server. You can check the server URL and verify the server is running. If this persists, share this reference with support: "ofid_d325aa51c0ffee51"';

/** The help in the side panel: what people type, paste and follow there. */
export const helpScreens: readonly Screen[] = [
  {
    name: 'panel-search',
    ...panel,
    open: (booth) => typed(booth.clinic.browser.open('sidepanel.html'), 'kick out an integraton'),
    shows: 'How do I disconnect a connector?',
  },
  {
    name: 'panel-explain',
    ...panel,
    async open({ clinic }) {
      const page = await clinic.browser.open('sidepanel.html#explain');
      await page.getByRole('textbox').fill(pasted);
      await page.getByRole('button', { name: 'Explain it' }).click();
      return page;
    },
    shows: 'ofid_d325aa51c0ffee51',
  },
  {
    name: 'panel-guide',
    ...panel,
    async open({ clinic }) {
      const page = await clinic.browser.open('sidepanel.html#guide=reconnect');
      const begin = page.getByRole('button', { name: 'Begin', exact: true });
      if (await begin.isVisible()) await begin.click();
      return page;
    },
    shows: 'How to see that it worked',
  },
  {
    name: 'panel-plans',
    ...panel,
    open: ({ clinic }) => clinic.browser.open('sidepanel.html#plans'),
    shows: 'Which plan has the Claude account?',
  },
];

async function typed(opened: Promise<Page>, words: string): Promise<Page> {
  const page = await opened;
  await page.getByRole('searchbox', { name: 'What’s wrong?' }).fill(words);
  return page;
}
