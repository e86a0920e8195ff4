import type { Leaving } from '../../kernel/evidence-signed-in.ts';
import { stringMember, stringsMember } from '../../kernel/json.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import type { SignedInMemory } from '../../kernel/signed-in-memory.ts';
import { refusal } from '../network/refusal.ts';
import { removeClient } from '../authorization-server/remove-client.ts';
import { basicCredentials } from '../../parsing/header-value.ts';
import { sessionUsers, waitForUsers } from '../transport/session-users.ts';
import { loadOfficialClient, partiesOf } from './official-client.ts';

/**
 * Gives the tokens back and removes the client that was registered, where either is offered, after everything else: nothing of the
 * sign-in is to stay, also where the run ended early.
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-2.1
 */
export const leaving = defineProbe({
  key: 'leaving',
  after: ['sign-in', ...sessionUsers, 'step-up', 'refresh', 'closing'],
  plan: 'signed-in',
  cleansUp: true,
  async collect(context) {
    await context.when('sign-in');
    const { signIn } = context.memory;
    if (!signIn) return new Unavailable('prerequisite');
    await Promise.all([
      waitForUsers(context),
      context.when('step-up'),
      context.when('refresh'),
      context.when('closing'),
    ]);
    await signIn.window?.close();
    const hadTokens = context.memory.tokens !== null;
    // First the tokens: a client that is gone could not give them back.
    const revocations = await revokeAll(context, signIn);
    return { hadTokens, revocations, removal: await removal(context, signIn) };
  },
});

async function revokeAll(context: ProbeContext<never>, signIn: SignedInMemory): Promise<Leaving['revocations']> {
  const url = stringMember(signIn.metadata, 'revocation_endpoint') ?? '';
  const { tokens } = context.memory;
  if (url === '' || !tokens || refusal(context.target, url) !== null) return null;
  // With the refresh token its access tokens end as well, at most services: their own revocation makes sure.
  const given = [...signIn.replaced, tokens].flatMap(({ access, refresh }) => [
    ...(refresh === null ? [] : [{ what: 'refresh' as const, token: refresh }]),
    { what: 'access' as const, token: access },
  ]);
  // All at once: after the end of a run there is little time.
  return Promise.all(
    given.map(async ({ what, token }) => {
      const request = await revocation(signIn, token, what);
      const { exchange } = await context.ask({
        step: null,
        method: 'POST',
        url,
        ...request,
        maxRedirects: 0,
        fromReserve: true,
      });
      return { what, exchange };
    }),
  );
}

async function revocation(signIn: SignedInMemory, token: string, what: 'access' | 'refresh') {
  const { selectClientAuthMethod } = await loadOfficialClient();
  const { metadata, client } = signIn;
  const methods =
    stringsMember(metadata, 'revocation_endpoint_auth_methods_supported') ??
    stringsMember(metadata, 'token_endpoint_auth_methods_supported') ??
    [];
  const method = selectClientAuthMethod(partiesOf(signIn).clientInformation, [...methods]);
  const body = new URLSearchParams({ token, token_type_hint: `${what}_token` });
  const isBasic = method === 'client_secret_basic' && client.secret !== null;
  if (!isBasic) body.set('client_id', client.id);
  if (method === 'client_secret_post' && client.secret !== null) body.set('client_secret', client.secret);
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      ...(isBasic && { authorization: basicCredentials(client.id, client.secret ?? '') }),
    },
    body: body.toString(),
  };
}

async function removal(context: ProbeContext<never>, { client, issuer }: SignedInMemory) {
  if (client.from !== 'registered') return null;
  const removed = await removeClient(context, client.management);
  return { client: { id: context.redact(client.id), url: client.registeredAt ?? issuer }, ...removed };
}
