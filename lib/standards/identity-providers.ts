import type { IdentityProvider } from './identity-provider-types.ts';
import { largeProviders } from './identity-providers-large.ts';
import { libraryProviders } from './identity-providers-libraries.ts';
import { ownProviders } from './identity-providers-own.ts';
import { serviceProviders } from './identity-providers-services.ts';

/** Every product that is recognized; the first that fits is the one. Libraries come last, as their marks are the weakest. */
export const identityProviders: readonly IdentityProvider[] = [
  ...largeProviders,
  ...serviceProviders,
  ...ownProviders,
  ...libraryProviders,
];
