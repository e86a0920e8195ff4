import { say } from '../../lib/i18n/say.ts';
import { send } from '../../lib/messaging/commands.ts';
import { defaultChoices, noSecrets } from '../../lib/runs/run-choices.ts';
import { dropReport, readReport } from '../../lib/storage/reports.ts';
import type { BrowserActions } from '../interference/browser-model.ts';
import { allowRun, noAnswerWords, runAgain, startRun, type Started } from '../state/start-run.ts';
import type { DoctorActions } from './doctor-model.ts';
import { openHanded, type OpeningHands } from './open-file.ts';
import type { TabKey } from '../run/tab-key.ts';
import { runRoute, type Route } from './route.ts';

interface Hands extends OpeningHands {
  readonly resolver: string;
  readonly browser: BrowserActions;
  readonly route: Route;
}

/** What each click does. Where a permission is needed, asking for it is the first thing. */
export function doctorActions(hands: Hands): Omit<DoctorActions, 'openHelp' | 'judge'> {
  const { remember, go, resolver } = hands;
  const from = { resolver, isPopup: false };
  const follow = (started: Promise<Started>, tab: TabKey = 'overview'): void =>
    void started.then((outcome) => follows(outcome, tab, hands));
  const tell = async (command: Promise<{ readonly ok: boolean; readonly problem?: string }>): Promise<boolean> => {
    const answer = await command.catch(() => null);
    remember({ problem: answer?.ok ? null : (answer?.problem ?? say(noAnswerWords)) });
    return answer?.ok === true;
  };
  return {
    browser: hands.browser,
    check: (text, choices, secrets) => {
      follow(startRun({ text, choices, secrets, claude: null, tabId: null }, from));
    },
    checkFurther: (run, kind, { clientId, clientSecret }) => {
      const plans = [...defaultChoices.plans, kind];
      const choices = { ...run.choices, plans, clientId: clientId ?? run.choices.clientId };
      const secrets = { ...noSecrets, clientSecret };
      const { claude, tabId } = run;
      follow(startRun({ text: run.url ?? run.typed, choices, secrets, claude, tabId }, from));
    },
    checkWithGoogle: ({ url, typed, choices: before, claude, tabId }) => {
      const choices = { ...before, faviconService: true };
      follow(startRun({ text: url ?? typed, choices, secrets: noSecrets, claude, tabId }, from), 'preview');
    },
    cancel: (run) => void tell(send('cancelRun', { runId: run.id })),
    again: (run) => {
      follow(runAgain(run, from));
    },
    allow: (run) =>
      void allowRun(run, from).then((allowed) => {
        remember({ declined: allowed ? null : run.id, problem: null });
        if (allowed) go(runRoute(run.id));
      }),
    goOnWithout: (run) => void tell(send('goOnWithout', { runId: run.id })),
    tellServerLog: ({ id: runId }, serverLog) => void tell(send('tellServerLog', { runId, serverLog })),
    remove: ({ id }) => void remove(id, hands, tell),
    go: (route) => {
      remember({ opened: null, problem: null });
      go(route);
    },
    open: (handed, against) => void openHanded(handed, against ?? null, hands),
    readKept: readReport,
    closeReading: () => {
      remember({ reading: null });
    },
    close: () => {
      hands.opening.current?.abort();
      remember({ opened: null, against: null });
    },
  };
}

function follows(outcome: Started, tab: TabKey, { remember, go }: Hands): void {
  if (outcome.kind === 'problem') {
    remember({ problem: outcome.words });
    return;
  }
  const { runId } = outcome;
  remember({ problem: null, opened: null, declined: outcome.kind === 'declined' ? runId : null });
  go(runRoute(runId, tab));
}

async function remove(
  id: string,
  { route, changed, go }: Hands,
  tell: (command: ReturnType<typeof send<'forgetRun'>>) => Promise<boolean>,
): Promise<void> {
  if (!(await tell(send('forgetRun', { runId: id })))) return;
  // A report can outlive its run.
  await dropReport(id).catch(() => undefined);
  changed();
  if (route.kind === 'run' && route.id === id) go({ kind: 'start', text: '' });
}
