import type { RegisteredAs, RegistrationAttempt } from '../../kernel/evidence-active.ts';
import { stringMember, stringsMember, type Json, type JsonObject } from '../../kernel/json.ts';
import { defineProbe, Unavailable, type ProbeContext, type RegisteredClient } from '../../kernel/probe.ts';
import { claudeClient, claudeCodeClient, otherCallback } from '../../standards/claude-client.ts';
import { documentIn, refusal } from '../auth/fetch-document.ts';
import { clientWithoutRegistration, serviceNeeds, signInService, type SignInService } from './sign-in-service.ts';

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
      if (isWorthIt(as, attempts)) attempts.push(await register(context, url, as, metadataFor(as, service)));
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

async function register(
  context: Pick<ProbeContext<never>, 'ask' | 'memory' | 'keepSecret' | 'redact'>,
  url: string,
  as: RegisteredAs,
  metadata: JsonObject,
): Promise<RegistrationAttempt> {
  const answer = await context.ask({
    step: 7,
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(metadata),
    maxRedirects: 3,
  });
  if (answer.kind === 'failure') return { as, exchange: answer.exchange, answer: null, made: false };
  const { exchange } = answer;
  const client = exchange.status < 300 ? clientIn(documentIn(answer.text), as) : undefined;
  if (client) {
    if (client.secret !== null) context.keepSecret(client.secret, 'secret');
    if (client.management) context.keepSecret(client.management.token, 'token');
    context.memory.registrations = [...context.memory.registrations, client];
  }
  return { as, exchange, answer: documentIn(context.redact(answer.text)), made: client !== undefined };
}

function clientIn(answer: Json, as: RegisteredAs): RegisteredClient | undefined {
  const id = stringMember(answer, 'client_id') ?? '';
  if (id === '') return undefined;
  const url = stringMember(answer, 'registration_client_uri');
  const token = stringMember(answer, 'registration_access_token');
  return {
    as,
    id,
    secret: stringMember(answer, 'client_secret') ?? null,
    authMethod: stringMember(answer, 'token_endpoint_auth_method') ?? null,
    management: url !== undefined && token !== undefined ? { url, token } : null,
  };
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
