import type { Page } from 'playwright';
import { createAuthority } from '../authority.ts';
import { deskOn, overPhases, type Desk } from '../browser/desk.ts';
import { launchChromium, type ChromiumWish, type ChromiumWithExtension } from '../browser/launch-chromium.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { defaultChoices, type RunChoices } from '../../lib/runs/run-choices.ts';
import { samples, type Sample } from '../samples.ts';
import { createStage, type Stage } from '../stage.ts';

/** A sample that stands there, at its public address. */
export interface Door {
  readonly sample: Sample;
  readonly url: string;
}

/** All samples at once, and a browser with the extension that reaches them under their names. */
export interface OpenClinic {
  readonly browser: ChromiumWithExtension;
  /** The page that was opened first. */
  readonly page: Page;
  /** Stands on that page. */
  readonly desk: Desk;
  readonly doors: readonly Door[];
  close(): Promise<void>;
}

/** How the clinic's browser differs from the usual one, and what stands there besides the samples. */
export interface ClinicWish extends Partial<Omit<ChromiumWish, 'extension' | 'hosts' | 'caPem'>> {
  /** The built extension. */
  readonly extension: string;
  /** Puts up further hosts. */
  readonly prepare?: (stage: Stage) => Promise<void>;
  /** The page of the extension that is opened first, and from which commands are given. Default `doctor.html`. */
  readonly path?: string;
}

/** Opens the clinic. What was begun is closed again when the browser does not start. */
export async function openClinic({ prepare, path = 'doctor.html', ...wish }: ClinicWish): Promise<OpenClinic> {
  const stage = await createStage(await createAuthority());
  let browser: ChromiumWithExtension | null = null;
  const close = async (): Promise<void> => {
    await browser?.close();
    await stage.close();
  };
  try {
    const doors: Door[] = [];
    for (const sample of samples) doors.push({ sample, url: await sample.start(stage) });
    await prepare?.(stage);
    const hosts = stage.connectTo.map((road) => road.split(':').slice(0, 2).join(':'));
    browser = await launchChromium({ ...wish, hosts, caPem: stage.caPem });
    await browser.roads.lead(stage.connectTo);
    const [blank] = browser.context.pages();
    const page = await browser.open(path);
    await blank?.close();
    const desk = deskOn(page);
    // Every name leads to this machine here, which is no fault of a connector.
    await desk.set({ addressesAreEvidence: false, resolver: stage.resolver });
    return { browser, page, desk, doors, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the extension itself found out about a sample. */
export interface Visit {
  readonly runId: string;
  readonly report: Report;
}

/** The clinic's resolver is on this machine: asking it tells nobody anything. */
const clinicChoices: RunChoices = { ...defaultChoices, publicDns: true };

/** Lets the extension check a sample, as a person's click does, and waits for the report. */
export async function visit(desk: Desk, { url }: Pick<Door, 'url'>): Promise<Visit> {
  const runId = await desk.start({ text: url, choices: clinicChoices });
  const { phase } = await desk.until(runId, overPhases);
  const report = await desk.report(runId);
  if (!report) throw new Error(`The extension kept no report of ${url}; its run ended as “${phase}”.`);
  return { runId, report };
}
