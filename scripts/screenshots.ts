import { globSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asks, neverAnswer, respondHtml, when } from '../clinic/http-call.ts';
import { mcpServer } from '../clinic/mcp-server.ts';
import { browserScreens, openBrowserClinic } from '../clinic/show/browser-screens.ts';
import { helpScreens } from '../clinic/show/help-screens.ts';
import { openClinic } from '../clinic/show/open-clinic.ts';
import {
  askingScreens,
  claudeScreen,
  firstScreens,
  optionsScreen,
  runningScreen,
  screens,
} from '../clinic/show/screens.ts';
import { createBooth, takePictures } from '../clinic/show/take-pictures.ts';
import type { Stage } from '../clinic/stage.ts';
import { builtExtension } from './built-extension.ts';

/**
 * Pictures every screen, light and dark, into docs/screens: the extension as it is built, real checks of the clinic's samples, a real
 * Chromium. A folder with another build may be named.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(new URL('../docs/screens', import.meta.url));
const extension = process.argv[2] ?? builtExtension('chrome');
const wish = { folder, themes: ['light', 'dark'] } as const;

const claudePage = 'https://claude.ai/customize/connectors';
const pageInClaudesPlace = `<!doctype html><title>Connectors</title><main><h1>Connectors</h1><div>https://mcp.intranet.dev/mcp</div></main>
<section aria-live="polite"><ol data-sonner-toaster="true"><li data-sonner-toast="" role="status">Couldn’t reach the MCP server. You can check the
server URL and verify the server is running. If this persists, share this reference with support: “ofid_d325aa51c0ffee51”</li></ol></section>`;

const slowServer = 'https://mcp.slowly.dev/mcp';

for (const file of globSync('*.png', { cwd: folder })) rmSync(`${folder}/${file}`);
const files = [...(await pictureAllowed()), ...(await pictureAsking()), ...(await pictureBrowser())];
for (const file of files) process.stdout.write(`${relative(root, file)}\n`);

async function pictureAllowed(): Promise<readonly string[]> {
  const clinic = await openClinic({ extension, prepare });
  try {
    const booth = createBooth(clinic);
    const first = await takePictures(booth, firstScreens, wish);
    await clinic.desk.send('watchClaude', { reload: false, tabId: null });
    for (const { sample } of clinic.doors) await booth.newest(sample.name, { again: false });
    const others = [claudeScreen(claudePage), runningScreen(slowServer), ...helpScreens, optionsScreen];
    return [...first, ...(await takePictures(booth, [...screens, ...others], wish))];
  } finally {
    await clinic.close();
  }
}

async function pictureAsking(): Promise<readonly string[]> {
  const clinic = await openClinic({ extension, isAllowed: false });
  try {
    return await takePictures(createBooth(clinic), askingScreens, wish);
  } finally {
    await clinic.close();
  }
}

async function pictureBrowser(): Promise<readonly string[]> {
  const clinic = await openBrowserClinic(extension);
  try {
    return await takePictures(createBooth(clinic), browserScreens, wish);
  } finally {
    await clinic.close();
  }
}

/** A page in Claude's place, and a connector that takes its time. */
async function prepare(stage: Stage): Promise<void> {
  await stage.host('claude.ai', respondHtml(200, pageInClaudesPlace));
  await stage.host('mcp.slowly.dev', when(asks('tools/list'), neverAnswer, mcpServer()));
}
