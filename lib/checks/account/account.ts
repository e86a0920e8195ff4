import { fits, type AccountAnswers, type ClaudeShown } from '../../kernel/account.ts';
import { defineCheck, found, skip, type Found } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import type { PlanRule } from '../../knowledge/plan.ts';
import { planRules } from '../../knowledge/plans.ts';
import { toldSentences, type ToldSentence } from '../../standards/told-sentences.ts';
import { accessCodes } from './access-codes.ts';
import { planCodes } from './plan-codes.ts';
import { quoteOf, saidOf } from './shown-text.ts';

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
      const said = saidOf(shown, sentencesOf[code]);
      if (said !== null) return bySentence(code, said, shown);
      return rule?.code === code ? byAnswers(code, rule) : skip(answers ? 'not-applicable' : 'not-asked', code);
    });
  },
});

const subject = { kind: 'account' } as const;

function ruleOf(answers: AccountAnswers): PlanRule | undefined {
  return planRules.find((rule) => fits(rule, answers));
}

function bySentence(code: Code, said: ToldSentence, shown: ClaudeShown | undefined): Found<Code> {
  const { confidence } = toldSentences[said];
  const asked = askedBy[said] ?? 'service';
  return found(code, {
    subject,
    confidence,
    values: { from: 'text', said: quoteOf(shown), sure: confidence === 'possible' ? 'no' : 'yes', asked },
    ...(confidence === 'possible' && { severity: 'warning' }),
    // Claude Code signs in to claude.ai before it asks any connector.
    ...(asked === 'code' && { step: null }),
  });
}

/** What somebody wants to do has not failed yet: an answer alone asks nobody to act at once, and fails no check. */
function byAnswers(code: Code, { possible, confidence }: PlanRule): Found<Code> {
  const sure = confidence === 'possible' ? 'no' : 'yes';
  return found(code, {
    subject,
    severity: possible === 'yes' ? 'note' : 'warning',
    confidence: confidence ?? 'possible',
    values: { from: 'answers', said: '', sure, asked: 'service' },
  });
}

/** Whose sign-in a sentence speaks of, where it is not the usual one at the service. */
const askedBy: Readonly<Partial<Record<ToldSentence, 'code' | 'tool'>>> = {
  'claude-code-login': 'code',
  'tool-sign-in': 'tool',
};

/** What Claude or a sign-in service shows when it is this. */
const sentencesOf: Readonly<Record<Code, readonly ToldSentence[]>> = {
  'account.free-custom-limit': [],
  'account.owner-must-enable': ['request-access', 'missing-permissions'],
  'account.mobile-cannot-add': [],
  'account.private-project-only': [],
  'account.action-restricted': ['tool-policy'],
  'account.verified-domain': ['corporate-identity'],
  'account.duplicate-url': ['duplicate'],
  'account.not-authenticated': ['not-connected'],
  'account.expired-sign-in': ['expired', 'claude-code-login', 'tool-sign-in'],
  'account.identity-provider-policy': ['entra-rule', 'entra-consent', 'entra-approval', 'google-policy', 'google-rule'],
  'account.not-enabled-in-chat': ['no-matching-tools'],
  'account.source-permission': ['microsoft-call'],
};
