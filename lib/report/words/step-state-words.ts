import { msg } from '../../i18n/say.ts';
import type { StepState } from '../../kernel/step-mark.ts';

/** How a step stands, in a few words that follow its name. */
export const stepStateWords: Readonly<Record<StepState, string>> = {
  waiting: msg('not looked at yet'),
  asking: msg('being looked at now'),
  passed: msg('nothing wrong seen'),
  stopped: msg('Claude stops here'),
  fault: msg('something is wrong here'),
  warning: msg('works, with a warning'),
  'needs-sign-in': msg('seen only after signing in'),
  'not-needed': msg('not needed by this server'),
  'not-reached': msg('comes after the stop'),
  'not-seen': msg('could not be seen from here'),
};
