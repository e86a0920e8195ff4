import { say, sayCount } from '../../../lib/i18n/say.ts';
import type { StepMark, StepState } from '../../../lib/kernel/step-mark.ts';
import { defaultChoices } from '../../../lib/runs/run-choices.ts';
import type { RunOutcome, RunState } from '../../../lib/runs/run-state.ts';

const signs: Readonly<Record<string, StepState>> = {
  '.': 'waiting',
  '*': 'asking',
  '+': 'passed',
  x: 'stopped',
  f: 'fault',
  w: 'warning',
  s: 'needs-sign-in',
  '-': 'not-needed',
  '/': 'not-reached',
  '?': 'not-seen',
};

/** Twelve marks from twelve signs: `++x/////////`. */
export function marks(text: string): readonly StepMark[] {
  return [...text].map((sign, index) => ({
    step: (index + 1) as StepMark['step'],
    state: signs[sign] ?? 'waiting',
  }));
}

/** A run that is complete without anything wrong, but for what is given. */
export function run(patch: Partial<RunState> & { readonly row?: string }): RunState {
  const { row = '+++------+++', ...rest } = patch;
  const host = rest.host ?? 'mcp.acme.dev';
  return {
    id: host ?? 'run',
    typed: `https://${host}/mcp`,
    url: `https://${host}/mcp`,
    host,
    choices: defaultChoices,
    hadSecrets: false,
    claude: null,
    tabId: null,
    phase: 'complete',
    startedAt: 1_000,
    updatedAt: 2_000,
    asking: null,
    marks: marks(row),
    missingOrigins: [],
    outcome: null,
    ...rest,
  };
}

/** An outcome without anything wrong, but for what is given. */
export function outcome(patch: Partial<RunOutcome>): RunOutcome {
  return {
    verdict: 'ready',
    headline: say('Nothing wrong seen from here'),
    stop: null,
    cause: null,
    others: { blocker: 0, problem: 0, warning: 0, note: 0 },
    notSeen: [
      say(
        'Anthropic’s own view: whether Claude’s addresses (160.79.104.0/21) are let through (the server’s log shows whether they arrive)',
      ),
      sayCount(
        6,
        { one: '{what} ({count} check)', other: '{what} ({count} checks)' },
        { what: say('what a browser cannot see') },
      ),
    ],
    next: `${say('Everything that can be seen from here is fine.')} ${say('If Claude still fails, send this report with the reference number that Claude shows: it is kept only for a short time.')}`,
    ...patch,
  };
}

export const privateAddress: RunOutcome = outcome({
  verdict: 'broken',
  headline: say('Broken'),
  stop: { step: 1, name: 'finding the public name', claudeSays: ['Couldn’t reach the MCP server'] },
  cause: {
    code: 'dns.private-address',
    title: 'The public name leads to a private address',
    detail:
      'mcp.acme.dev points to 10.1.2.3, an address of a private network. It works on your network, but never from Claude’s cloud.',
    who: say('Only the people who run {place} can change this.', { place: 'mcp.acme.dev' }),
  },
  others: { blocker: 0, problem: 1, warning: 2, note: 0 },
});

export const signInNeeded: RunOutcome = outcome({
  verdict: 'sign-in-needed',
  headline: say('Fine so far, the rest needs a sign-in'),
  next: say('Everything that can be seen without signing in is fine.'),
});
