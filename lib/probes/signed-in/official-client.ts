import type * as Official from '@modelcontextprotocol/client';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { SignedInClient, SignedInMemory } from '../../kernel/signed-in-memory.ts';

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
