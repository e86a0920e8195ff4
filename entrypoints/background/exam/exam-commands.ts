import type { ExamWishes, FixDone, FixRequest } from '../../../lib/interference/exam-state.ts';
import type { Result } from '../../../lib/kernel/result.ts';
import { receive } from '../../../lib/messaging/commands.ts';
import { answered } from '../answered.ts';

/** What a screen can have done about this browser. */
export interface ExamCommands {
  /** Begins a look, or waits for the permissions that are still being asked for. */
  examine(request: { readonly tabId: number | null; readonly wishes: ExamWishes }): Promise<Result<null>>;
  /** Does what may mend it, and looks again where that can show at once. */
  fix(request: FixRequest): Promise<Result<FixDone>>;
  dismiss(): Promise<void>;
}

/** Takes what screens ask for. To be called synchronously when the background starts. */
export function takeExamCommands(service: ExamCommands): void {
  receive('examineBrowser', ({ data, sender }) => answered(sender, () => service.examine(data)));
  receive('applyFix', ({ data, sender }) => answered(sender, () => service.fix(data)));
  receive('dismissExam', ({ sender }) =>
    answered(sender, async () => {
      await service.dismiss();
      return { ok: true, value: null };
    }),
  );
}
