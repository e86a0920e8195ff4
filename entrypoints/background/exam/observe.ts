import type { Observation, UnavailableBecause } from '../../../lib/kernel/observation.ts';

/** Why there is nothing to see. */
export function unavailable(because: UnavailableBecause): Observation<never> {
  return { status: 'unavailable', because };
}

/** What a look brings back; null means that the page or the browser lets nobody look. Never rejects, and waits only so long. */
export async function observe<T>(look: Promise<T | null>, mostMs: number): Promise<Observation<T>> {
  const late = Symbol('late');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<typeof late>((resolve) => {
    timer = setTimeout(resolve, mostMs, late);
  });
  try {
    const value = await Promise.race([look, limit]);
    if (value === late) return unavailable('deadline');
    return value === null ? unavailable('prerequisite') : { status: 'observed', value };
  } catch (error) {
    return { status: 'crashed', error: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
