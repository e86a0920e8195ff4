import type { AuthorizationPage, NamedError, SignInPage } from '../../kernel/evidence-active.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { defineProbe, Unavailable, type Answer, type ProbeContext } from '../../kernel/probe.ts';
import { createCookieJar } from '../../parsing/cookie-jar.ts';
import { mediaType } from '../../parsing/media-type.ts';
import { pageForms } from '../../parsing/page-forms.ts';
import { claudeClient, samplePkce } from '../../standards/claude-client.ts';
import { oauthErrors } from '../../standards/oauth-errors.ts';
import { browserUserAgent } from '../../standards/user-agents.ts';
import { refusal } from '../auth/fetch-document.ts';
import {
  clientWithoutRegistration,
  registeredClient,
  serviceNeeds,
  signInService,
  type KnownClient,
  type SignInService,
} from './sign-in-service.ts';

const mostHops = 8;

/**
 * The authorization request as Claude makes it, in a browser's name and with its cookies, followed to the first page. Claude's
 * callback is never asked.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 */
export const authorizationPage = defineProbe({
  key: 'authorization-page',
  after: [...serviceNeeds, 'registration'],
  plan: 'active',
  async collect(context) {
    const service = await signInService(context);
    if (!service?.authorization) return new Unavailable('prerequisite');
    await context.when('registration');
    const client = clientWithoutRegistration(service, context.options) ?? registeredClient(context.memory);
    if (!client || client.from === 'made-up') return new Unavailable('prerequisite');
    const visit = await follow(context, requestUrl(service.authorization, service, client));
    return { clientId: client.from, ...visit };
  },
});

type Context = Pick<ProbeContext<never>, 'ask' | 'target' | 'redact' | 'redactUrl'>;
type Visit = Omit<AuthorizationPage, 'clientId'>;

function requestUrl(endpoint: string, { scope, resource }: SignInService, client: KnownClient): string {
  if (!URL.canParse(endpoint)) return endpoint;
  const url = new URL(endpoint);
  const parameters = {
    response_type: 'code',
    client_id: client.id,
    redirect_uri: claudeClient.callback,
    code_challenge: samplePkce.challenge,
    code_challenge_method: 'S256',
    state: 'connector-doctor-1f0c7e5a',
    resource,
    ...(scope !== undefined && { scope }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

async function follow(context: Context, start: string): Promise<Visit> {
  const hops: Exchange[] = [];
  const jar = createCookieJar();
  let url = start;
  const ended = (end: Visit['end'], more: Partial<Visit> = {}): Visit => ({
    hops,
    end,
    refused: null,
    error: null,
    page: null,
    ...more,
  });
  while (hops.length < mostHops) {
    const refused = refusal(context.target, url);
    if (refused !== null || isClaudes(url))
      return ended('refused-hop', { refused: hops.length === 0 ? refused : null });
    const cookie = jar.for(url);
    const answer = await context.ask({
      step: 8,
      method: 'GET',
      url,
      headers: { accept: 'text/html,application/xhtml+xml', ...(cookie !== undefined && { cookie }) },
      userAgent: browserUserAgent,
      maxRedirects: 0,
    });
    hops.push(answer.exchange);
    if (answer.kind === 'failure') return ended('failed');
    jar.take(answer.headers['set-cookie'], url);
    const next = redirectTarget(answer, url);
    if (next === undefined) return ended('page', { page: pageOf(answer, url, context) });
    const error = errorIn(next, context);
    if (isCallback(next)) return ended('callback', { error });
    if (error && oauthErrors.includes(error.code)) return ended('error-address', { error });
    url = next;
  }
  return ended('too-many-hops');
}

function redirectTarget(answer: Extract<Answer, { kind: 'response' }>, url: string): string | undefined {
  const location = answer.headers['location'];
  const { status } = answer.exchange;
  if (location === undefined || status < 300 || status > 399 || !URL.canParse(location, url)) return undefined;
  return new URL(location, url).href;
}

function isCallback(url: string): boolean {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}` === claudeClient.callback;
}

function isClaudes(url: string): boolean {
  const { hostname } = new URL(url);
  return claudeClient.hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

function errorIn(url: string, { redact }: Context): NamedError | null {
  const { searchParams, hash } = new URL(url);
  const fragment = new URLSearchParams(hash.slice(1));
  const member = (name: string) => searchParams.get(name) ?? fragment.get(name);
  const code = member('error');
  return code === null ? null : { code: redact(code), description: redact(member('error_description') ?? '') };
}

function pageOf(answer: Extract<Answer, { kind: 'response' }>, url: string, context: Context): SignInPage | null {
  const isPage = mediaType(answer.headers['content-type']) === 'text/html' || answer.text.trimStart().startsWith('<');
  if (!isPage) return null;
  const { title, forms, hasScript, policies } = pageForms(answer.text, url);
  const header = answer.headers['content-security-policy'];
  return {
    url: context.redactUrl(url),
    title: context.redact(title),
    forms: forms.map((form) => ({ ...form, action: context.redactUrl(form.action) })),
    hasScript,
    policies: [...(header === undefined ? [] : [header]), ...policies].map((policy) => context.redact(policy)),
  };
}
