import { browser, type Browser } from 'wxt/browser';
import type { Result } from '../../../lib/kernel/result.ts';
import { receive } from '../../../lib/messaging/commands.ts';
import { answered } from '../answered.ts';
import type { ExamHands } from '../exam/exam-hands.ts';
import { createBisectService, type BisectService } from './bisect-service.ts';
import { createSwitchWatch } from './switch-watch.ts';

const watchdog = 'bisect';

/**
 * Starts what concerns the search for an extension. To be called synchronously when the background starts: whatever it was that ended
 * the one before, what that one has switched is put back now.
 */
export function startBisects(exam: ExamHands): Bisects {
  const service = createBisectService(exam, {
    set: async () => void (await browser.alarms.create(watchdog, { periodInMinutes: 0.5 })),
    clear: async () => void (await browser.alarms.clear(watchdog)),
  });
  const listen = createSwitchWatch((event) => void service.switched(event));
  listen();
  browser.permissions.onAdded.addListener(() => {
    listen();
    void service.allowed();
  });
  browser.permissions.onRemoved.addListener(() => void service.taken());
  browser.tabs.onRemoved.addListener((tabId) => void service.tabClosed(tabId));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === watchdog) void service.look();
  });
  // That the background starts for these is what matters.
  browser.runtime.onStartup.addListener(() => void service.look());
  browser.runtime.onInstalled.addListener(() => void service.look());
  takeCommands(service);
  void service.look();
  return { forget: () => service.forget() };
}

/** What there is once it was started. */
export interface Bisects {
  /** Forgets the last search, as far as nothing has to be put back by it any more. */
  forget(): Promise<void>;
}

function takeCommands({ commands, ready }: BisectService): void {
  const whenReady = (sender: Browser.runtime.MessageSender, command: () => Promise<Result<null>>) =>
    answered(sender, async () => {
      await ready();
      return command();
    });
  receive('startBisect', ({ data, sender }) => whenReady(sender, () => commands.startBisect(data)));
  receive('answerBisect', ({ data, sender }) => whenReady(sender, () => commands.answerBisect(data)));
  receive('stopBisect', ({ data, sender }) => whenReady(sender, () => commands.stopBisect(data)));
  receive('leaveBisect', ({ sender }) => whenReady(sender, () => commands.leaveBisect({})));
  receive('dismissBisect', ({ data, sender }) => whenReady(sender, () => commands.dismissBisect(data)));
}
