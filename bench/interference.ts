import { createAuthority } from '../clinic/authority.ts';
import { deskOn, type BrowserGlobal, type Desk, type ExtensionPage } from '../clinic/browser/desk.ts';
import { claudeConnectorsUrl, claudeHosts, putUpClaude } from '../clinic/browser/claude-page.ts';
import { launchChromium } from '../clinic/browser/launch-chromium.ts';
import { blockByRules, registryRequests, withRules } from '../clinic/browser/troublemakers/requests.ts';
import { gatherCrowd } from '../clinic/browser/troublemakers/small-extension.ts';
import { createStage } from '../clinic/stage.ts';
import type { BisectState } from '../lib/interference/bisect-state.ts';
import type { ExamState } from '../lib/interference/exam-state.ts';
import { builtExtension } from '../scripts/built-extension.ts';
import { median } from './measure.ts';

const suspects = 16;
const runs = 5;

/** How long the look at this browser takes, and the search for one extension among sixteen, in a real Chromium. */
export async function measureInterference(): Promise<void> {
  const authority = await createAuthority();
  const stage = await createStage(authority);
  await putUpClaude(stage);
  const quiet = Array.from({ length: suspects - 1 }, (_, place) =>
    withRules(`Quiet ${String(place + 1)}`, [{ urlFilter: '||ads.example^' }], { type: 'block' }),
  );
  const crowd = await gatherCrowd([...quiet, blockByRules('Blocker', [registryRequests])]);
  const browser = await launchChromium({
    extension: builtExtension('chrome'),
    hosts: claudeHosts,
    caPem: authority.caPem,
    more: crowd.folders,
  });
  try {
    await browser.roads.lead(stage.connectTo);
    const screen = await browser.open('options.html');
    const desk = deskOn(screen);
    await desk.set({ addressesAreEvidence: false });
    const page = await browser.context.newPage();
    await page.goto(claudeConnectorsUrl);
    await measureLooks(screen, desk);
    await measureSearch(screen, desk);
  } finally {
    await browser.close();
    await crowd.remove();
    await stage.close();
  }
}

const wishes = { statusPage: true, extensions: true, siteSettings: true, reload: false };

async function look(screen: ExtensionPage, desk: Desk): Promise<void> {
  await desk.send('examineBrowser', { tabId: null, wishes });
  await until<ExamState>(screen, { area: 'session', key: 'browser-exam', phases: ['done', 'failed'] });
}

async function measureLooks(screen: ExtensionPage, desk: Desk): Promise<void> {
  const looks: number[] = [];
  while (looks.length < runs) {
    await desk.send('dismissExam', {});
    const started = performance.now();
    await look(screen, desk);
    looks.push(performance.now() - started);
  }
  const [usual, slowest] = [median(looks), Math.max(...looks)].map(seconds);
  say(`the look at this browser, median of ${runs}: ${usual} s, slowest ${slowest} s (budget 3)`);
}

/** After a look, which shows what to search for. */
async function measureSearch(screen: ExtensionPage, desk: Desk): Promise<void> {
  const started = performance.now();
  await desk.send('startBisect', { tabId: null, exempt: [], askPerson: false });
  const wanted = { area: 'local', key: 'bisect', phases: ['over', 'asking'] } as const;
  const { findings, search } = await until<BisectState>(screen, wanted);
  const { outcome } = findings ?? {};
  const found = outcome?.kind === 'culprits' ? outcome.groups.flat().map(({ name }) => name) : ['none'];
  const [rounds, among] = [search.rounds.length, search.suspects.length];
  const took = seconds(performance.now() - started);
  say(
    `the search for one extension among ${among}: found ${found.join(', ')} in ${rounds} rounds (budget 6), ${took} s (budget 30)`,
  );
}

interface Wanted {
  readonly area: 'session' | 'local';
  readonly key: string;
  readonly phases: readonly string[];
}

function until<State>(screen: ExtensionPage, wanted: Wanted): Promise<State> {
  return screen.evaluate(untilInPage, wanted) as Promise<State>;
}

function untilInPage({ area, key, phases }: Wanted): Promise<unknown> {
  const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
  return new Promise((settle) => {
    const look = async (): Promise<void> => {
      const state = (await storage[area].get(key))[key] as { readonly phase: string } | undefined;
      if (state === undefined || !phases.includes(state.phase)) return;
      storage.onChanged.removeListener(look);
      settle(state);
    };
    storage.onChanged.addListener(look);
    void look();
  });
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
