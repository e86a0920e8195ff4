import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { answerValues, quoted } from '../transport/answer-words.ts';
import type { AnswerKind } from './answer-kind.ts';
import { sources } from './sources.ts';
import { walkAnswer, walkAnswerUses } from './walk-answer.ts';

const codes = [
  'http.address-not-allowed',
  'http.origin-required',
  'http.csrf-protection',
] as const satisfies readonly FindingCode[];

type Code = (typeof codes)[number];

/** Does the app refuse for a reason that it states, and that has nothing to do with a sign-in? */
export const refusalsCheck = defineCheck({
  topic: 'refusals',
  needs: ['initialize'],
  uses: [...walkAnswerUses, 'browser-origin'],
  codes: {
    'http.address-not-allowed': {
      severity: 'blocker',
      confidence: 'possible',
      step: 3,
      who: 'author',
      title: '{host} takes requests from certain addresses only, and not from this computer’s',
      detail: `It answered HTTP status {status}.${quoted} Claude asks from 160.79.104.0/21 and not from here. Whether those addresses are let through cannot be seen from this computer.`,
      fix: 'See that 160.79.104.0/21 is on the list of allowed addresses. To examine the rest from here, add this computer’s address as well, or run the check from one that is on the list.',
      sources: [sources.addresses, sources.troubleshooting],
    },
    'http.origin-required': {
      severity: 'blocker',
      confidence: 'likely',
      step: 3,
      who: 'author',
      title: 'The server refuses requests without an Origin header that it knows',
      detail: `It answered HTTP status {status}.${quoted} Only browsers send Origin; Claude’s cloud sends none. The header is to be checked where it is there, and a request without it is to be taken.{proof, select, yes { With “Origin: {origin}” the server answered.} other {}}`,
      fix: 'Let requests without an Origin header through, and refuse only those with a foreign one.',
      sources: [sources.originHeader],
    },
    'http.csrf-protection': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The web framework’s protection against forged forms (CSRF) refuses the request',
      detail: `It answered HTTP status {status}, because the request carries no CSRF token.${quoted} Such tokens are for forms in a browser; no MCP client has one.`,
      fix: 'Exempt the MCP path from CSRF protection (in Django csrf_exempt, in Laravel the except list of VerifyCsrfToken or a route in routes/api.php, in Rails skip_forgery_protection), as for any API that is asked by programs.',
      sources: [sources.forbidden, sources.sending],
    },
  },
  evaluate(seen) {
    const walk = walkAnswer(seen);
    if (walk.kind === 'works' || walk.kind === 'sign-in') return [];
    if (walk.kind !== 'refused') return [skip('not-reached', ...codes)];
    const { answer, exchange, reply } = walk;
    const code = answerCodes[answer];
    if (!code) return roadEnds.includes(answer) ? [skip('not-reached', ...codes)] : [];
    const withOrigin = observed(seen['browser-origin']);
    const isProven =
      code === 'http.origin-required' && withOrigin?.exchange.kind === 'response' && withOrigin.exchange.status < 400;
    const values = {
      ...answerValues(exchange, reply),
      host: hostOf(exchange),
      origin: withOrigin?.origin ?? '',
      proof: isProven ? 'yes' : 'no',
    };
    const evidence = [exchange, ...(isProven ? [withOrigin?.exchange] : [])];
    const others: Outcome<Code>[] = [skip('not-reached', ...codes.filter((each) => each !== code))];
    return [found(code, { values, evidence, ...(isProven && { confidence: 'certain' as const }) }), ...others];
  },
});

const answerCodes: Readonly<Partial<Record<AnswerKind, Code>>> = {
  'address-refused': 'http.address-not-allowed',
  'origin-required': 'http.origin-required',
  csrf: 'http.csrf-protection',
};

/** Answers behind which the app itself was not seen. */
const roadEnds: readonly AnswerKind[] = [
  'redirect',
  'tunnel-offline',
  'tunnel-interstitial',
  'login-wall',
  'bot-challenge',
  'edge-block',
  'rate-limited',
  'gateway-error',
  'forbidden',
];

function hostOf({ finalUrl }: ResponseExchange): string {
  return URL.canParse(finalUrl) ? new URL(finalUrl).host : finalUrl;
}
