/**
 * The steps in which Claude's hosted surfaces connect. 0 is Claude's own dialog (it refuses the URL);
 * 12 never stops a connection.
 */
export const steps = {
  0: 'Claude’s own dialog',
  1: 'finding the public name',
  2: 'reaching the server over TLS',
  3: 'the first request',
  4: 'the sign-in challenge',
  5: 'protected resource metadata',
  6: 'authorization server metadata',
  7: 'client identity',
  8: 'authorization',
  9: 'the token',
  10: 'the handshake',
  11: 'listing the tools',
  12: 'icon and listing',
} as const;

export type StepNumber = keyof typeof steps;

/** All step numbers in Claude's order. */
export const stepNumbers: readonly StepNumber[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
