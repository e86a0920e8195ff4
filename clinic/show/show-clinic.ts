import { once } from 'node:events';
import { relative } from 'node:path';
import { examinedAs, renderTable, type Examined } from '../table.ts';
import { openClinic, visit, type OpenClinic, type Visit } from './open-clinic.ts';
import { optionsScreen, screens } from './screens.ts';
import { createBooth, takePictures, type Booth } from './take-pictures.ts';

/** Where the clinic is shown, and until when. */
export interface ShowOptions {
  /** The built extension. */
  readonly extension: string;
  /** False: there is no display, so pictures are taken instead. */
  readonly isShown: boolean;
  /** The folder for them. */
  readonly picturesIn: string;
  readonly write: (text: string) => void;
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
}

/** Lets the extension check every sample in a real browser. With a display it stays open for the person; true when all are right. */
export async function showClinic(options: ShowOptions): Promise<boolean> {
  const { extension, isShown, write } = options;
  const clinic = await openClinic({ extension, isShown, leavesSignals: true });
  const left = whenLeft(clinic, options.signal);
  try {
    const visits = new Map<string, Visit>();
    const work = visitAll(clinic, visits, write).catch((error: unknown) => {
      // The person closed the browser, or this page of it, before the last check was over.
      if (clinic.page.isClosed()) return null;
      throw error;
    });
    const examined = await Promise.race([work, left.then(() => null)]);
    if (examined === null) return true;
    write(`\n${renderTable(examined)}\n\n`);
    if (isShown) await stayOpen(write, left);
    else await picture(createBooth(clinic, visits), options);
    return examined.every(({ isRight }) => isRight);
  } finally {
    await clinic.close();
  }
}

async function visitAll(
  { desk, doors }: OpenClinic,
  visits: Map<string, Visit>,
  write: (text: string) => void,
): Promise<readonly Examined[]> {
  const examined: Examined[] = [];
  for (const door of doors) {
    const made = await visit(desk, door);
    visits.set(door.sample.name, made);
    const one = examinedAs(door.sample, made.report);
    write(`${one.isRight ? '✓' : '✕'} ${door.url}\n`);
    examined.push(one);
  }
  return examined;
}

async function stayOpen(write: (text: string) => void, left: Promise<void>): Promise<void> {
  write(
    'The doctor page is open in the browser, with these checks under “Checks on this machine”. Their connectors answer there as long as\n' +
      'it is open: check one again, or open the popup. To end: close the browser, or press Ctrl-C here.\n',
  );
  await left;
}

async function picture(booth: Booth, { picturesIn, write }: ShowOptions): Promise<void> {
  const files = await takePictures(booth, [...screens, optionsScreen], { folder: picturesIn, themes: ['light'] });
  write(
    `There is no display, so no window was opened. Pictures of the screens:\n${files.map((file) => `  ${relative(process.cwd(), file)}\n`).join('')}`,
  );
}

/** When the person closes the browser, or interrupts. */
async function whenLeft({ browser }: OpenClinic, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const closed = new AbortController();
  browser.context.on('close', () => {
    closed.abort();
  });
  await once(AbortSignal.any([signal, closed.signal]), 'abort');
}
