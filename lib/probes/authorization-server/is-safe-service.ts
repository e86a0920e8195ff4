import { stringMember } from '../../kernel/json.ts';
import type { Target } from '../../kernel/target.ts';
import type { SignInService } from './sign-in-service.ts';
import { loadOfficialClient } from '../signed-in/official-client.ts';

/**
 * What a careful client makes sure of before it sends anybody, or a secret that somebody gave it, to sign in: the resource is the
 * connector, and the metadata is of the issuer that was named. auth.* speaks of either.
 */
export async function isSafeService({ endpoint }: Target, service: SignInService): Promise<boolean> {
  const { checkResourceAllowed, resourceUrlFromServerUrl } = await loadOfficialClient();
  const requestedResource = resourceUrlFromServerUrl(endpoint);
  if (!checkResourceAllowed({ requestedResource, configuredResource: service.resource })) return false;
  const issuer = stringMember(service.metadata, 'issuer');
  return issuer === undefined || withoutSlash(issuer) === withoutSlash(service.issuer);
}

function withoutSlash(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url;
}
