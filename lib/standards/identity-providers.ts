import type { IdentityProvider } from './identity-provider-types.ts';

/** Every product that is recognized, the most telling marks first: the first that fits is the one. */
export const identityProviders: readonly IdentityProvider[] = [];
