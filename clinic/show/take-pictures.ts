import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { visit, type OpenClinic, type Visit } from './open-clinic.ts';
import type { Screen } from './screens.ts';
import { smallPng } from './small-png.ts';

/** Colour schemes in which screens are pictured. */
export type Theme = 'light' | 'dark';

/** What a screen is brought up with. */
export interface Booth {
  readonly clinic: OpenClinic;
  /** The newest check of a sample; with `again`, one that is newer than all others, in its place. */
  newest(sample: string, options: { readonly again: boolean }): Promise<Visit>;
}

/** Pictures are looked at on the web: they stay small. */
const mostBytes = 60_000;

/** A booth that knows what was checked already, by the sample's name, and remembers what is checked for it. */
export function createBooth(clinic: OpenClinic, known: ReadonlyMap<string, Visit> = new Map()): Booth {
  const visits = new Map(known);
  return {
    clinic,
    async newest(sample, { again }) {
      const before = visits.get(sample);
      if (before && !again) return before;
      if (before) await clinic.desk.send('forgetRun', { runId: before.runId });
      const door = clinic.doors.find((one) => one.sample.name === sample);
      if (!door) throw new Error(`The clinic has no sample “${sample}”.`);
      const made = await visit(clinic.desk, door);
      visits.set(sample, made);
      return made;
    },
  };
}

/** Takes a picture of each screen in each theme and writes them as PNG; answers with the files in order. */
export async function takePictures(
  booth: Booth,
  screens: readonly Screen[],
  { folder, themes }: { readonly folder: string; readonly themes: readonly Theme[] },
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const screen of screens) {
    const page = await screen.open(booth);
    await page.getByText(screen.shows).first().waitFor();
    for (const theme of themes) {
      const file = join(folder, `${screen.name}-${theme}.png`);
      await writeFile(file, smallPng(await take(page, screen, theme), mostBytes));
      files.push(file);
    }
    await page.close();
  }
  return files;
}

async function take(page: Page, { width, height }: Screen, theme: Theme): Promise<Buffer> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: height === 'content' ? 100 : height });
  if (height === 'content') {
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: needed });
  }
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}
