import type * as Official from '@modelcontextprotocol/client';
import { isJsonObject, stringsMember, type Json } from '../../kernel/json.ts';
import type { SignedInClient, SignedInMemory } from '../../kernel/signed-in-memory.ts';
import { basicCredentials } from '../../parsing/header-value.ts';

/** The official client package. Loaded only for a sign-in: it is larger than the rest of us. */
export type OfficialClient = typeof Official;

/** Loads the official client package. */
export function loadOfficialClient(): Promise<OfficialClient> {
  return import('@modelcontextprotocol/client');
}

/** What the package's functions want to know of the authorization server and of our client. */
export interface OfficialParties {
  readonly metadata?: Official.AuthorizationServerMetadata;
  readonly clientInformation: Official.OAuthClientInformationMixed;
}

/** The parties of a sign-in in the package's terms. */
export function partiesOf({ metadata, client }: Pick<SignedInMemory, 'metadata' | 'client'>): OfficialParties {
  return { ...metadataMember(metadata), clientInformation: informationOf(client) };
}

/** The same for a request to the token endpoint: a secret that the package cannot write into a header is encoded as the RFC says. */
export function tokenPartiesOf(official: OfficialClient, signIn: Pick<SignedInMemory, 'metadata' | 'client'>) {
  const parties = partiesOf(signIn);
  const { id, secret } = signIn.client;
  const methods = stringsMember(signIn.metadata, 'token_endpoint_auth_methods_supported') ?? [];
  const method = official.selectClientAuthMethod(parties.clientInformation, [...methods]);
  if (secret === null || method !== 'client_secret_basic') return parties;
  const addClientAuthentication = (headers: Headers): void => {
    headers.set('authorization', basicCredentials(id, secret));
  };
  return { ...parties, addClientAuthentication };
}

/** The metadata as an option of the package's functions; absent where only the default endpoints are there. */
export function metadataMember(metadata: Json): Pick<OfficialParties, 'metadata'> {
  if (!isJsonObject(metadata)) return {};
  const types = metadata['response_types_supported'];
  // The package reads this required list without looking whether it is there; auth.* speaks of its absence.
  const complete = { ...metadata, response_types_supported: Array.isArray(types) ? types : ['code'] };
  return { metadata: complete as unknown as Official.AuthorizationServerMetadata };
}

function informationOf({ id, secret, authMethod }: SignedInClient): Official.OAuthClientInformationMixed {
  return {
    client_id: id,
    ...(secret !== null && { client_secret: secret }),
    ...(authMethod !== null && { token_endpoint_auth_method: authMethod }),
  };
}
