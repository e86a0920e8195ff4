import type { RegistrationRemoval } from '../../kernel/evidence-active.ts';
import { stringMember } from '../../kernel/json.ts';
import { defineProbe, Unavailable, type RegisteredClient } from '../../kernel/probe.ts';
import { refusal } from '../auth/fetch-document.ts';
import { serviceNeeds, signInService, type SignInService } from './sign-in-service.ts';

/**
 * Removes every client that was registered, once nobody needs it any more, whatever became of the others' requests. The token that
 * allows it goes to the authorization server's own addresses alone.
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2.3
 */
export const registrationRemoval = defineProbe({
  key: 'registration-removal',
  after: [...serviceNeeds, 'registration', 'authorization-page', 'token-request'],
  plan: 'active',
  async collect(context) {
    await Promise.all(
      (['registration', 'authorization-page', 'token-request'] as const).map((key) => context.when(key)),
    );
    const { registrations } = context.memory;
    if (registrations.length === 0) return new Unavailable('prerequisite');
    const service = await signInService(context);
    return { removals: await Promise.all(registrations.map(remove)) };

    async function remove({ as, management }: RegisteredClient): Promise<RegistrationRemoval> {
      if (management === null) return { as, outcome: 'not-offered', exchange: null };
      const isOwn = service !== undefined && isOfService(management.url, service);
      if (!isOwn || refusal(context.target, management.url) !== null) {
        return { as, outcome: 'foreign-address', exchange: null };
      }
      const { exchange } = await context.ask({
        step: null,
        method: 'DELETE',
        url: management.url,
        headers: { authorization: `Bearer ${management.token}`, accept: 'application/json' },
        maxRedirects: 0,
      });
      const isGone = exchange.kind === 'response' && exchange.status >= 200 && exchange.status < 300;
      return { as, outcome: isGone ? 'removed' : 'refused', exchange };
    }
  },
});

function isOfService(url: string, { registration, token, authorization, metadata }: SignInService): boolean {
  if (!URL.canParse(url)) return false;
  const own = [registration, token, authorization, stringMember(metadata, 'issuer')];
  const origins = own.flatMap((address) => (address && URL.canParse(address) ? [new URL(address).origin] : []));
  return origins.includes(new URL(url).origin);
}
