import type { ReactNode } from 'react';
import { LinkPart } from '../../../components/report/LinkSection.tsx';
import { NoteField } from '../../../components/report/NoteField.tsx';
import { MadeLink } from '../../../components/report/MadeLink.tsx';
import { ReportTab } from '../../../components/report/ReportTab.tsx';
import type { Preparation } from '../../../components/report/use-preparation.ts';
import { IsForeign } from '../../../components/report/whose-report.ts';
import { withholdable, type Report } from '../../../lib/kernel/report.ts';
import { prepareReport } from '../../../lib/report/sharing/prepare-report.ts';
import { notAnAddress, overflowing, reports } from './doctor-reports.ts';
import type { GalleryState } from './gallery-state.ts';
import { browserReports } from './sample-browser.ts';

const nothing = (): void => undefined;

function state(name: string, shown: ReactNode): GalleryState {
  return {
    name: `report/${name}`,
    width: 1040,
    show: () => (
      <main className="p-4">
        <h1 className="sr-only" lang="en">
          mcp.acme.dev
        </h1>
        {shown}
      </main>
    ),
  };
}

const withSecrets: Report = {
  ...reports.signedIn,
  redactions: [
    { what: '3 × token', why: 'whoever has it can act in its owner’s name' },
    { what: '1 × e-mail address', why: 'it names a person' },
  ],
  tokenShapes: [
    {
      mark: 'redacted-token-1',
      header: { alg: 'RS256', typ: 'at+jwt' },
      claims: ['iss', 'sub', 'aud', 'exp', 'scope'],
    },
    { mark: 'redacted-token-2', header: {}, claims: [] },
  ],
  note: 'It began on Monday, after the move. My token was ghp_0123456789abcdefghijklmnopqrstuvwxyz, ada@example.com.',
};

const preparation: Preparation = {
  withhold: [],
  typed: '',
  came: null,
  keepsCame: true,
  removed: [],
  named: [],
  prepared: reports.broken,
  isBehind: false,
  language: 'own',
  now: () => reports.broken,
  leaveOut: nothing,
  write: nothing,
  keepCame: nothing,
  speakIn: nothing,
};

/** The report’s tab: where a report leaves this machine. */
export const reportStates: readonly GalleryState[] = [
  state('connector', <ReportTab report={reports.broken} />),
  state('secrets-and-note', <ReportTab report={withSecrets} />),
  state('browser', <ReportTab report={browserReports.blockedAndListed} kept="Kept until the browser is closed." />),
  state('nothing-asked', <ReportTab report={notAnAddress} />),
  state('overflowing', <ReportTab report={{ ...overflowing, note: 'word '.repeat(399) }} />),
  state(
    'somebody-elses',
    <IsForeign value={true}>
      <ReportTab report={prepareReport(withSecrets, { withhold: withholdable, note: null })} />
    </IsForeign>,
  ),
  state('for-the-vendor', <ReportTab report={reports.degraded} />),
  state(
    'note-names',
    <NoteField preparation={{ ...preparation, typed: 'Ask acme.dev.', named: ['acme.dev'], withhold: ['host'] }} />,
  ),
  state('link', <LinkPart viewer="https://reports.example/view/" preparation={preparation} />),
  state(
    'link-made',
    <div className="grid gap-6">
      <MadeLink link={`https://reports.example/view/#${'short'.repeat(100)}`} leaner={null} />
      <MadeLink link={`https://reports.example/view/#${'longer'.repeat(2_000)}`} leaner={null} />
      <MadeLink link={`https://reports.example/view/#${'longer'.repeat(600)}`} leaner={1_840} />
    </div>,
  ),
];
