import { HandOffSection } from '../../../components/handoff/HandOffSection.tsx';
import { say } from '../../../lib/i18n/say.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { prepareReport } from '../../../lib/report/sharing/prepare-report.ts';
import { sampleFinding, sampleReport } from '../../unit/report/sample-report.ts';
import { overflowing, reports } from './doctor-reports.ts';
import type { GalleryState } from './gallery-state.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

const shown = {
  sentence:
    'Couldn’t reach the MCP server. You can check the server URL and verify the server is running. If this persists, share this reference with support: "ofid_d325aa51c0ffee51"',
  reference: 'ofid_d325aa51c0ffee51',
  stage: 'start_error',
  oauthError: null,
  surface: 'web',
  seenAt: '2026-11-21T11:42:00.000Z',
};

const wall = sampleFinding({ evidence: ['e1'] });
const byWall: Report = {
  ...reports.ready,
  verdict: 'broken',
  primary: { id: wall.id, code: wall.code },
  findings: [wall, sampleFinding({ id: 'tools.title-missing', code: 'tools.title-missing', severity: 'problem' })],
  stop: { step: 3, name: 'the first request', claudeSays: ['Couldn’t reach the MCP server.'] },
};

const ownersTurn = sampleFinding({
  code: 'account.owner-must-enable',
  who: 'owner',
  step: 0,
  title: 'An Owner of the organization has to add this connector',
  detail: 'On Team and Enterprise plans an Owner adds connectors for the whole organization.',
});

const states: Readonly<Record<string, Report>> = {
  vendor: byWall,
  owner: { ...reports.ready, findings: [ownersTurn], account: { plan: 'team', role: 'member', goal: 'add-custom' } },
  'nothing-found': { ...reports.ready, account: { plan: 'pro', role: 'alone', goal: null } },
  'vendor-without-host': prepareReport(byWall, { withhold: ['host', 'paths'], note: null }),
  support: { ...reports.ready, claude: shown, account: { plan: 'pro', role: 'alone', goal: null } },
  'support-old-reference': { ...reports.ready, claude: { ...shown, seenAt: '2026-11-12T08:00:00.000Z' } },
  // Those who run the server begin with the tracker.
  tracker: { ...byWall, claude: shown, evidence: { typed: { status: 'observed', value: { local: true } } } },
  'tracker-without-host': {
    ...byWall,
    withheld: ['host', 'system'],
    environment: null,
    evidence: { typed: { status: 'observed', value: { local: true } } },
  },
  'tracker-too-long': {
    ...overflowing,
    claude: shown,
    note: 'It has failed since Tuesday – “every time”. '.repeat(90),
    evidence: { typed: { status: 'observed', value: { local: true } } },
  },
  'vendor-overflowing': {
    ...overflowing,
    findings: overflowing.findings.map((finding) => ({ ...finding, who: 'author' })),
  },
  bundle: sampleReport({
    vantage: 'extension',
    subject: 'bundle',
    target: { file: 'acme-notes.mcpb' },
    verdict: 'broken',
    findings: [
      sampleFinding({
        code: 'bundle.manifest-invalid',
        subject: { kind: 'bundle' },
        step: null,
        title: 'The manifest is not valid',
        detail: 'The member “version” is missing.',
      }),
    ],
  }),
  nobody: sampleReport({ vantage: 'extension', target: null, verdict: 'broken' }),
};

/** The section that hands a report on, in all its states. */
export const handoffStates: readonly GalleryState[] = Object.entries(states).map(([name, report]) => ({
  name: `handoff/${name}`,
  width: 960,
  show: () => (
    <main className="p-4">
      <h1 className="sr-only">{say('Report')}</h1>
      <HandOffSection report={report} original={report} now={now} />
    </main>
  ),
}));
