import type { GuideId } from '../guides/guide-id.ts';
import type { Finding } from '../kernel/finding.ts';
import { guidesForCode } from './guide-steps.ts';

/** The guides whose fix a finding is: those of its code, unless it is about Claude Code’s own sign-in, which they do not renew. */
export function guidesForFinding({ code, values }: Pick<Finding, 'code' | 'values'>): readonly GuideId[] {
  const isOfClaudeCode = code === 'account.expired-sign-in' && values['asked'] === 'code';
  return isOfClaudeCode ? ['claude-code'] : guidesForCode(code);
}
