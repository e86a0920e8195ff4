import { DoctorView } from '../../../components/doctor/DoctorView.tsx';
import type { DoctorActions, DoctorModel } from '../../../components/doctor/doctor-model.ts';
import type { Route } from '../../../components/doctor/route.ts';
import type { TabKey } from '../../../components/run/tab-key.ts';
import type { Judge } from '../../../components/foreign/judging.ts';
import { historyItems } from '../../../components/history/history-items.ts';
import type { Shown } from '../../../components/run/run-model.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { compareReports } from '../../../lib/report/compare/compare-reports.ts';
import { stepMarks } from '../../../lib/report/words/step-marks.ts';
import { summarize } from '../../../lib/report/words/summary.ts';
import type { RunState } from '../../../lib/runs/run-state.ts';
import { notAnAddress, overflowing, reports } from './doctor-reports.ts';
import type { GalleryState } from './gallery-state.ts';
import { browserActions, noBrowser } from './sample-browser.ts';
import { outcome, run } from './sample-runs.ts';

const nothing = (): void => undefined;

/** Today’s checks come to the same. */
const replayed: Judge = (report) =>
  Promise.resolve({ kind: 'judged', report, comparison: compareReports(report, report) });

const actions: DoctorActions = {
  check: nothing,
  checkFurther: nothing,
  checkWithGoogle: nothing,
  tellServerLog: nothing,
  cancel: nothing,
  again: nothing,
  allow: nothing,
  goOnWithout: nothing,
  remove: nothing,
  go: nothing,
  open: nothing,
  close: nothing,
  openHelp: nothing,
  closeReading: nothing,
  readKept: () => Promise.resolve(reports.ready),
  judge: replayed,
  browser: browserActions,
};

const now = Date.parse('2026-11-21T12:00:00Z');
const anHour = 3_600_000;

const past: readonly RunState[] = [
  run({ id: 'a', host: 'crm.kitchen.dev', outcome: outcome({}), startedAt: now - anHour }),
  run({ id: 'b', host: 'notes.kitchen.dev', outcome: outcome({ verdict: 'degraded' }), startedAt: now - 2 * anHour }),
  run({
    id: 'c',
    host: 'auth.kitchen.dev',
    outcome: outcome({ verdict: 'sign-in-needed' }),
    startedAt: now - 30 * anHour,
  }),
  run({ id: 'd', host: 'late.kitchen.dev', phase: 'interrupted', startedAt: now - 50 * anHour }),
  run({
    id: 'e',
    host: 'ein-sehr-langer-name.an-einem-langen-ort.beispiel-gmbh.dev',
    outcome: outcome({ verdict: 'broken' }),
    startedAt: now - 90 * anHour,
  }),
];

const empty: DoctorModel = {
  route: { kind: 'start', text: '' },
  history: [],
  shown: { kind: 'nothing' },
  opened: null,
  against: null,
  pasted: null,
  reading: null,
  online: true,
  declined: false,
  problem: null,
  resolver: 'Cloudflare',
  redirectUrl: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
  optionsUrl: 'options.html',
  browser: noBrowser,
  now,
};

function place(tab: TabKey, members: Partial<Extract<Route, { kind: 'run' }>> = {}): Route {
  return { kind: 'run', id: 'shown', tab, finding: null, exchange: null, ...members };
}

function withRun(
  state: RunState,
  route: Route = place('overview'),
  report: Report | null = null,
): Partial<DoctorModel> {
  const shown: Shown = { kind: 'run', run: state, report, exchanges: report?.exchanges ?? [] };
  return { route, shown, history: historyItems([state, ...past], []) };
}

/** A run that is over, as its report says. */
function over(
  report: Report,
  tab: TabKey,
  members: Partial<Extract<Route, { kind: 'run' }>> = {},
): Partial<DoctorModel> {
  const { url, host } = report.target && 'url' in report.target ? report.target : { url: null, host: null };
  const { verdict, headline } = summarize(report);
  const state = run({
    id: 'shown',
    typed: url ?? 'my connector',
    url,
    host,
    startedAt: now - 60_000,
    marks: stepMarks(report),
    outcome: outcome({ verdict, headline }),
  });
  return withRun(state, place(tab, members), report);
}

const waiting = run({
  id: 'shown',
  phase: 'needs-permission',
  row: '............',
  missingOrigins: ['https://mcp.acme.dev/*'],
  startedAt: now,
});
const waitingForSignIn = run({
  id: 'shown',
  phase: 'needs-permission',
  row: '++++........',
  missingOrigins: ['https://auth.acme.dev/*', 'https://login.acme.dev/*'],
  startedAt: now,
});
const running = run({
  id: 'shown',
  phase: 'running',
  row: '+++++*......',
  asking: 'Asking the server who it trusts for sign-in…',
  startedAt: now,
});
const cancelled = run({ id: 'shown', phase: 'cancelled', row: '+++.........', startedAt: now - anHour });
const interrupted = run({ id: 'shown', phase: 'interrupted', row: '++++........', startedAt: now - anHour });

const noTarget = { url: null, host: null };

/** The page of the latest of so many checks: the connector was well at first, in part now and then, and is broken at last. */
function afterChecks(count: number): Partial<DoctorModel> {
  const { url, host } = reports.broken.target && 'url' in reports.broken.target ? reports.broken.target : noTarget;
  const earlier = Array.from({ length: count - 1 }, (_, index) => {
    const age = index + 1;
    return run({
      id: `earlier-${String(index)}`,
      url,
      host,
      phase: age % 13 === 6 ? 'interrupted' : 'complete',
      outcome: outcome({ verdict: age < count / 4 ? 'broken' : age % 9 === 4 ? 'degraded' : 'ready' }),
      startedAt: now - age * 11 * anHour,
    });
  });
  const shown = over(reports.broken, 'overview');
  const own = shown.history?.filter(({ id }) => id === 'shown') ?? [];
  return { ...shown, history: [...own, ...historyItems(earlier, [])].map((item) => ({ ...item, bytes: 1 })) };
}

const models: Readonly<Record<string, Partial<DoctorModel>>> = {
  'first-run': {},
  start: { history: historyItems(past, []) },
  'start-prefilled': {
    route: { kind: 'start', text: 'claude mcp add --transport http notes https://notes.kitchen.dev/mcp' },
  },
  offline: { online: false },
  problem: { problem: 'Connector Doctor did not answer. Close this page, open it again, and try once more.' },
  'allow-page': { ...withRun(waiting), route: { kind: 'allow', id: 'shown' } },
  'allow-page-gone': { route: { kind: 'allow', id: 'x' }, shown: { kind: 'gone' } },
  running: withRun(running),
  'running-exchanges': {
    ...withRun(running, place('exchanges')),
    shown: { kind: 'run', run: running, report: null, exchanges: reports.signInNeeded.exchanges.slice(0, 6) },
  },
  'needs-permission': withRun(waiting),
  'needs-permission-more': withRun(waitingForSignIn),
  declined: { ...withRun(waiting), declined: true },
  cancelled: withRun(cancelled),
  interrupted: withRun(interrupted, place('overview'), {
    ...reports.degraded,
    run: { ...reports.degraded.run, status: 'interrupted' },
  }),
  gone: { route: place('overview'), shown: { kind: 'gone' } },
  broken: over(reports.broken, 'overview'),
  'broken-findings': over(reports.broken, 'findings'),
  'broken-exchanges': over(reports.broken, 'exchanges'),
  'broken-exchange-open': over(reports.broken, 'exchanges', { exchange: 'e1' }),
  'broken-report': over(reports.broken, 'report'),
  degraded: over(reports.degraded, 'overview'),
  'degraded-findings': over(reports.degraded, 'findings'),
  'sign-in-needed': over(reports.signInNeeded, 'overview'),
  'signed-in': over(reports.signedIn, 'overview'),
  'signed-in-findings': over(reports.signedIn, 'findings'),
  ready: over(reports.ready, 'overview'),
  'not-an-address': over(notAnAddress, 'overview'),
  'checked-once': afterChecks(1),
  'checked-twice': afterChecks(2),
  'checked-20-times': afterChecks(20),
  'checked-200-times': afterChecks(200),
  'report-typed': {
    route: { kind: 'start', text: 'https://viewer.example/#connector-doctor=123.AQAAeJztvQlgG9W1Pz5' },
  },
  overflowing: over(overflowing, 'overview'),
  'overflowing-findings': over(overflowing, 'findings'),
  'overflowing-exchanges': over(overflowing, 'exchanges', { exchange: 'e1' }),
};

/** The doctor page in all its states. */
export const doctorStates: readonly GalleryState[] = Object.entries(models).map(([name, model]) =>
  doctorState(`doctor/${name}`, model),
);

/** The doctor page in one state. */
export function doctorState(name: string, model: Partial<DoctorModel>): GalleryState {
  return { name, width: 1280, show: () => <DoctorView model={{ ...empty, ...model }} actions={actions} /> };
}

/** A run that is over, in one tab of its report. */
export function reportAt(report: Report, tab: TabKey): Partial<DoctorModel> {
  return over(report, tab);
}

/** A run that goes on, in one tab of its report. */
export function runningAt(tab: TabKey): Partial<DoctorModel> {
  return withRun(running, place(tab));
}
