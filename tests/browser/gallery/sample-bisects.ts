import { say } from '../../../lib/i18n/say.ts';
import { nextStep } from '../../../lib/interference/bisect.ts';
import { advance, beginBisect } from '../../../lib/interference/bisect-life.ts';
import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { suspects } from './sample-browser.ts';

const begun: BisectState = beginBisect({
  id: 'bisect',
  mode: 'automatic',
  original: suspects.filter(({ canSwitch }) => canSwitch).map(({ id, name }) => ({ id, name, enabled: true })),
  suspects,
  symptom: {
    kind: 'request',
    url: 'https://api.anthropic.com/mcp-registry/v0/servers?limit=1',
    as: 'fetch',
    how: 'blocked-by-client',
    words: 'the request to api.anthropic.com for the connectors directory',
  },
  tabId: 7,
  now: Date.parse('2026-11-21T12:00:00Z'),
});

const later = Date.parse('2026-11-21T12:00:20Z');
const guiltyAlone = [suspects[0]?.id ?? ''];
const guiltyTogether = [suspects[0]?.id ?? '', suspects[3]?.id ?? ''];

/** So many looks in which each of `guilty` is enough, or only all of them together. */
function searched(rounds: number, guilty: readonly string[], how: 'each' | 'together' = 'each'): BisectState {
  let state = begun;
  for (let round = 0; round < rounds && state.phase === 'searching'; round += 1) {
    const step = onNow(state);
    const isIn = (id: string): boolean => step.includes(id);
    const fails = how === 'each' ? guilty.some(isIn) : guilty.length > 0 && guilty.every(isIn);
    state = advance(state, { kind: 'saw', saw: fails ? 'fails' : 'works' }, later);
  }
  return state;
}

function over(
  state: BisectState,
  notRestored: BisectState['notRestored'] = [],
  how: { readonly isNotAllowed?: boolean } = {},
): BisectState {
  return advance(state, { kind: 'restored', notRestored, ...how }, later);
}

/** The first of them is left out. */
const sparing: BisectState = beginBisect({ ...begun, original: begun.original.slice(1), now: begun.startedAt });

const many = 60;
const guided: BisectState = advance(
  { ...searched(1, guiltyAlone), mode: 'guided' },
  { kind: 'needs-switches', off: begun.original.slice(0, 6).map(({ id }) => id), on: [] },
  later,
);

const stopped = advance(searched(2, guiltyAlone), { kind: 'stop' }, later);
const astray = [...begun.original.slice(0, 1), ...begun.original.slice(2, 3)];

/** The search for an extension in all its states. */
export const bisects = {
  first: begun,
  searching: searched(3, guiltyAlone),
  asking: advance({ ...searched(2, guiltyAlone), symptom: person() }, { kind: 'ask-person' }, later),
  waiting: guided,
  waitingMore: {
    ...guided,
    toSwitch: { off: [begun.original[7]?.id ?? ''], on: begun.original.slice(0, 3).map(({ id }) => id) },
  },
  switchingBack: advance(
    advance({ ...searched(2, guiltyAlone), mode: 'guided' }, { kind: 'stop' }, later),
    { kind: 'needs-switches', off: [], on: begun.original.slice(0, 3).map(({ id }) => id) },
    later,
  ),
  restoring: advance(searched(2, guiltyAlone), { kind: 'stop' }, later),
  one: over(searched(many, guiltyAlone)),
  each: over(searched(many, guiltyTogether)),
  together: over(searched(many, guiltyTogether, 'together')),
  notAnExtension: over(advance(searched(1, guiltyAlone), { kind: 'saw', saw: 'fails' }, later)),
  spared: over(advance(advance(sparing, { kind: 'saw', saw: 'fails' }, later), { kind: 'saw', saw: 'fails' }, later)),
  searchingAnother: searched(9, guiltyTogether),
  stopped: over(advance(searched(2, guiltyAlone), { kind: 'stop' }, later)),
  interrupted: over(advance(searched(2, guiltyAlone), { kind: 'interrupted' }, later)),
  error: over(
    advance(
      searched(2, guiltyAlone),
      { kind: 'failed', problem: say('The tab with Claude was closed, so there is nothing left to look at.') },
      later,
    ),
  ),
  gone: {
    ...over(searched(many, guiltyAlone)),
    findings: { symptom: '', seenBy: 'probe', rounds: 1, suspects: 8, outcome: { kind: 'gone' } },
  },
  inconsistent: {
    ...over(searched(many, guiltyAlone)),
    findings: { symptom: '', seenBy: 'probe', rounds: 9, suspects: 8, outcome: { kind: 'inconsistent' } },
  },
  notRestored: over(stopped, astray),
  notRestoredByHand: over({ ...stopped, mode: 'guided' }, astray),
  notAllowed: over(stopped, astray, { isNotAllowed: true }),
  leftAsIs: advance(over(stopped, astray), { kind: 'left', astray }, later),
  oneLeftAsIs: advance(over(searched(many, guiltyAlone), astray), { kind: 'left', astray }, later),
} satisfies Readonly<Record<string, BisectState>>;

function onNow({ search }: BisectState): readonly string[] {
  const step = nextStep(search);
  return step.kind === 'look' ? step.on : [];
}

function person(): BisectState['symptom'] {
  return { kind: 'person', words: 'what you say' };
}
