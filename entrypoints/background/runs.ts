import { browser } from 'wxt/browser';
import { createRequestCalls } from '../../lib/adapters/browser/request-calls.ts';
import { createRequestRules } from '../../lib/adapters/browser/request-rules.ts';
import { createRequestWatch } from '../../lib/adapters/browser/request-watch.ts';
import { receive } from '../../lib/messaging/commands.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { chosenLanguage } from '../language/chosen-language.ts';
import { answered } from './answered.ts';
import { takeBundles } from './bundle-judging.ts';
import { createEngineDocument } from './engine-document.ts';
import { createEngineLink } from './engine-link.ts';
import { createJudging, type Judge } from './judging.ts';
import { createPermissionWaits } from './permission-waits.ts';
import { openPopupAgain } from './popup-again.ts';
import { createRunBook } from './run-book.ts';
import { followAnswers } from './told-answers.ts';
import { createRunService, type RunCommands } from './run-service.ts';

const watchdog = 'runs';

/**
 * Starts what concerns runs, and judging. To be called synchronously when the background starts: what wakes it is told to listeners that
 * are there. `forgetOthers`: forgets what is kept beside runs, when the person forgets everything.
 */
export function startRuns(forgetOthers: () => Promise<void>): { readonly judge: Judge } {
  const watch = createRequestWatch();
  const rules = createRequestRules();
  const book = createRunBook();
  const waits = createPermissionWaits((runId, origins) => void book.advance(runId, { kind: 'waiting', origins }));
  const engine = createEngineLink({
    document: createEngineDocument(),
    calls: { ...createRequestCalls(watch, rules), permission: waits.permission },
    onMessage: (message) => (judging.hear(message) ? Promise.resolve() : service.hear(message)),
    onKnown: (known) => {
      judging.reconcile(known);
      return service.reconcile(known);
    },
    onSettled: () => void adjust(),
    onGone: () => {
      waits.clear();
      void engine.check();
    },
  });
  /**
   * Watching wakes the background for requests of pages as well, so it is done only while there is something to see. A run that was
   * cancelled may still be giving back its tokens.
   */
  const adjust = async (): Promise<void> => {
    const isActive = (await book.all()).some((state) => !isOver(state) || engine.has(state.id));
    if (isActive) {
      watch.start();
      await browser.alarms.create(watchdog, { periodInMinutes: 1 });
    } else {
      watch.stop();
      await Promise.all([browser.alarms.clear(watchdog), rules.clear()]);
    }
  };
  const judging = createJudging((message) => engine.tell(message));
  const service = createRunService({ book, engine, waits, forgetOthers, onActivity: () => void adjust() });
  const look = async (): Promise<void> => {
    watch.start();
    const waiting = (await book.all()).filter(isAskedInPopup);
    await Promise.all([waits.look(), service.look()]);
    await adjust();
    const goesOn = (await Promise.all(waiting.map(({ id }) => book.get(id)))).some(
      (run) => run && !isAskedInPopup(run),
    );
    if (goesOn) await openPopupAgain();
  };

  watch.start();
  browser.runtime.onConnect.addListener(engine.accept);
  browser.permissions.onAdded.addListener(() => void look());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === watchdog) void engine.check().then(() => service.sweep());
  });
  takeCommands(service.commands);
  const language = async (): Promise<string> => chosenLanguage((await readSettings()).language);
  const told = followAnswers({ book, judging, language });
  takeBundles({ book, judging, language });
  receive('tellListing', ({ data, sender }) =>
    answered(sender, () => {
      // What the browser sees of our requests tells how a page was redirected.
      if (data.lookAtLinks) watch.start();
      return told.tellListing(data);
    }),
  );
  receive('tellServerLog', ({ data, sender }) => answered(sender, () => told.tellServerLog(data)));
  void (async () => {
    if (await isNewSession()) for (const { id } of await book.all()) await book.advance(id, { kind: 'tabs-gone' });
    await engine.check();
    await adjust();
  })();
  return { judge: judging.judge };
}

/** Whether the background starts for the first time since the browser did: `onStartup` is not told to every kind of extension. */
async function isNewSession(): Promise<boolean> {
  const key = 'session';
  const { [key]: known } = await browser.storage.session.get(key);
  if (known === undefined) await browser.storage.session.set({ [key]: true });
  return known === undefined;
}

/** Only a popup knows the tab below it. */
function isAskedInPopup({ phase, tabId }: RunState): boolean {
  return phase === 'needs-permission' && tabId !== null;
}

function takeCommands(commands: RunCommands): void {
  receive('startRun', ({ data, sender }) => answered(sender, () => commands.startRun(data)));
  receive('cancelRun', ({ data, sender }) => answered(sender, () => commands.cancelRun(data)));
  receive('runAgain', ({ data, sender }) => answered(sender, () => commands.runAgain(data)));
  receive('askedAgain', ({ data, sender }) => answered(sender, () => commands.askedAgain(data)));
  receive('goOnWithout', ({ data, sender }) => answered(sender, () => commands.goOnWithout(data)));
  receive('forgetRun', ({ data, sender }) => answered(sender, () => commands.forgetRun(data)));
  receive('forgetEverything', ({ data, sender }) => answered(sender, () => commands.forgetEverything(data)));
}
