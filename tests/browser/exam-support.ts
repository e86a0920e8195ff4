import type { Page } from 'playwright';
import { claudeConnectorsUrl } from '../../clinic/browser/claude-page.ts';
import type { BrowserGlobal, Desk, ExtensionPage } from '../../clinic/browser/desk.ts';
import type { ExamState, ExamWishes } from '../../lib/interference/exam-state.ts';
import type { BrowserEvidenceMap } from '../../lib/kernel/evidence-browser.ts';
import type { Observation } from '../../lib/kernel/observation.ts';

/** Opens Claude’s page about connectors in this tab and waits until it has tried everything. Answers with what became of the directory. */
export async function loadClaude(page: Page): Promise<string | null> {
  await page.goto(claudeConnectorsUrl);
  await page.waitForSelector('[data-directory][data-connectors]');
  await page.waitForLoadState('networkidle');
  return page.getAttribute('html', 'data-directory');
}

/** A look that asks for nothing besides Claude's hosts. */
export const noWishes: ExamWishes = { statusPage: false, extensions: false, siteSettings: false, reload: false };

/** Where a look at this browser is asked for, without a screen. */
export interface ExamDesk {
  /** The look that was made last; null when there is none. */
  state(): Promise<ExamState | null>;
  /** Asks for a look and waits for its end. Rejects with the problem's sentence. */
  look(request?: { readonly tabId?: number | null; readonly wishes?: Partial<ExamWishes> }): Promise<ExamState>;
  /** Waits until the look is like this. */
  until(phases: readonly ExamState['phase'][], after?: string | null): Promise<ExamState>;
  tabOf(pattern: string): Promise<number>;
}

/** A desk on an open page of the extension. */
export function examDeskOn(page: ExtensionPage, desk: Desk): ExamDesk {
  const state = async (): Promise<ExamState | null> => JSON.parse(await page.evaluate(readInPage)) as ExamState | null;
  const until: ExamDesk['until'] = async (phases, after = null) =>
    JSON.parse(await page.evaluate(untilInPage, { phases, after })) as ExamState;
  return {
    state,
    until,
    async look({ tabId = null, wishes = {} } = {}) {
      const before = await state();
      const answer = await desk.send('examineBrowser', { tabId, wishes: { ...noWishes, ...wishes } });
      if (!answer.ok) throw new Error(answer.problem);
      return until(['done', 'failed'], before?.id ?? null);
    },
    tabOf: (pattern) => page.evaluate(tabInPage, pattern),
  };
}

/** What the look brought back of this, as its report has it. Throws when it brought nothing. */
export function seen<Key extends keyof BrowserEvidenceMap>(
  { report, problem }: ExamState,
  key: Key,
): BrowserEvidenceMap[Key] {
  if (report === null) throw new Error(problem ?? 'there is no report');
  const observation = observationIn(report.evidence, key) as Observation<BrowserEvidenceMap[Key]>;
  if (observation.status !== 'observed') throw new Error(`${key}: ${JSON.stringify(observation)}`);
  return observation.value;
}

/** What stands in a report's evidence under this key. */
export function observationIn(evidence: unknown, key: keyof BrowserEvidenceMap): unknown {
  return (evidence as Readonly<Record<string, unknown>>)[key];
}

/** As text: what drives Firefox loses what stands in two places of an object. */
async function readInPage(): Promise<string> {
  const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
  const key = 'browser-exam';
  return JSON.stringify((await storage.session.get(key))[key] ?? null);
}

function untilInPage(wish: { readonly phases: readonly string[]; readonly after: string | null }): Promise<string> {
  const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
  const key = 'browser-exam';
  return new Promise((settle) => {
    const look = (state: unknown): void => {
      const known = state as { readonly id: string; readonly phase: string } | undefined;
      if (known === undefined || known.id === wish.after || !wish.phases.includes(known.phase)) return;
      storage.onChanged.removeListener(listen);
      settle(JSON.stringify(known));
    };
    const listen = (changes: Record<string, { newValue?: unknown }>): void => {
      if (key in changes) look(changes[key]?.newValue);
    };
    storage.onChanged.addListener(listen);
    void storage.session.get(key).then((kept) => {
      look(kept[key]);
    });
  });
}

async function tabInPage(url: string): Promise<number> {
  const { tabs } = (globalThis as unknown as BrowserGlobal).chrome;
  return (await tabs.query({ url }))[0]?.id ?? -1;
}
