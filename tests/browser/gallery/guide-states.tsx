import { GuidePlayer } from '../../../components/guide/GuidePlayer.tsx';
import type { PlayerActions, PlayerModel, Watch } from '../../../components/guide/player-model.ts';
import { guides } from '../../../lib/guides/catalog.ts';
import type { GuideId } from '../../../lib/guides/guide-id.ts';
import type { GuideProgress } from '../../../lib/help/guide-life.ts';
import { stepsFor } from '../../../lib/help/guide-steps.ts';
import type { GalleryState } from './gallery-state.ts';
import { besideGuide } from './panel-states.tsx';
import { guideProgress, stepIds } from './sample-guides.ts';
import { run } from './sample-runs.ts';

const nothing = (): void => undefined;

const actions: PlayerActions = {
  cancel: nothing,
  again: nothing,
  allow: nothing,
  goOnWithout: nothing,
  begin: nothing,
  act: nothing,
  openPlace: nothing,
  allowClaude: nothing,
  look: nothing,
  checkConnector: nothing,
  finish: nothing,
  openRun: nothing,
};

function player(id: GuideId, progress: GuideProgress | null, patch: Partial<PlayerModel> = {}): PlayerModel {
  const guide = guides[id];
  return {
    id,
    guide,
    progress,
    steps: stepsFor(guide, progress?.reader ?? guide.readers[0]),
    connector: progress?.connector ?? { name: null, url: null },
    watch: { kind: 'person' },
    message: null,
    isClaudeBeside: true,
    declined: false,
    online: true,
    problem: null,
    isUnkept: false,
    ...patch,
  };
}

/** A guide at the step with this verification. */
function watching(watch: Watch, patch: Partial<PlayerModel> = {}): PlayerModel {
  return player('reconnect', guideProgress({}), { watch, ...patch });
}

const several = (Object.keys(guides) as GuideId[]).find((id) => guides[id].readers.length > 1) ?? 'firewall';
const [first = '', second = ''] = stepIds('reconnect');
const skipped = Object.fromEntries(stepIds('reconnect').map((id) => [id, { by: 'skip', at: 1 } as const]));
const ticked = Object.fromEntries(stepIds('reconnect').map((id) => [id, { by: 'person', at: 1 } as const]));
const addStep = guides['custom-on-free'].steps.find(({ place }) => place === 'add-custom')?.id ?? '';
const longName = 'A connector with an unusually long name that somebody gave it '.repeat(3).trim();
const longUrl = `https://${'very-long-name.'.repeat(6)}example.dev/${'path/'.repeat(20)}mcp`;

const models: Readonly<Record<string, PlayerModel>> = {
  begin: player('reconnect', null),
  'begin-whose': player(several, null),
  'first-step': player('reconnect', guideProgress({ current: first, ticks: {} })),
  'connector-unknown': player(
    'reconnect',
    guideProgress({ current: first, ticks: {}, connector: { name: null, url: null } }),
  ),
  'long-names': player('reconnect', guideProgress({ current: first, connector: { name: longName, url: longUrl } })),
  verified: player('reconnect', guideProgress({ current: second })),
  watching: watching({ kind: 'watching', place: 'connectors' }),
  'no-claude-beside': watching({ kind: 'watching', place: 'connectors' }, { isClaudeBeside: false }),
  'not-allowed': watching({ kind: 'not-allowed', declined: false }),
  declined: watching({ kind: 'not-allowed', declined: true }),
  'look-ready': watching({ kind: 'ready', look: 'check' }),
  'no-address': watching({ kind: 'no-address' }),
  checking: watching({
    kind: 'under-way',
    look: 'check',
    run: run({ phase: 'running', asking: 'Asking the server who it trusts for sign-in…' }),
  }),
  'check-waits': watching({
    kind: 'under-way',
    look: 'check',
    run: run({ phase: 'needs-permission', missingOrigins: ['https://mcp.acme.dev/*'] }),
  }),
  'still-found': watching({
    kind: 'found',
    look: 'check',
    titles: ['The server answers a made-up token with 200', 'The list of tools names one tool twice'],
  }),
  'error-on-page': watching({ kind: 'error-on-page', sentence: 'Couldn’t reach the MCP server.' }),
  'no-page': watching({ kind: 'no-page' }),
  elsewhere: watching({ kind: 'elsewhere', place: 'connectors' }),
  'needs-sign-in': watching({ kind: 'unseen', look: 'check', because: 'needs-sign-in', runId: 'a' }),
  'status-unseen': watching({ kind: 'unseen', look: 'status-page', because: null, runId: null }),
  problem: watching(
    { kind: 'ready', look: 'check' },
    { problem: '8 checks are under way: wait for one of them to end.', isUnkept: true },
  ),
  left: player('reconnect', guideProgress({ phase: 'left' })),
  'link-unknown': player(
    'custom-on-free',
    guideProgress({
      guide: 'custom-on-free',
      current: addStep,
      ticks: {},
      connector: { name: null, url: null },
    }),
  ),
  'done-without-skips': player('reconnect', guideProgress({ phase: 'done', current: null, ticks: ticked })),
  done: player('reconnect', guideProgress({ phase: 'done', current: null, ticks: skipped })),
};

/** The player of guides in all its states. */
export const guideStates: readonly GalleryState[] = Object.entries(models).map(([name, model]) => ({
  name: `guide/${name}`,
  width: 360,
  show: () => besideGuide(<GuidePlayer model={model} actions={actions} />),
}));
