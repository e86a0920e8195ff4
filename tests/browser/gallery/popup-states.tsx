import { PopupView } from '../../../components/popup/PopupView.tsx';
import type { PopupActions, PopupModel } from '../../../components/popup/popup-model.ts';
import { askingWords } from '../../../lib/report/words/asking-words.ts';
import { say } from '../../../lib/i18n/say.ts';
import type { TabSight } from '../../../lib/page/sighting.ts';
import { defaultChoices } from '../../../lib/runs/run-choices.ts';
import { guessBySentence, guessOfOther } from '../../../lib/standards/claude-page-guesses.ts';
import type { GalleryState } from './gallery-state.ts';
import { bisects } from './sample-bisects.ts';
import { browserActions, browserReports, exam, noBrowser } from './sample-browser.ts';
import { outcome, privateAddress, run, signInNeeded } from './sample-runs.ts';

const nothing = (): void => undefined;

const actions: PopupActions = {
  check: nothing,
  checkFurther: nothing,
  choose: nothing,
  cancel: nothing,
  again: nothing,
  allow: nothing,
  goOnWithout: nothing,
  pick: nothing,
  dismiss: nothing,
  browser: browserActions,
  openBrowser: nothing,
  readClaude: nothing,
  showFix: nothing,
  openDetails: nothing,
  openDoctor: nothing,
  openHelp: nothing,
  openOptions: nothing,
};

const empty: PopupModel = {
  onClaude: false,
  sight: { kind: 'elsewhere' },
  run: null,
  recent: [],
  browser: noBrowser,
  online: true,
  declined: false,
  problem: null,
  choices: defaultChoices,
  resolver: 'Cloudflare',
  redirectUrl: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
};

const seen: TabSight = {
  kind: 'seen',
  sighting: {
    page: 'https://claude.ai/settings/connectors',
    sentence:
      'Couldn’t reach the MCP server. You can check the server URL and verify the server is running. If this persists, share this reference with support: "ofid_d325f0c2b7a651"',
    stage: 'start_error',
    oauthError: null,
    reference: 'ofid_d325f0c2b7c94e1aa651',
    connectorUrl: null,
    connectorName: 'Acme Notes',
    seenAt: 500,
  },
  guess: { ...guessBySentence.reach, isConnectorFault: true, help: 'browser' },
};

const capacity = {
  kind: 'seen',
  sighting: {
    ...seen.sighting,
    sentence: '5-hour limit reached - resets 3pm',
    stage: null,
    reference: null,
    connectorName: null,
  },
  guess: { ...guessOfOther['plan-limit'], codes: [], step: null, isConnectorFault: false, help: null },
} satisfies TabSight;

const missingPermissions: TabSight = {
  kind: 'seen',
  sighting: { ...capacity.sighting, sentence: 'Missing permissions' },
  guess: {
    ...guessOfOther['missing-permissions'],
    codes: [],
    step: null,
    isConnectorFault: false,
    help: 'member-cannot-add',
  },
};

const directory: TabSight = {
  kind: 'seen',
  sighting: {
    ...seen.sighting,
    sentence: 'Could not load connectors directory.',
    stage: null,
    reference: null,
    connectorName: null,
  },
  guess: { ...guessOfOther.directory, codes: [], step: null, isConnectorFault: false, help: 'browser' },
};

const recent = [
  run({ host: 'crm.kitchen.dev', outcome: outcome({}) }),
  run({ host: 'notes.kitchen.dev', outcome: outcome({ verdict: 'degraded' }) }),
  run({ host: 'auth.kitchen.dev', outcome: signInNeeded }),
  run({ host: 'late.kitchen.dev', phase: 'interrupted' }),
];

const broken = run({ row: 'x///////////', outcome: privateAddress });
const waiting = run({ phase: 'needs-permission', row: '............', missingOrigins: ['https://mcp.acme.dev/*'] });
const waitingForSignIn = run({
  phase: 'needs-permission',
  row: '++++........',
  missingOrigins: ['https://auth.acme.dev/*'],
});

const longName = run({
  host: 'a-very-long-name-that-somebody-gave-a-server.in-a-deep.sub-domain.of.a-provider-of-many.example-hosting.dev',
  row: '++f?++//////',
  outcome: outcome({
    verdict: 'degraded',
    headline: say('Works in part'),
    cause: {
      code: 'tools.name-invalid',
      title:
        'Tools have names that Claude does not take: “ابحث_في_الملفات”, “a_tool_with_a_name_that_is_very_long_and_has_no_place_to_break_it_anywhere_at_all”',
      detail:
        'https://a-very-long-name-that-somebody-gave-a-server.in-a-deep.sub-domain.of.a-provider-of-many.example-hosting.dev/v1/mcp/with/a/long/path?and=a-query lists them.',
      who: say('Only the people who run {place} can change this.', {
        place:
          'a-very-long-name-that-somebody-gave-a-server.in-a-deep.sub-domain.of.a-provider-of-many.example-hosting.dev',
      }),
    },
  }),
});

const models: Readonly<Record<string, Partial<PopupModel>>> = {
  'first-run': {},
  recent: { recent },
  'claude-reading': { onClaude: true, sight: null },
  'claude-not-allowed': { onClaude: true, sight: { kind: 'not-allowed', origin: 'https://claude.ai' } },
  'claude-quiet': { onClaude: true, sight: { kind: 'quiet' }, recent },
  'claude-error': { onClaude: true, sight: seen },
  'claude-error-browser': {
    onClaude: true,
    sight: seen,
    browser: { ...noBrowser, exam: exam({ report: browserReports.blocked }) },
  },
  'claude-error-searching': { onClaude: true, sight: seen, browser: { ...noBrowser, bisect: bisects.searching } },
  'claude-error-result': { onClaude: true, sight: seen, run: broken },
  'claude-missing-permissions': {
    onClaude: true,
    sight: missingPermissions,
  },
  'claude-capacity': {
    onClaude: true,
    sight: capacity,
  },
  'claude-directory': { onClaude: true, sight: directory },
  'claude-directory-found': { onClaude: true, sight: directory, browser: { ...noBrowser, bisect: bisects.one } },
  'claude-error-clean': {
    onClaude: true,
    sight: seen,
    browser: { ...noBrowser, exam: exam({ report: browserReports.clean }) },
  },
  starting: { run: run({ phase: 'starting', row: '............' }) },
  running: {
    run: run({ phase: 'running', row: '+++++*......', asking: `${say(askingWords['resource-metadata'])}…` }),
    recent,
  },
  'needs-permission': { run: waiting },
  'needs-permission-more': { run: waitingForSignIn },
  'needs-permission-two': {
    run: { ...waitingForSignIn, missingOrigins: ['https://auth.acme.dev/*', 'https://login.acme-identity.dev/*'] },
  },
  declined: { run: waiting, declined: true },
  'declined-more': { run: waitingForSignIn, declined: true },
  broken: { run: broken, recent },
  ready: { run: run({ outcome: outcome({}) }) },
  'sign-in-needed': { run: run({ row: '++++++++s?s+', outcome: signInNeeded }) },
  warnings: {
    run: run({
      row: '+++------+w+',
      outcome: outcome({
        others: { blocker: 0, problem: 0, warning: 3, note: 1 },
        next: say('Nothing that was seen from here keeps Claude from connecting; the warnings are worth a look.'),
      }),
    }),
  },
  unknown: {
    run: run({
      row: '????????????',
      outcome: outcome({
        verdict: 'unknown',
        headline: say('Could not be checked from here'),
        next: say('Once this machine can look again, run the same check again.'),
        notSeen: [],
      }),
    }),
  },
  'long-names': { run: longName, recent: [longName, ...recent].map((each, index) => ({ ...each, id: `${index}` })) },
  cancelled: { run: run({ phase: 'cancelled', row: '+++?????????', outcome: outcome({ verdict: 'unknown' }) }) },
  interrupted: { run: run({ phase: 'interrupted', row: '+++++???????' }) },
  offline: { online: false, recent },
  problem: { problem: say('Connector Doctor did not answer. Close this page, open it again, and try once more.') },
};

/** The popup in all its states. */
export const popupStates: readonly GalleryState[] = Object.entries(models).map(([name, model]) =>
  popupState(`popup/${name}`, model),
);

/** The popup in one state. */
export function popupState(name: string, model: Partial<PopupModel>): GalleryState {
  return { name, width: 380, show: () => <PopupView model={{ ...empty, ...model }} actions={actions} /> };
}
