import { defineCheck, found, skip, type CodeDefinition, type Found, type Outcome } from '../../kernel/check.ts';
import type { TokenRequest } from '../../kernel/evidence-active.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { Severity } from '../../kernel/finding.ts';
import { isJsonObject, stringMember } from '../../kernel/json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { tokenErrors } from '../../standards/oauth-errors.ts';
import { activeUses, judgeActive } from './active-evidence.ts';
import { errorWords, hindrance } from './endpoint-answer.ts';
import { sources } from './sources.ts';

type Code = 'auth.token-endpoint-rejects-form' | 'auth.token-error-nonstandard';

const rfc6749 = 'https://www.rfc-editor.org/rfc/rfc6749';
const said = '{spoke, select, yes { The service said: “{said}”.} other {}}';

const expected =
  '{how, select, issued {} other { Expected is HTTP status 400 with the error invalid_grant (or invalid_client, also under 401, or invalid_target where the resource parameter is judged first). Claude goes by it to tell a sign-in that has ended from a failure, above all when it renews one.}}';

const codes: Readonly<Record<Code, CodeDefinition>> = {
  'auth.token-endpoint-rejects-form': {
    severity: 'blocker',
    confidence: 'certain',
    step: 9,
    who: 'author',
    title: 'The token endpoint does not take the form in which tokens are asked for',
    detail: `The token endpoint {url} answered HTTP status {status} to a request as application/x-www-form-urlencoded, the only form that OAuth has for it.${said} Claude sends it like that, so nobody gets a token.`,
    fix: 'Let the token endpoint read application/x-www-form-urlencoded bodies. Frameworks often need a parser of its own for that beside the one for JSON.',
    sources: [sources.authentication, `${rfc6749}#section-4.1.3`],
  },
  'auth.token-error-nonstandard': {
    severity: 'problem',
    confidence: 'certain',
    step: 9,
    who: 'author',
    title:
      '{how, select, issued {The token endpoint gives out a token for a code that was never issued} other {The token endpoint does not say in the usual way that a code is not valid}}',
    detail: `{how, select, issued {A made-up code was answered with an access token (it was thrown away, and stands nowhere in this report). Whoever sends such a request gets one as well, without ever signing in.} redirect {A made-up code was answered with a redirect (HTTP status {status}), which clients do not follow with a token request.} status {A made-up code was answered with HTTP status {status} and the error “{error}”.} error {A made-up code was answered with the error “{error}” (HTTP status {status}).} other {A made-up code was answered with HTTP status {status}, without an OAuth error in JSON.}}${said}${expected}`,
    fix: '{how, select, issued {Issue a token only for a code that this service gave out: once, to the same client, for the same redirect address and PKCE verifier. Anything else gets HTTP status 400 with the error “invalid_grant”. If the service is in use, see who may have got a token like that.} redirect {Serve the token endpoint at the very address that the metadata names.} other {Answer codes and refresh tokens that are not valid with HTTP status 400 and a JSON object whose member error is “invalid_grant”, and unknown clients with “invalid_client”.}}',
    sources: [sources.authentication, `${rfc6749}#section-5.2`, 'https://www.rfc-editor.org/rfc/rfc8707#section-2'],
  },
};

/** What the token endpoint answers to a code that was never issued. */
export const tokenEndpoint = defineCheck({
  topic: 'token-endpoint',
  needs: ['initialize', 'typed'],
  uses: [...activeUses, 'token-request'],
  codes,
  evaluate: (seen) => judgeActive(seen, seen['token-request'], codes, outcomesOf),
});

const allCodes: readonly Code[] = ['auth.token-endpoint-rejects-form', 'auth.token-error-nonstandard'];

function outcomesOf(request: TokenRequest): readonly Outcome<Code>[] {
  const { exchange } = request;
  if (exchange?.kind !== 'response') return [skip('not-reached', ...allCodes)];
  const hindered = hindrance(exchange);
  if (hindered) return [skip(hindered === 'edge' ? 'vantage' : 'not-reached', ...allCodes)];
  const form = formOutcome(request, exchange);
  if (form) return [form, skip('not-applicable', 'auth.token-error-nonstandard')];
  const error = errorOutcome(request, exchange);
  return error ? [error] : [];
}

/** Frameworks say only in words that they could not read a body; what they say names JSON or the content type. */
const parseErrors =
  /unsupported (?:media|content)[ -]type|content[- ]type (?:must|should|has to) be|(?:invalid|malformed|unexpected|not valid) json|json (?:parse|decode)|unexpected token|must be (?:a )?(?:valid )?json|application\/json (?:is )?(?:required|expected)/i;

function formOutcome({ url, answer }: TokenRequest, exchange: ResponseExchange): Found<Code> | undefined {
  const words = errorWords(exchange, answer);
  const isParseError = exchange.status >= 400 && parseErrors.test(words);
  if (exchange.status !== 415 && !isParseError) return undefined;
  const values = { url: inOneLine(url), status: exchange.status, said: words, spoke: words === '' ? 'no' : 'yes' };
  const confidence = exchange.status === 415 ? 'certain' : 'likely';
  return found('auth.token-endpoint-rejects-form', { values, confidence, evidence: [exchange] });
}

/**
 * What a code that was never issued may be answered with. Of a resource (RFC 8707) a service may judge before it looks at the code;
 * a client that was refused the grant, a grant type that is not known or a scope, which is not sent, would be another fault.
 */
const lawfulErrors: readonly string[] = ['invalid_grant', 'invalid_client', 'invalid_target'];

type How = 'issued' | 'redirect' | 'status' | 'error' | 'other';

function errorOutcome({ answer, clientId }: TokenRequest, exchange: ResponseExchange): Found<Code> | undefined {
  const { status } = exchange;
  const error = stringMember(answer, 'error');
  const state = (how: How, severity: Severity = 'problem') => {
    const words = how === 'issued' ? '' : errorWords(exchange, answer);
    const values = { how, status, error: inOneLine(error ?? '–', 80), said: words, spoke: words === '' ? 'no' : 'yes' };
    const confidence = severity === 'warning' ? 'possible' : 'certain';
    return found('auth.token-error-nonstandard', { values, severity, confidence, evidence: [exchange] });
  };
  if (isJsonObject(answer) && answer['access_token'] !== undefined && status < 300) return state('issued');
  if (status >= 300 && status < 400) return state('redirect');
  if (error === undefined || status < 400) return state(error === undefined ? 'other' : 'status');
  if (status !== 400 && !(status === 401 && error === 'invalid_client')) return state('status');
  if (lawfulErrors.includes(error)) return undefined;
  // An unknown client may be refused for something else first; and a code of another shape may count as a faulty request.
  const isEarlier = clientId === 'made-up' || error === 'invalid_request';
  return state('error', isEarlier && tokenErrors.includes(error) ? 'warning' : 'problem');
}
