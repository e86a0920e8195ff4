import type { AuthorizationPage, NamedError, SignInPage } from '../../kernel/evidence-active.ts';
import { defineProbe, Unavailable, type Answer, type ProbeContext } from '../../kernel/probe.ts';
import { mediaType } from '../../parsing/media-type.ts';
import { claudeClient, samplePkce } from '../../standards/claude-client.ts';
import { oauthErrors } from '../../standards/oauth-errors.ts';
import { walkAsBrowser, type BrowserWalk } from '../authorization-server/walk-as-browser.ts';
import {
  clientWithoutRegistration,
  registeredClient,
  serviceNeeds,
  signInService,
  type KnownClient,
  type SignInService,
} from '../authorization-server/sign-in-service.ts';

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
  const { hops, end } = await walkAsBrowser(
    context,
    start,
    (url) => isClaudes(url) || (url !== start && isErrorAddress(url, context)),
  );
  const nothing = { hops, refused: null, error: null, page: null };
  if (end.kind === 'failed' || end.kind === 'too-many-hops') return { ...nothing, end: end.kind };
  if (end.kind === 'answer') return { ...nothing, end: 'page', page: await pageOf(end.answer, end.url, context) };
  if (end.kind === 'refused') return { ...nothing, end: 'refused-hop', ...refusedHop(end, hops, context) };
  const error = errorIn(end.url, context);
  if (isCallback(end.url)) return { ...nothing, end: 'callback', error };
  return isErrorAddress(end.url, context)
    ? { ...nothing, end: 'error-address', error }
    : { ...nothing, end: 'refused-hop' };
}

function refusedHop(
  { url, refused }: Extract<BrowserWalk['end'], { kind: 'refused' }>,
  hops: BrowserWalk['hops'],
  { redact, redactUrl }: Context,
): Partial<Visit> {
  if (hops.length === 0) return { refused };
  return { refusedHop: { url: URL.canParse(url) ? redactUrl(url) : redact(url), refused } };
}

function isErrorAddress(url: string, context: Context): boolean {
  return oauthErrors.includes(errorIn(url, context)?.code ?? '');
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

async function pageOf(
  answer: Extract<Answer, { kind: 'response' }>,
  url: string,
  context: Context,
): Promise<SignInPage | null> {
  const isPage = mediaType(answer.headers['content-type']) === 'text/html' || answer.text.trimStart().startsWith('<');
  if (!isPage) return null;
  // Loaded only now: an ordinary check comes to no sign-in page.
  const { pageForms } = await import('../../parsing/page-forms.ts');
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
