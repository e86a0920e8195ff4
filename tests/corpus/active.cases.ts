import assert from 'node:assert/strict';
import { redirect, respond, respondHtml, respondJson, when } from '../../clinic/http-call.ts';
import { guardedServer } from '../../clinic/oauth.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { CorpusCase } from '../support/corpus-case.ts';
import { broken, degraded, signInNeeded } from '../support/expectations.ts';
import type { Rig } from '../support/rig.ts';
import {
  consentPage,
  registeringMetadata,
  signInService,
  type ServiceWish,
  type SignInService,
} from '../support/sign-in-service.ts';

const host = 'mcp.acme.dev';
const origin = `https://${host}`;
const url = `${origin}/mcp`;
const flags = { active: true } as const;
const callback = 'https://claude.ai/api/mcp/auth_callback';

/** Services by rig, so that a case can look at what is left there. */
const services = new WeakMap<Rig, SignInService>();

function registeringServer(wish: (rig: Rig) => ServiceWish) {
  return async (rig: Rig): Promise<string> => {
    const service = signInService(origin, rig.secrets.token, wish(rig));
    services.set(rig, service);
    const server = guardedServer(origin, { serverDocument: registeringMetadata(origin), more: service.routes });
    await rig.host(
      host,
      when(({ url: asked }) => asked.pathname.startsWith('/clients/'), service.manage, server),
    );
    return url;
  };
}

function isClaude(metadata: object): boolean {
  return JSON.stringify(metadata).includes(callback);
}

function isLoopback(metadata: object): boolean {
  return JSON.stringify(metadata).includes('http://127.0.0.1');
}

/** Everything that was registered is gone again. */
function nothingLeft(rig: Rig): void {
  const service = services.get(rig);
  assert.ok(service && service.registrations() > 0, 'nothing was registered');
  assert.deepEqual(service.clients(), [], 'a client was left behind');
}

/** A broken registration or sign-in page, by its cause and the further findings. */
function brokenService(
  name: string,
  caseOrigin: string,
  wish: ServiceWish | ((rig: Rig) => ServiceWish),
  expect: CorpusCase['expect'],
  also?: CorpusCase['also'],
): CorpusCase {
  const start = registeringServer(typeof wish === 'function' ? wish : () => wish);
  return { name, origin: caseOrigin, start, flags, expect, ...(also && { also }) };
}

const dcr: FindingCode = 'auth.dcr-only';
const refused = (status: number, error: string, description: string) => () =>
  respondJson(status, { error, error_description: description });

function csp(policy: string): ServiceWish {
  return { pageHeaders: { 'content-security-policy': policy } };
}

/** As the official TypeScript package’s express middleware answers, which allows 20 registrations an hour. */
const tooMany = respondJson(
  429,
  { error: 'too_many_requests', error_description: 'You have exceeded the rate limit' },
  { 'retry-after': '2817', 'ratelimit-limit': '20', 'ratelimit-remaining': '0', 'ratelimit-reset': '2817' },
);

const cspBlocks = degraded('auth.consent-csp-blocks-callback', dcr);

/** Registration, the sign-in page and the token endpoint, asked by the person's word. */
export const activeCases: readonly CorpusCase[] = [
  brokenService(
    'a registration that works and is removed again',
    'auth.registration-left-behind',
    {},
    signInNeeded(dcr),
    nothingLeft,
  ),
  brokenService(
    'the callback of Claude is on no list',
    'C013',
    {
      onRegister: (metadata) =>
        isClaude(metadata) ? refused(400, 'invalid_client_metadata', 'host not allowed')() : undefined,
    },
    broken('auth.dcr-rejects-callback', 7, dcr),
    nothingLeft,
  ),
  brokenService(
    'the list of callbacks was replaced',
    'C097',
    {
      onRegister: (metadata) =>
        isLoopback(metadata) ? undefined : refused(400, 'invalid_redirect_uri', 'redirect_uri is not on the list')(),
    },
    broken('auth.dcr-rejects-callback', 7, dcr),
    nothingLeft,
  ),
  brokenService(
    'public clients alone may register',
    'C112',
    {
      onRegister: (metadata) =>
        'token_endpoint_auth_method' in metadata && metadata['token_endpoint_auth_method'] === 'none'
          ? undefined
          : refused(400, 'invalid_client_metadata', 'Only token_endpoint_auth_method none is supported')(),
    },
    broken('auth.dcr-rejected', 7, dcr),
  ),
  brokenService(
    'registration wants an initial access token',
    'auth.dcr-needs-token',
    { onRegister: refused(401, 'invalid_token', 'initial access token not found') },
    broken('auth.dcr-needs-token', 7, dcr),
  ),
  brokenService(
    'a registration is led to the form with a slash',
    'C108',
    { onRegister: () => redirect(301, '/register/') },
    broken('auth.dcr-rejected', 7, dcr),
  ),
  brokenService(
    'null members in the answer to a registration',
    'C018',
    { registered: (answer) => ({ ...answer, client_uri: null, software_id: null }) },
    degraded('auth.dcr-response-invalid', dcr),
    nothingLeft,
  ),
  brokenService(
    'an answer to a registration without a client ID',
    'auth.dcr-response-invalid',
    { onRegister: () => respondJson(201, { id: 'abc', redirect_uris: [callback] }) },
    broken('auth.dcr-response-invalid', 7, dcr),
  ),
  brokenService(
    'Claude Code’s callbacks are refused',
    'auth.loopback-redirect-rejected',
    {
      onRegister: (metadata) =>
        isLoopback(metadata) ? refused(400, 'invalid_redirect_uri', 'https only')() : undefined,
    },
    degraded('auth.loopback-redirect-rejected', dcr),
    nothingLeft,
  ),
  brokenService(
    'a stub that registers nobody',
    'C016',
    {
      onRegister: (metadata) =>
        respondJson(201, { ...metadata, token_endpoint_auth_method: 'none', client_id: 'the-only-one' }),
    },
    broken('auth.authorize-rejects-callback', 8, dcr, 'auth.registration-left-behind'),
  ),
  brokenService(
    'a scope that the authorization endpoint does not know',
    'auth.authorize-rejects-callback',
    (rig) => ({
      onAuthorize: redirect(
        302,
        `${callback}?error=invalid_scope&error_description=unknown&state=${rig.secrets.token}`,
      ),
    }),
    broken('auth.authorize-rejects-callback', 8, dcr),
    nothingLeft,
  ),
  brokenService(
    'the error page of an app in place of the sign-in',
    'auth.authorize-rejects-callback',
    { onAuthorize: redirect(302, '/error?error=invalid_redirect_uri') },
    broken('auth.authorize-rejects-callback', 8, dcr),
  ),
  brokenService(
    'form-action ’self’ on the consent page',
    'C130',
    csp("default-src 'none'; form-action 'self'"),
    cspBlocks,
  ),
  brokenService(
    'a policy of the whole app beside the page’s own',
    'C128',
    csp("form-action 'self' https://claude.ai claude:, default-src 'self'; form-action 'self'"),
    cspBlocks,
  ),
  brokenService(
    'a policy in a meta element',
    'C129',
    {
      page: consentPage.replace(
        '<title>',
        `<meta http-equiv="Content-Security-Policy" content="form-action 'self'"><title>`,
      ),
    },
    cspBlocks,
  ),
  brokenService(
    'form-action that names Claude, and not the app that comes after',
    'C127',
    csp("form-action 'self' https://claude.ai"),
    signInNeeded('auth.consent-csp-blocks-callback', dcr),
  ),
  brokenService(
    'form-action for every https address and Claude',
    'C131',
    csp("form-action 'self' https: claude:"),
    signInNeeded(dcr),
  ),
  brokenService(
    'the consent page’s policy only reports',
    'C132',
    { pageHeaders: { 'content-security-policy-report-only': "form-action 'self'" } },
    signInNeeded(dcr),
  ),
  brokenService(
    'a page that posts the code to the callback',
    'C033',
    { page: `<form method="post" action="${callback}"><input name="code" value="abc"></form><script>1</script>` },
    degraded('auth.callback-redirect-keeps-post', dcr),
  ),
  brokenService(
    'the code comes with a redirect that keeps the method',
    'auth.callback-redirect-keeps-post',
    (rig) => ({ onAuthorize: redirect(307, `${callback}?code=${rig.secrets.token}&state=x`) }),
    signInNeeded('auth.callback-redirect-keeps-post', dcr),
    nothingLeft,
  ),
  brokenService(
    'the token endpoint reads JSON alone',
    'C153',
    { onToken: respond(415, { 'content-type': 'text/plain' }, 'Unsupported Media Type') },
    broken('auth.token-endpoint-rejects-form', 9, dcr),
  ),
  brokenService(
    'the token endpoint fails over a code that it does not know',
    'auth.token-error-nonstandard',
    { onToken: respondHtml(500, '<h1>Internal Server Error</h1>') },
    degraded('auth.token-error-nonstandard', dcr),
  ),
  brokenService(
    'the token endpoint gives a token for any code',
    'auth.token-error-nonstandard',
    (rig) => ({ onToken: respondJson(200, { access_token: rig.secrets.token, token_type: 'Bearer' }) }),
    degraded('auth.token-error-nonstandard', dcr),
  ),
  brokenService(
    'a limit on registrations that checks before this one used up',
    'auth.asked-to-wait',
    { onRegister: () => tooMany },
    signInNeeded('auth.asked-to-wait', dcr),
  ),
  brokenService(
    'a limit on token requests',
    'auth.asked-to-wait',
    { onToken: tooMany },
    signInNeeded('auth.asked-to-wait', dcr),
    nothingLeft,
  ),
  {
    ...brokenService(
      'a limit on registrations, met by a sign-in',
      'auth.asked-to-wait',
      { onRegister: () => tooMany },
      signInNeeded('auth.asked-to-wait', dcr),
    ),
    flags: { active: true, signIn: 'headless' },
  },
];
