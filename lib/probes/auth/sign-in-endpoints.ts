import type { EndpointLook } from '../../kernel/evidence-sign-in.ts';
import { stringMember } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { chosenDocument } from './fetch-document.ts';
import { refusal } from '../network/refusal.ts';

const roles = ['authorization', 'token', 'registration'] as const;

/**
 * Whether anybody answers at the endpoints that the authorization server's metadata names. Asked with GET, which writes nothing and
 * which the authorization endpoint must take; the others may refuse it.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 */
export const signInEndpoints = defineProbe({
  key: 'sign-in-endpoints',
  after: ['authorization-server', 'call-sign-in'],
  plan: 'side',
  async collect({ when, ask, target, redact, redactUrl }) {
    const document =
      chosenDocument(observed(await when('authorization-server'))) ??
      chosenDocument(observed(await when('call-sign-in'))?.server ?? undefined);
    if (document === undefined) return new Unavailable('prerequisite');
    return { endpoints: await Promise.all(roles.flatMap((role) => look(role) ?? [])) };

    function look(role: EndpointLook['role']): Promise<EndpointLook> | undefined {
      const url = stringMember(document, `${role}_endpoint`) ?? '';
      if (url === '') return undefined;
      const refused = refusal(target, url);
      const shown = URL.canParse(url) ? redactUrl(url) : redact(url);
      if (refused !== null) return Promise.resolve({ role, url: shown, exchange: null, refused });
      return getFrom(url).then(({ exchange }) => ({ role, url: shown, exchange, refused }));
    }

    // The whole limit of a step: Claude waits as long there.
    function getFrom(url: string) {
      const headers = { accept: 'text/html, application/json' };
      return ask({ step: null, method: 'GET', url, headers, maxRedirects: 0 });
    }
  },
});
