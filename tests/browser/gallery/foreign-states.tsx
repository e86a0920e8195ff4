import { ForeignReport } from '../../../components/foreign/ForeignReport.tsx';
import { JudgedChoice } from '../../../components/foreign/JudgedChoice.tsx';
import { OpenAnything } from '../../../components/foreign/OpenAnything.tsx';
import type { Opened } from '../../../components/foreign/opening.ts';
import { say } from '../../../lib/i18n/say.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { compareReports } from '../../../lib/report/compare/compare-reports.ts';
import type { Replay } from '../../../lib/report/compare/replay.ts';
import { sampleFinding } from '../../unit/report/sample-report.ts';
import { overflowing, reports } from './doctor-reports.ts';
import { doctorState } from './doctor-states.tsx';
import type { GalleryState } from './gallery-state.ts';

const nothing = (): void => undefined;
const now = Date.parse('2026-11-21T12:00:00Z');

/** As a report has it whose check began with an error on Claude’s page. */
const claudeMember = {
  sentence: 'Couldn’t connect to the server. Check that the URL points to a valid MCP server.',
  stage: 'start_error',
  oauthError: null,
  reference: 'ofid_d325f0c2b7c94e1aa651',
  surface: 'web',
  seenAt: '2026-11-21T10:17:00.000Z',
};

const written: Report = { ...reports.broken, claude: claudeMember };

/** With what somebody says of it, and without what they did not want to hand on. */
const noted: Report = {
  ...written,
  note: 'Since Tuesday nobody in our team can connect.\nBefore that it worked for months; we changed nothing.',
  withheld: ['paths', 'system', 'tools'],
  environment: null,
};

const hostile: Report = {
  ...overflowing,
  note: `<script>alert(1)</script> \u202e ${'a-word-without-an-end'.repeat(60)}`,
  tool: { version: '9'.repeat(300) },
  environment: { browser: 'x'.repeat(400), os: '\u001b[2J', language: null },
};

const opened: Readonly<Record<string, Opened>> = {
  report: {
    kind: 'report',
    name: 'connector-doctor recipes.kitchen.dev 2026-11-21.json',
    report: written,
    written: written,
  },
  noted: { kind: 'report', name: null, report: noted, written: noted },
  hostile: { kind: 'report', name: `${'a-long-name'.repeat(30)}.html`, report: hostile, written: hostile },
  reading: { kind: 'reading', name: 'connector-doctor recipes.kitchen.dev 2026-11-21.html', cancel: nothing },
  locked: { kind: 'locked', name: null, problem: null, isTrying: false, unlock: nothing },
  'locked-wrong': {
    kind: 'locked',
    name: null,
    problem: say(
      'The passphrase is another one, or the link was changed on its way: the two cannot be told apart. Type the passphrase again, or ask for a new link.',
    ),
    isTrying: false,
    unlock: nothing,
  },
  'locked-trying': { kind: 'locked', name: null, problem: null, isTrying: true, unlock: nothing },
  damaged: { kind: 'problem', name: 'report.json', words: say('It ends in the middle: the file was cut off.') },
  'pasted-damaged': {
    kind: 'problem',
    name: null,
    words: say(
      'The link was cut off: {here} of its {whole} characters are there. Copy it again as a whole, or ask for the file.',
      { here: 1_200, whole: 24_000 },
    ),
  },
};

const today: Report = {
  ...written,
  judgedAgainAt: '2026-11-21T12:00:00.000Z',
  findings: [...written.findings, sampleFinding({ id: 'new', severity: 'problem', title: 'A firewall answers' })],
};

const replays: Readonly<Record<string, Replay | null>> = {
  'judged-same': { kind: 'judged', report: written, comparison: compareReports(written, written) },
  'judged-otherwise': { kind: 'judged', report: today, comparison: compareReports(written, today) },
  judging: null,
  'not-judged': {
    kind: 'cannot',
    words: say('What was exchanged with the server was left out of it, so it cannot be judged again.'),
  },
};

/** Somebody else’s report on the doctor page, and where no extension is, in all its states. */
export const foreignStates: readonly GalleryState[] = [
  ...Object.entries(opened).map(([name, each]) => doctorState(`foreign/${name}`, { opened: each })),
  ...Object.entries(replays).map(([name, judgement]) => ({
    name: `foreign/${name}`,
    width: 960,
    show: () => (
      <main className="grid gap-4 p-4">
        <h1>mcp.acme.dev</h1>
        <JudgedChoice wording="today" judgement={judgement} now={now} onChoose={nothing} />
      </main>
    ),
  })),
  {
    name: 'foreign/without-extension',
    width: 960,
    show: () => (
      <main className="p-4">
        <ForeignReport
          report={noted}
          written={noted}
          name={null}
          judge={null}
          kept={null}
          authorTabs={null}
          now={now}
          onClose={nothing}
        />
      </main>
    ),
  },
  {
    name: 'foreign/open',
    width: 640,
    show: () => (
      <main className="grid gap-4 p-4">
        <h1>Connector Doctor</h1>
        <OpenAnything onOpen={nothing} />
      </main>
    ),
  },
];
