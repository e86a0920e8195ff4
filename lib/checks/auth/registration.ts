import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { Registration, RegistrationAttempt } from '../../kernel/evidence-active.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { Values } from '../../kernel/finding.ts';
import { isJsonObject, stringMember } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { activeUses, judgeActive } from './active-evidence.ts';
import { mustRegister, offerOf } from './client-identity.ts';
import { errorWords, hindrance, matterOf } from './endpoint-answer.ts';
import { registrationCodes, type RegistrationCode } from './registration-codes.ts';
import { responseDefects, type ResponseFault } from './registration-response.ts';
import { signInDocuments, type DocumentsSeen } from './sign-in-documents.ts';

/** What the authorization server makes of a registration as Claude sends it. */
export const registrationCheck = defineCheck({
  topic: 'registration',
  needs: ['initialize', 'typed'],
  uses: [...activeUses, 'registration'],
  codes: registrationCodes,
  evaluate(seen) {
    const { registration } = seen;
    const ruledOut = registration.status === 'unavailable' && registration.because === 'prerequisite';
    if (ruledOut && comesOtherwise(seen, seen.typed)) return [skip('not-applicable', ...allCodes)];
    return judgeActive(seen, seen.registration, registrationCodes, outcomesOf);
  },
});

const allCodes = Object.keys(registrationCodes) as RegistrationCode[];
const ofClaude = [
  'auth.dcr-rejected',
  'auth.dcr-rejects-callback',
  'auth.dcr-response-invalid',
  'auth.dcr-needs-token',
] as const satisfies readonly RegistrationCode[];

/** Claude has a client ID already, comes with its metadata document, or has nowhere to register. */
function comesOtherwise(given: DocumentsSeen, typed: Parameters<typeof offerOf>[1]): boolean {
  const server = observed(signInDocuments(given).seen['authorization-server']);
  const document = server?.attempts[server.chosen ?? -1]?.document;
  if (!isJsonObject(document)) return false;
  const offer = offerOf(document, typed);
  // A document of the person's own serves another callback than Claude's.
  const known = offer.given === 'metadata-document' ? null : offer.given;
  return !offer.registration || !mustRegister({ ...offer, given: known });
}

function outcomesOf(registration: Registration): readonly Outcome<RegistrationCode>[] {
  const attempt = (as: RegistrationAttempt['as']) => registration.attempts.find((each) => each.as === as);
  const claude = attempt('claude');
  if (!claude) return [skip('not-reached', ...allCodes)];
  const found = claudeOutcomes(registration.url, claude, attempt('without-claude-callback'));
  return [...found, ...othersOf(found), ...loopbackOutcomes(registration.url, attempt('loopback'))];
}

/** One answer is judged once; what it was not is no question any more. */
function othersOf(outcomes: readonly Outcome<RegistrationCode>[]): Outcome<RegistrationCode>[] {
  if (outcomes.length === 0 || outcomes.some(({ kind }) => kind === 'skip')) return [];
  return [
    skip(
      'not-applicable',
      ...ofClaude.filter((code) => !outcomes.some((each) => 'code' in each && each.code === code)),
    ),
  ];
}

function claudeOutcomes(
  url: string,
  claude: RegistrationAttempt,
  other: RegistrationAttempt | undefined,
): Outcome<RegistrationCode>[] {
  const { exchange } = claude;
  if (exchange.kind === 'failure') return [skip('not-reached', ...ofClaude)];
  const evidence = [exchange, other?.exchange];
  const values = refusalValues(url, claude, exchange);
  const hindered = hindrance(exchange);
  if (isSentOn(exchange)) {
    const rest = { severity: 'problem', confidence: 'likely' } as const;
    return [found('auth.dcr-rejected', { values: { ...values, how: 'elsewhere' }, evidence, ...rest })];
  }
  if (isLedAway(exchange)) return [found('auth.dcr-rejected', { values: { ...values, how: 'redirect' }, evidence })];
  // Of a limit that our own checks may have used up auth.asked-to-wait speaks.
  if (hindered === 'unreachable' || hindered === 'overload') return [skip('not-reached', ...ofClaude)];
  if (hindered === 'edge') {
    const rest = { severity: 'problem', confidence: 'possible' } as const;
    return [found('auth.dcr-rejected', { values: { ...values, how: 'edge' }, evidence, ...rest })];
  }
  if (exchange.status < 300) return responseOutcomes(url, claude, exchange);
  if (asksForToken(claude, exchange)) return [found('auth.dcr-needs-token', { values, evidence })];
  const named = stringMember(claude.answer, 'error') === 'invalid_redirect_uri';
  if (named || other?.made === true || values['about'] === 'callback') {
    const confidence = named || other?.made === true ? 'certain' : 'likely';
    const callback = { ...values, other: other?.made === true ? 'accepted' : 'none' };
    return [found('auth.dcr-rejects-callback', { values: callback, evidence, confidence })];
  }
  const confidence = exchange.status >= 500 ? 'likely' : 'certain';
  return [found('auth.dcr-rejected', { values: { ...values, how: 'answer' }, evidence, confidence })];
}

/** A POST that a redirect made a GET of says nothing of the registration itself. */
function isLedAway({ redirects, status }: ResponseExchange): boolean {
  return redirects.some((hop) => hop.status < 304) || (status >= 300 && status < 400);
}

/** A redirect that keeps the POST and leads to another origin: clients differ in whether they follow it, and we do not. */
function isSentOn({ status }: ResponseExchange): boolean {
  return status === 307 || status === 308;
}

/** A 401 can mean nothing else here; a 403 may as well be another rule. */
function asksForToken({ answer }: RegistrationAttempt, exchange: ResponseExchange): boolean {
  if (exchange.status === 401) return true;
  if (exchange.status !== 403 && exchange.status !== 400) return false;
  return /initial[_ ]access[_ ]token|registration token|missing (?:bearer )?token/i.test(errorWords(exchange, answer));
}

const severities: Readonly<Record<ResponseFault, 'blocker' | 'problem' | 'warning'>> = {
  not_json: 'blocker',
  client_id: 'blocker',
  callback: 'blocker',
  unusable: 'blocker',
  refused: 'problem',
  incomplete: 'warning',
};

function responseOutcomes(
  url: string,
  { answer }: RegistrationAttempt,
  exchange: ResponseExchange,
): Outcome<RegistrationCode>[] {
  const [worst, ...others] = responseDefects(answer);
  if (!worst) return [];
  const more = others.map(({ members }) => members).join('; ');
  const values = {
    url: inOneLine(url),
    status: exchange.status,
    worst: worst.fault,
    members: worst.members,
    more: more === '' ? 'none' : inOneLine(more, 300),
  };
  // Whether Claude’s cloud compares what it gets with what it sent was not seen.
  const confidence = worst.fault === 'callback' || worst.fault === 'unusable' ? 'likely' : 'certain';
  const severity = severities[worst.fault];
  return [found('auth.dcr-response-invalid', { values, severity, confidence, evidence: [exchange] })];
}

function loopbackOutcomes(url: string, attempt: RegistrationAttempt | undefined): Outcome<RegistrationCode>[] {
  const code = 'auth.loopback-redirect-rejected';
  const exchange = attempt?.exchange;
  if (!attempt || exchange?.kind !== 'response' || hindrance(exchange) !== null) return [skip('not-reached', code)];
  if (exchange.status < 300) return [];
  const values = refusalValues(url, attempt, exchange);
  const isAbout = values['about'] === 'callback' || stringMember(attempt.answer, 'error') === 'invalid_redirect_uri';
  return [found(code, { values, evidence: [exchange], confidence: isAbout ? 'certain' : 'likely' })];
}

function refusalValues(url: string, { answer }: RegistrationAttempt, exchange: ResponseExchange): Values {
  const said = errorWords(exchange, answer);
  return {
    url: inOneLine(url),
    to: inOneLine(exchange.headers['location']?.split(/[?#]/)[0] ?? '–'),
    status: exchange.status,
    said,
    spoke: said === '' ? 'no' : 'yes',
    about: matterOf(said),
  };
}
