import { PanelView } from '../../../components/sidepanel/PanelView.tsx';
import type { PanelActions, PanelModel } from '../../../components/sidepanel/panel-model.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { stepMarks } from '../../../lib/report/step-marks.ts';
import { summarize } from '../../../lib/report/summary.ts';
import { overflowing, reports } from './doctor-reports.ts';
import type { GalleryState } from './gallery-state.ts';
import { browserActions } from './sample-browser.ts';
import { outcome, run } from './sample-runs.ts';

const nothing = (): void => undefined;

const actions: PanelActions = {
  cancel: nothing,
  again: nothing,
  allow: nothing,
  goOnWithout: nothing,
  openDoctor: nothing,
  browser: browserActions,
  openBrowser: nothing,
};

const empty: PanelModel = { run: null, report: null, online: true, declined: false, problem: null, bisect: null };

function over(report: Report): Partial<PanelModel> {
  const { verdict, headline } = summarize(report);
  const host = report.target && 'host' in report.target ? report.target.host : null;
  return {
    run: run({ host, marks: stepMarks(report), outcome: outcome({ verdict, headline, stop: report.stop }) }),
    report,
  };
}

const models: Readonly<Record<string, Partial<PanelModel>>> = {
  empty: {},
  running: {
    run: run({ phase: 'running', row: '+++++*......', asking: 'Asking the server who it trusts for sign-in…' }),
  },
  'needs-permission': {
    run: run({ phase: 'needs-permission', row: '++++........', missingOrigins: ['https://auth.acme.dev/*'] }),
  },
  interrupted: { run: run({ phase: 'interrupted', row: '++++........' }) },
  broken: over(reports.broken),
  degraded: over(reports.degraded),
  'sign-in-needed': over(reports.signInNeeded),
  ready: over(reports.ready),
  overflowing: over(overflowing),
};

/** The side panel in all its states. */
export const panelStates: readonly GalleryState[] = Object.entries(models).map(([name, model]) =>
  panelState(`panel/${name}`, model),
);

/** The side panel in one state. */
export function panelState(name: string, model: Partial<PanelModel>): GalleryState {
  return { name, width: 360, show: () => <PanelView model={{ ...empty, ...model }} actions={actions} /> };
}
