/** Why something was not observed. `not-asked`: the plan did not include it. `prerequisite`: an earlier observation ruled it out. */
export type UnavailableBecause =
  'vantage' | 'permission' | 'consent' | 'prerequisite' | 'not-asked' | 'needs-sign-in' | 'cancelled' | 'deadline';

/** What a probe brought back: a value, a reason why there is none, or the message of its own bug. */
export type Observation<T> =
  | { readonly status: 'observed'; readonly value: T }
  | { readonly status: 'unavailable'; readonly because: UnavailableBecause }
  | { readonly status: 'crashed'; readonly error: string };

/** The observed value, else undefined. */
export function observed<T>(observation: Observation<T> | undefined): T | undefined {
  return observation?.status === 'observed' ? observation.value : undefined;
}
