import { defineCheck, found, type CodeDefinition, type Outcome } from '../../kernel/check.ts';
import type { AuthorizationPage, Registration, TokenRequest } from '../../kernel/evidence-active.ts';
import type { Refresh, SignIn } from '../../kernel/evidence-signed-in.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { Values } from '../../kernel/finding.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { StepNumber } from '../../kernel/step.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { askedWait } from '../http/asked-wait.ts';
import { activeUses, judgeActive } from './active-evidence.ts';
import { hindrance } from './endpoint-answer.ts';

const code = 'auth.asked-to-wait';
const rfc6585 = 'https://www.rfc-editor.org/rfc/rfc6585#section-4';

const codes: Readonly<Record<typeof code, CodeDefinition>> = {
  'auth.asked-to-wait': {
    severity: 'note',
    confidence: 'certain',
    step: 7,
    who: 'you',
    title: 'The sign-in service asked this check to wait',
    detail:
      '{what, select, registration {A registration} page {The authorization request} other {A token request}} of this check was answered with HTTP status {status} at {url}{many, select, yes {: too many requests} other {}}.{wait, select, seconds { The service allows more in {minutes, plural, one {a minute} other {# minutes}}.} until { The service allows more from {until} on.} other {}} Checks that were run shortly before may have used the limit up, so what comes from there on was not judged.',
    fix: 'Wait{wait, select, seconds { {minutes, plural, one {a minute} other {# minutes}}} until { until {until}} other { a while (such limits often count by the hour)}} and run the check again.{what, select, registration {{vantage, select, extension { With a client ID under “Look behind the sign-in”} other { With --client-id}}, it uses a client that you have and registers none.} other {}}',
    sources: [rfc6585],
  },
};

/** Did the sign-in service refuse what we asked because it was asked too often? That tells nothing of how it treats anybody else. */
export const askedToWait = defineCheck({
  topic: 'asked-to-wait',
  needs: ['initialize', 'typed'],
  uses: [...activeUses, 'registration', 'authorization-page', 'token-request', 'sign-in', 'refresh'],
  codes,
  evaluate: (seen) =>
    judgeActive(seen, firstObserved(seen), codes, () => {
      const limited = limitedIn(seen);
      return limited ? [finding(limited)] : [];
    }),
});

interface Asked {
  readonly registration: Observation<Registration>;
  readonly 'authorization-page': Observation<AuthorizationPage>;
  readonly 'token-request': Observation<TokenRequest>;
  readonly 'sign-in': Observation<SignIn>;
  readonly refresh: Observation<Refresh>;
}

interface Limited {
  readonly what: 'registration' | 'page' | 'token';
  readonly step: StepNumber;
  readonly exchange: ResponseExchange;
}

/** Any of them shows that the service was asked. */
function firstObserved(seen: Asked): Observation<unknown> {
  const all = [seen.registration, seen['authorization-page'], seen['token-request'], seen['sign-in']];
  return all.find(({ status }) => status === 'observed') ?? seen.registration;
}

function limitedIn(seen: Asked): Limited | undefined {
  const signIn = observed(seen['sign-in']);
  const asked = [
    ...(observed(seen.registration)?.attempts ?? []).map(({ exchange }) => at('registration', 7, exchange)),
    at('registration', 7, signIn?.registration),
    ...(observed(seen['authorization-page'])?.hops.slice(-1) ?? []).map((exchange) => at('page', 8, exchange)),
    at('page', 8, signIn?.hops.at(-1)),
    at('token', 9, observed(seen['token-request'])?.exchange),
    at('token', 9, signIn?.tokenAnswer),
    ...(observed(seen.refresh)?.rounds ?? []).map(({ exchange }) => at('token', 9, exchange)),
  ];
  return asked.find((each) => each !== undefined);
}

function at(
  what: Limited['what'],
  step: StepNumber,
  exchange: Parameters<typeof hindrance>[0] | null | undefined,
): Limited | undefined {
  if (exchange?.kind !== 'response' || hindrance(exchange) !== 'overload') return undefined;
  return { what, step, exchange };
}

function finding({ what, step, exchange }: Limited): Outcome<typeof code> {
  const values = {
    what,
    status: exchange.status,
    many: exchange.status === 503 ? 'no' : 'yes',
    url: inOneLine(addressOf(exchange)),
    ...waitValues(exchange),
  };
  return found(code, { values, step, evidence: [exchange] });
}

function waitValues({ headers }: ResponseExchange): Values {
  const wait = askedWait(headers);
  return {
    wait: wait?.kind ?? 'none',
    minutes: wait?.kind === 'seconds' ? Math.max(1, Math.ceil(wait.seconds / 60)) : 0,
    until: wait?.kind === 'until' ? wait.date : '–',
  };
}

/** The parameters of an authorization request make no address that anybody would know again. */
function addressOf({ finalUrl }: ResponseExchange): string {
  return finalUrl.split(/[?#]/)[0] ?? finalUrl;
}
