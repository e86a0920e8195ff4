import type { RegisteredAs, RegistrationAttempt } from '../../kernel/evidence-active.ts';
import { stringMember, stringsMember, type Json, type JsonObject } from '../../kernel/json.ts';
import { defineProbe, Unavailable, type Answer, type ProbeContext, type RegisteredClient } from '../../kernel/probe.ts';
import { claudeClient, claudeCodeClient, otherCallback } from '../../standards/claude-client.ts';
import { documentIn } from '../auth/fetch-document.ts';
import { refusal } from '../network/refusal.ts';
import {
  clientWithoutRegistration,
  serviceNeeds,
  signInService,
  type SignInService,
} from '../authorization-server/sign-in-service.ts';

/**
 * Registers clients as Claude and Claude Code do, where Claude would have to: at most three, which are removed again afterwards.
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3
 */
export const registration = defineProbe({
  key: 'registration',
  after: serviceNeeds,
  plan: 'active',
  async collect(context) {
    const service = await signInService(context);
    const url = service?.registration;
    if (!service || url === undefined || url === '') return new Unavailable('prerequisite');
    if (clientWithoutRegistration(service, context.options)) return new Unavailable('prerequisite');
    const shown = URL.canParse(url) ? context.redactUrl(url) : context.redact(url);
    const refused = refusal(context.target, url);
    if (refused !== null) return { url: shown, refused, attempts: [] };
    const attempts: RegistrationAttempt[] = [];
    for (const as of ['claude', 'without-claude-callback', 'loopback'] as const) {
      if (isWorthIt(as, attempts)) attempts.push(await register(context, { ...service, registration: url }, as));
    }
    return { url: shown, refused, attempts };
  },
});

/** Where a token is asked for, or nobody takes registrations at all, the answer is the same for every client. */
function isWorthIt(as: RegisteredAs, attempts: readonly RegistrationAttempt[]): boolean {
  const [claude] = attempts;
  if (claude === undefined) return as === 'claude';
  if (as === 'without-claude-callback') return isRefusal(claude) && !namesCallback(claude);
  return isSuccess(claude) || isRefusal(claude);
}

function isRefusal({ exchange }: RegistrationAttempt): boolean {
  if (exchange.kind === 'failure' || exchange.status < 400 || exchange.status >= 500) return false;
  return ![401, 404, 405, 410, 415, 429].includes(exchange.status);
}

function isSuccess({ exchange }: RegistrationAttempt): boolean {
  return exchange.kind === 'response' && exchange.status >= 200 && exchange.status < 300;
}

/** @see https://www.rfc-editor.org/rfc/rfc7591#section-3.2.2 */
function namesCallback({ answer }: RegistrationAttempt): boolean {
  return stringMember(answer, 'error') === 'invalid_redirect_uri';
}

type Context = Pick<ProbeContext<never>, 'ask' | 'memory' | 'keepSecret' | 'redact'>;
type Registering = SignInService & { readonly registration: string };

async function register(context: Context, service: Registering, as: RegisteredAs): Promise<RegistrationAttempt> {
  // Loaded only now: telling sites apart takes the whole list of public suffixes.
  const { managementIn } = await import('../authorization-server/client-management.ts');
  const answer = await post(context, service.registration, JSON.stringify(metadataFor(as, service)));
  if (answer.kind === 'failure') return { as, exchange: answer.exchange, answer: null, made: false };
  const { exchange } = answer;
  const client = exchange.status < 300 ? clientIn(documentIn(answer.text), as) : undefined;
  if (client) {
    if (client.secret !== null) context.keepSecret(client.secret, 'secret');
    context.memory.registrations = [...context.memory.registrations, client];
  }
  return {
    as,
    exchange,
    answer: documentIn(exchange.bodyTruncated ? context.redact(answer.text) : exchange.body),
    made: client !== undefined,
  };

  function clientIn(given: Json, made: RegisteredAs): RegisteredClient | undefined {
    const management = managementIn(given, service, service.registration, context);
    const id = stringMember(given, 'client_id') ?? '';
    if (id === '') return undefined;
    return {
      as: made,
      id,
      secret: stringMember(given, 'client_secret') ?? null,
      authMethod: stringMember(given, 'token_endpoint_auth_method') ?? null,
      management,
    };
  }
}

/**
 * Posts once more where a redirect keeps the POST on its origin, as for a slash. No other is followed, though clients may: a server
 * could have us write to anybody.
 */
async function post(context: Context, url: string, body: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const send = (to: string) =>
    context.ask({ step: 7, method: 'POST', url: to, headers, body, maxRedirects: 0, answerHolds: 'client' });
  const answer = await send(url);
  if (answer.kind === 'failure' || ![307, 308].includes(answer.exchange.status)) return answer;
  const location = answer.headers['location'] ?? '';
  const to = URL.canParse(location, url) ? new URL(location, url) : null;
  return to?.origin === new URL(url).origin ? send(to.href) : answer;
}

function metadataFor(as: RegisteredAs, service: SignInService): JsonObject {
  const scope = service.scope === undefined ? {} : { scope: service.scope };
  if (as === 'loopback') return { ...claudeCodeClient.registration, ...scope };
  const metadata = {
    ...claudeClient.registration,
    token_endpoint_auth_method: authMethodFor(service.metadata),
    ...scope,
  };
  return as === 'claude' ? metadata : { ...metadata, redirect_uris: [otherCallback] };
}

function authMethodFor(metadata: Json): string {
  const offered = stringsMember(metadata, 'token_endpoint_auth_methods_supported');
  const [usual, ...others] = claudeClient.registrationAuthMethods;
  if (offered === undefined || offered.includes(usual)) return usual;
  return others.find((method) => offered.includes(method)) ?? usual;
}
