import type { RegistrationRemoval } from '../../kernel/evidence-active.ts';
import { defineProbe, Unavailable, type RegisteredClient } from '../../kernel/probe.ts';
import { removeClient } from '../authorization-server/remove-client.ts';
import { serviceNeeds, signInService } from '../authorization-server/sign-in-service.ts';

/**
 * Removes every client that was registered, once nobody needs it any more, whatever became of the others' requests. The token that
 * allows it goes to the authorization server's own addresses alone. Also where the run ended early.
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2.3
 */
export const registrationRemoval = defineProbe({
  key: 'registration-removal',
  after: [...serviceNeeds, 'registration', 'authorization-page', 'token-request'],
  plan: 'active',
  cleansUp: true,
  async collect(context) {
    await Promise.all(
      (['registration', 'authorization-page', 'token-request'] as const).map((key) => context.when(key)),
    );
    const { registrations } = context.memory;
    if (registrations.length === 0) return new Unavailable('prerequisite');
    const service = await signInService(context);
    const url = context.redact(service?.registration ?? '–');
    const remove = async ({ as, id, management }: RegisteredClient): Promise<RegistrationRemoval> => ({
      as,
      client: { id: context.redact(id), url },
      ...(await removeClient(context, management)),
    });
    return { removals: await Promise.all(registrations.map(remove)) };
  },
});
