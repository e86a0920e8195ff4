import type { RegistrationRemoval } from '../../kernel/evidence-active.ts';
import { stringMember } from '../../kernel/json.ts';
import { defineProbe, Unavailable, type RegisteredClient } from '../../kernel/probe.ts';
import { removeClient } from './remove-client.ts';
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
    const own = service ? ownAddresses(service) : [];
    const remove = async ({ as, management }: RegisteredClient): Promise<RegistrationRemoval> => ({
      as,
      ...(await removeClient(context, management, own)),
    });
    return { removals: await Promise.all(registrations.map(remove)) };
  },
});

function ownAddresses({ registration, token, authorization, metadata }: SignInService): readonly string[] {
  return [registration, token, authorization, stringMember(metadata, 'issuer')].flatMap((address) => address ?? []);
}
