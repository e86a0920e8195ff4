import type { Fact } from './fact.ts';

/** Everything that is stated about Claude and its connectors. */
export const facts = {
  'custom-connectors-per-plan': {
    statement: 'Custom connectors can be added on every plan; on the Free plan it is one.',
    sources: ['support-custom-connectors'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
} as const satisfies Readonly<Record<string, Fact>>;

export type FactId = keyof typeof facts;
