import type { Report } from '../../kernel/report.ts';
import type { DescriptionAdvice } from '../preview.ts';

/**
 * What a good description of a connector that asks for a sign-in also says: that an account is needed, and where to get one. Without a
 * sign-in there is nothing to say. A guess over words in a few languages, and so only advice.
 */
export function descriptionAdvice(
  markdown: string,
  mode: Report['facts']['auth']['mode'],
): readonly DescriptionAdvice[] {
  if (mode === 'none' || mode === 'unknown') return [];
  return [
    ...(account.test(markdown) ? [] : (['account-needed'] as const)),
    ...(markdown.match(addresses)?.some((link) => signUp.test(link)) ? [] : (['sign-up-link'] as const)),
  ];
}

const account =
  /\b(?:accounts?|sign(?:ing)?[ -]?(?:in|up)|log(?:ging)?[ -]?in|subscri(?:be|bers?|ption)|licen[cs]es?|credentials|workspaces?|membership|API keys?|Konto|Konten|Anmeldung|anmelden|Zugang|compte|cuenta|conta|アカウント|账户|帐户)\b|アカウント|账户|帐户|账号/iu;

/** Links of Markdown with their words, and bare addresses. */
const addresses = /\[[^\][]{0,200}\]\(<?https:\/\/[^\s)]{1,1000}|https:\/\/[^\s)>\]]{1,1000}/g;

const signUp =
  /sign[-_ ]?up|regist(?:er|r)|\bjoin\b|account|\btrial\b|pricing|\bplans\b|subscri|get[-_ ]?started|getting[-_ ]?started|onboard|\bconsole\b|\bdashboard\b|\bapp\.|\bportal\b|konto|inscri/i;
