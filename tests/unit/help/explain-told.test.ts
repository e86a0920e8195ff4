import { describe, expect, it } from 'vitest';
import { accountCheck } from '../../../lib/checks/account/account.ts';
import { explain } from '../../../lib/help/explain.ts';
import { claudeFaults, toldSentences, type ToldWords } from '../../../lib/standards/told-sentences.ts';
import type { FindingCode } from '../../../lib/kernel/finding-code.ts';
import type { ToldSentence } from '../../../lib/standards/told-sentences.ts';

/** What the checks find by each of them. */
const codeOf: Readonly<Record<ToldSentence, FindingCode>> = {
  'not-connected': 'account.not-authenticated',
  expired: 'account.expired-sign-in',
  'tool-sign-in': 'account.expired-sign-in',
  'claude-code-login': 'account.expired-sign-in',
  duplicate: 'account.duplicate-url',
  'corporate-identity': 'account.verified-domain',
  'request-access': 'account.owner-must-enable',
  'missing-permissions': 'account.owner-must-enable',
  'entra-rule': 'account.identity-provider-policy',
  'entra-consent': 'account.identity-provider-policy',
  'entra-approval': 'account.identity-provider-policy',
  'google-policy': 'account.identity-provider-policy',
  'google-rule': 'account.identity-provider-policy',
  'tool-policy': 'account.action-restricted',
  'microsoft-call': 'account.source-permission',
  'no-matching-tools': 'account.not-enabled-in-chat',
  'call-too-long': 'limits.tool-timeout',
  'result-too-large': 'limits.result-too-large',
  usage: 'limits.plan-usage',
  'long-message': 'limits.plan-usage',
  'long-conversation': 'limits.plan-usage',
  capacity: 'limits.plan-usage',
  overloaded: 'limits.plan-usage',
};

function textsOf({ within = [], whole = [], beside = [] }: ToldWords, name: string): readonly string[] {
  const filled = [...within, ...whole].map((phrase) => phrase.replaceAll('<name>', name));
  return beside.length === 0
    ? filled
    : filled.flatMap((text) => [`${text} ${beside[0] ?? ''}`, `${beside[0] ?? ''}: ${text}`]);
}

const told = (Object.keys(toldSentences) as ToldSentence[]).flatMap((id) =>
  textsOf(toldSentences[id], id === 'usage' ? 'session limit ' : 'Acme').map((text) => ({ text, code: codeOf[id] })),
);

const faults = claudeFaults
  .flatMap(({ words }) => textsOf(words, ', said '))
  .map((text) => ({ text, code: 'claude.known-bug' }));

describe('what the checks read out of what Claude showed', () => {
  it.each([...told, ...faults])('is explained with $code: “$text”', ({ text, code }) => {
    expect(explain(text).causes.map((cause) => cause.code)).toContain(code);
  });

  it('is known here for every code of the account check that a sentence can tell', () => {
    expect(Object.keys(accountCheck.codes)).toEqual(
      expect.arrayContaining(Object.values(codeOf).filter((code) => code.startsWith('account.'))),
    );
  });
});
