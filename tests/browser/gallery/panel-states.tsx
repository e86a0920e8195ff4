import { StillPart } from '../../../components/sidepanel/PanelPart.tsx';
import { PanelShell } from '../../../components/sidepanel/PanelShell.tsx';
import type { PanelActions, PanelModel } from '../../../components/sidepanel/panel-model.ts';
import type { ReactNode } from 'react';
import type { Report } from '../../../lib/kernel/report.ts';
import { questions } from '../../../lib/knowledge/questions.ts';
import { stepMarks } from '../../../lib/report/words/step-marks.ts';
import { summarize } from '../../../lib/report/words/summary.ts';
import { overflowing, reports } from './doctor-reports.ts';
import type { GalleryState } from './gallery-state.ts';
import { guideProgress } from './sample-guides.ts';
import { browserActions } from './sample-browser.ts';
import { outcome, run } from './sample-runs.ts';

const nothing = (): void => undefined;

const panelActions: PanelActions = {
  cancel: nothing,
  again: nothing,
  allow: nothing,
  goOnWithout: nothing,
  openDoctor: nothing,
  browser: browserActions,
  openBrowser: nothing,
  go: nothing,
  back: nothing,
  openPlace: nothing,
  check: nothing,
  goOn: nothing,
  forgetGuide: nothing,
};

const empty: PanelModel = {
  route: { kind: 'home' },
  run: null,
  report: null,
  online: true,
  declined: false,
  problem: null,
  bisect: null,
  begun: [],
};

function over(report: Report): Partial<PanelModel> {
  const { verdict, headline } = summarize(report);
  const host = report.target && 'host' in report.target ? report.target.host : null;
  return {
    run: run({ host, marks: stepMarks(report), outcome: outcome({ verdict, headline, stop: report.stop }) }),
    report,
  };
}

const withSteps =
  Object.entries(questions).find(([, { steps, guides }]) => steps.length > 1 && guides.length > 0)?.[0] ?? '';
const unanswered = Object.entries(questions).find(([, question]) => !question.isAnswered)?.[0] ?? '';

const models: Readonly<Record<string, Partial<PanelModel>>> = {
  empty: {},
  'guides-under-way': { begun: [guideProgress({}), guideProgress({ guide: 'firewall', phase: 'left' })] },
  'broken-and-guides': {
    ...over(reports.broken),
    begun: [guideProgress({ guide: 'firewall' }), guideProgress({})],
  },
  guides: { route: { kind: 'guides' }, begun: [guideProgress({}), guideProgress({ guide: 'mobile', phase: 'done' })] },
  plans: { route: { kind: 'plans' } },
  'explain-empty': { route: { kind: 'explain', text: '' } },
  explain: { route: { kind: 'explain', text: 'Couldn’t reach the MCP server. Reference: ofid_d325aa51c0ffee51' } },
  search: { route: { kind: 'search', text: '' } },
  answer: { route: { kind: 'question', id: withSteps } },
  'answer-not-known': { route: { kind: 'question', id: unanswered } },
  'answer-gone': { route: { kind: 'question', id: 'none' } },
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

/** The side panel in all its states, but for its guides. */
export const panelStates: readonly GalleryState[] = Object.entries(models).map(([name, model]) =>
  panelState(`panel/${name}`, model),
);

/** The side panel in one state. */
export function panelState(name: string, patch: Partial<PanelModel>): GalleryState {
  const model = { ...empty, ...patch };
  const { route } = model;
  if (route.kind === 'guide') throw new Error('a guide works by itself: see guide-states');
  return {
    name,
    width: 360,
    show: () => (
      <PanelShell model={model} actions={panelActions}>
        <StillPart route={route} model={model} actions={panelActions} />
      </PanelShell>
    ),
  };
}

/** What stands around a guide. */
export function besideGuide(children: ReactNode): ReactNode {
  const model: PanelModel = { ...empty, route: { kind: 'guide', id: 'reconnect' } };
  return (
    <PanelShell model={model} actions={panelActions}>
      {children}
    </PanelShell>
  );
}
