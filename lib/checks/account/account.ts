import { fits, type AccountAnswers } from '../../kernel/account.ts';
import { defineCheck, found, skip } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import { planRules } from '../../knowledge/plans.ts';
import type { ToldSentence } from '../../standards/told-sentences.ts';
import { accessCodes } from './access-codes.ts';
import { planCodes } from './plan-codes.ts';
import { quoteOf, saysOneOf } from './shown-text.ts';

const codes = { ...planCodes, ...accessCodes };
type Code = keyof typeof codes;

/** What no request can see of the account: from what the person told, and from what Claude showed. */
export const accountCheck = defineCheck({
  topic: 'account',
  needs: [],
  uses: ['account', 'claude-shown'],
  codes,
  evaluate(seen) {
    const answers = observed(seen.account);
    const shown = observed(seen['claude-shown']);
    const rule = answers && ruleOf(answers);
    return (Object.keys(codes) as Code[]).map((code) => {
      if (saysOneOf(shown, ...sentencesOf[code]))
        return found(code, { subject, values: { from: 'text', said: quoteOf(shown), sure: 'yes' } });
      if (rule?.code !== code) return skip(answers === undefined ? 'not-asked' : 'not-applicable', code);
      const isGuess = rule.confidence === 'possible';
      return found(code, {
        subject,
        confidence: rule.confidence ?? 'possible',
        values: { from: 'answers', said: '', sure: isGuess ? 'no' : 'yes' },
        // A guess asks nobody to act at once, and fails no check.
        ...(isGuess && { severity: 'warning' }),
      });
    });
  },
});

const subject = { kind: 'account' } as const;

function ruleOf(answers: AccountAnswers) {
  return planRules.find((rule) => fits(rule, answers));
}

/** What Claude or a sign-in service shows when it is this. */
const sentencesOf: Readonly<Record<Code, readonly ToldSentence[]>> = {
  'account.free-custom-limit': [],
  'account.owner-must-enable': ['missing-permissions'],
  'account.mobile-cannot-add': [],
  'account.private-project-only': [],
  'account.action-restricted': ['tool-policy'],
  'account.verified-domain': ['corporate-identity'],
  'account.duplicate-url': ['duplicate'],
  'account.not-authenticated': ['not-connected'],
  'account.expired-sign-in': ['expired'],
  'account.identity-provider-policy': ['entra-rule', 'entra-consent', 'google-policy'],
  'account.not-enabled-in-chat': [],
  'account.source-permission': ['microsoft-call'],
};
