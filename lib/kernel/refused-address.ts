/** Why an address that the other side named was not asked; null when it was. */
export type RefusedAddress = 'private-address' | 'not-https' | 'invalid-url' | null;
