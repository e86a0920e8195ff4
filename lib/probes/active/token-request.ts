import type { TokenRequest } from '../../kernel/evidence-active.ts';
import { stringMember } from '../../kernel/json.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { basicCredentials } from '../../parsing/header-value.ts';
import { claudeClient, samplePkce } from '../../standards/claude-client.ts';
import { documentIn } from '../auth/fetch-document.ts';
import { refusal } from '../network/refusal.ts';
import { isSafeService } from '../authorization-server/is-safe-service.ts';
import {
  clientWithoutRegistration,
  registeredClient,
  serviceNeeds,
  signInService,
  type KnownClient,
} from '../authorization-server/sign-in-service.ts';

const madeUpCode = 'connector-doctor-made-up-code';
const nobody: KnownClient = {
  from: 'made-up',
  id: 'connector-doctor-made-up-client',
  secret: null,
  authMethod: 'none',
};

/**
 * The token request with a code that was never issued, form-encoded as it must be: shows what the endpoint answers, and gets nothing.
 * No redirect is followed, since the request may carry a client's secret.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 */
export const tokenRequest = defineProbe({
  key: 'token-request',
  after: [...serviceNeeds, 'registration'],
  plan: 'active',
  async collect(context) {
    const service = await signInService(context);
    if (!service?.token) return new Unavailable('prerequisite');
    await context.when('registration');
    const client = clientWithoutRegistration(service, context.options) ?? registeredClient(context.memory) ?? nobody;
    // Somebody's secret is not for a service that the connector has no right to name.
    if (client.from === 'given' && client.secret !== null && !(await isSafeService(context.target, service))) {
      return new Unavailable('prerequisite');
    }
    const url = service.token;
    const refused = refusal(context.target, url);
    const authenticated = authentication(client);
    const shown = URL.canParse(url) ? context.redactUrl(url) : context.redact(url);
    const about = { clientId: client.from, authenticated, url: shown, refused };
    if (refused !== null) return { ...about, exchange: null, answer: null };
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: madeUpCode,
      redirect_uri: claudeClient.callback,
      code_verifier: samplePkce.verifier,
      resource: service.resource,
      ...(authenticated !== 'client_secret_basic' && { client_id: client.id }),
      ...(authenticated === 'client_secret_post' && { client_secret: client.secret ?? '' }),
    });
    const answer = await context.ask({
      step: 9,
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        ...(authenticated === 'client_secret_basic' && {
          authorization: basicCredentials(client.id, client.secret ?? ''),
        }),
      },
      body: body.toString(),
      maxRedirects: 0,
      answerHolds: 'tokens',
    });
    if (answer.kind === 'failure') return { ...about, exchange: answer.exchange, answer: null };
    const issued = documentIn(answer.text);
    for (const member of ['access_token', 'refresh_token', 'id_token']) {
      const token = stringMember(issued, member);
      if (token !== undefined) context.keepSecret(token, 'token');
    }
    return {
      ...about,
      exchange: answer.exchange,
      answer: documentIn(answer.exchange.bodyTruncated ? context.redact(answer.text) : answer.exchange.body),
    };
  },
});

function authentication({ secret, authMethod }: KnownClient): TokenRequest['authenticated'] {
  if (secret === null || authMethod === 'none') return 'none';
  return authMethod === 'client_secret_basic' ? 'client_secret_basic' : 'client_secret_post';
}
