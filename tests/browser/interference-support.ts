import type { Page } from 'playwright';
import { expect, vi } from 'vitest';
import { claudeConnectorsUrl, claudeHosts, putUpClaude, type ClaudeStandIn } from '../../clinic/browser/claude-page.ts';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import type { ChromiumWish } from '../../clinic/browser/launch-chromium.ts';
import { innocents } from '../../clinic/browser/troublemakers/innocents.ts';
import { gatherCrowd, type Crowd, type SmallExtension } from '../../clinic/browser/troublemakers/small-extension.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState, ExamWishes } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { clickOn, startFlow, storageOf, type Flow, type PopupPage } from './flows-support.ts';

/** Long enough for a slow machine: a search switches extensions a dozen times, and waits each time until that shows. */
const patienceMs = 50_000;

/** A browser with Claude's page, with the innocent extensions, and with troublemakers that are switched on in turn. */
export interface Interference extends Flow {
  readonly claude: ClaudeStandIn;
  readonly crowd: Crowd;
  /** Names of all further extensions that are switched on, in order. */
  switchedOn(): Promise<readonly string[]>;
  /** Switches these troublemakers on, all others off, and forgets what was found before. */
  onlyWith(names: readonly string[]): Promise<void>;
  /** Opens Claude's page about connectors, in place of what was open of it, and waits until its own requests are through. */
  visitClaude(): Promise<Page>;
  /**
   * Switches these troublemakers on alone and opens Claude's page, again as long as nothing of them shows in a look: an extension begins
   * some time after it was switched on. What was found so is forgotten.
   */
  visitClaudeWith(names: readonly string[], shows?: (report: Report) => boolean): Promise<Page>;
  /** “Check this browser” in the popup over this page; answers when the look is over. */
  checkInPopup(page: Page): Promise<{ readonly popup: PopupPage; readonly exam: ExamState; readonly report: Report }>;
  /** The same command without a screen. */
  look(wishes?: Partial<ExamWishes>): Promise<Report>;
  exam(): Promise<ExamState | null>;
  /** What came of the look that this brings about. */
  examAfter(deed: () => Promise<unknown>): Promise<ExamState>;
  bisect(): Promise<BisectState | null>;
  /** Goes from the popup with an answer to the doctor page, and has the extension found there. */
  findExtension(popup: PopupPage): Promise<{ readonly page: Page; readonly bisect: BisectState }>;
  untilOver(): Promise<BisectState>;
}

/** Starts Chromium with the innocent and these others, all of which are off at first. */
export async function startInterference(
  troublemakers: readonly SmallExtension[],
  wish: Partial<ChromiumWish> = {},
): Promise<Interference> {
  const crowd = await gatherCrowd([...troublemakers, ...innocents]);
  let claude: ClaudeStandIn | null = null;
  const fill: Parameters<typeof startFlow>[1] = async (stage) => void (claude = await putUpClaude(stage));
  const flow = await startFlow(claudeHosts, fill, { more: crowd.folders, ...wish });
  if (claude === null) throw new Error('Claude’s page was not put up');
  const { desk } = flow;
  const screen = await flow.browser().open('options.html');
  const kept = async () => storageOf(screen);
  const exam = async () => ((await kept()).session['browser-exam'] ?? null) as ExamState | null;
  const bisect = async () => ((await kept()).local['bisect'] ?? null) as BisectState | null;
  const examAfter = async (deed: () => Promise<unknown>): Promise<ExamState> => {
    const before = await exam();
    await deed();
    return vi.waitUntil(
      async () => {
        const state = await exam();
        const isOver = state?.phase === 'done' || state?.phase === 'failed';
        return isOver && state.id !== before?.id ? state : null;
      },
      { timeout: patienceMs, interval: 50 },
    );
  };
  const isWorking = async (): Promise<boolean> => ['searching', 'restoring'].includes((await bisect())?.phase ?? '');
  const settle = () => expect.poll(isWorking, { timeout: patienceMs }).toBe(false);
  const untilOver = async (): Promise<BisectState> => {
    await expect.poll(bisect, { timeout: patienceMs }).not.toBeNull();
    await settle();
    const state = await bisect();
    if (state?.phase !== 'over') throw new Error(`the search stopped: ${JSON.stringify(state)}`);
    return state;
  };
  const turn = (names: readonly string[], enabled: boolean): Promise<void> =>
    screen.evaluate(switchAll, { ids: names.map((name) => crowd.idOf(name)), enabled });
  let open: Page | null = null;
  await turn(
    troublemakers.map(({ name }) => name),
    false,
  );
  const room: Interference = {
    ...flow,
    claude,
    crowd,
    switchedOn: async () => (await screen.evaluate(namesOn)).sort(),
    async onlyWith(names) {
      const { send } = await desk();
      // What an earlier search has left behind would switch them back.
      await send('stopBisect', {});
      await settle();
      const isWanted = ({ name }: SmallExtension): boolean => names.includes(name);
      await turn(
        troublemakers.flatMap((one) => (isWanted(one) ? [] : [one.name])),
        false,
      );
      await turn(names, true);
      await send('dismissExam', {});
      await send('dismissBisect', {}).catch(() => undefined);
    },
    async visitClaude() {
      await open?.close();
      open = await flow.visit(claudeConnectorsUrl);
      await open.waitForSelector('[data-directory]');
      return open;
    },
    async visitClaudeWith(names, shows = (report) => faultsIn(report).length > 0) {
      await room.onlyWith(names);
      const isShown = async (): Promise<boolean> => {
        await room.visitClaude();
        return shows(await room.look());
      };
      await expect.poll(isShown).toBe(true);
      await (await desk()).send('dismissExam', {});
      if (open === null) throw new Error('Claude’s page was not opened');
      return open;
    },
    async checkInPopup(page) {
      await page.bringToFront();
      const popup = await flow.openPopup();
      const state = await examAfter(() => clickOn(popup, 'Check this browser'));
      return { popup, exam: state, report: reportIn(state) };
    },
    async look(wishes) {
      const { send } = await desk();
      const all = { statusPage: false, extensions: false, siteSettings: false, reload: false, ...wishes };
      const state = await examAfter(async () => {
        expect(await send('examineBrowser', { tabId: null, wishes: all })).toEqual({ ok: true, value: null });
      });
      return reportIn(state);
    },
    exam,
    examAfter,
    bisect,
    async findExtension(popup) {
      const opened = flow.browser().context.waitForEvent('page');
      await clickOn(popup, 'Find the extension');
      const page = await opened;
      await page.getByRole('button', { name: 'Begin the search' }).click();
      return { page, bisect: await untilOver() };
    },
    untilOver,
    close: async () => {
      await flow.close();
      await crowd.remove();
    },
  };
  return room;
}

/** Codes of what is more than a note, each once. */
export function faultsIn({ findings }: Report): readonly string[] {
  const faults = findings.filter(({ severity }) => severity !== 'note');
  return [...new Set(faults.map(({ code }) => code))];
}

function reportIn({ report, problem }: ExamState): Report {
  if (report === null) throw new Error(problem ?? 'there is no report');
  return report;
}

async function switchAll({
  ids,
  enabled,
}: {
  readonly ids: readonly string[];
  readonly enabled: boolean;
}): Promise<void> {
  const { management } = (globalThis as unknown as BrowserGlobal).chrome;
  for (const id of ids) await management.setEnabled(id, enabled);
}

async function namesOn(): Promise<string[]> {
  const { management, runtime } = (globalThis as unknown as BrowserGlobal).chrome;
  const all = await management.getAll();
  return all.flatMap(({ enabled, id, name }) => (enabled && id !== runtime.id ? [name] : []));
}
