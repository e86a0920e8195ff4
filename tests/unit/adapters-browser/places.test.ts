import { describe, expect, it } from 'vitest';
import { createPlaces, type Places } from '../../../lib/adapters/browser/places.ts';

const origin = 'https://mcp.acme.dev';
const never = new AbortController().signal;

async function isFree(places: Places, at = origin): Promise<boolean> {
  const controller = new AbortController();
  const place = places.take(at, controller.signal);
  await Promise.resolve();
  controller.abort();
  const leave = await place;
  leave?.();
  return leave !== null;
}

describe('places', () => {
  it('are six at an origin, and others at another', async () => {
    const places = createPlaces();
    const leaves = await Promise.all(Array.from({ length: 6 }, () => places.take(origin, never)));
    expect(await isFree(places)).toBe(false);
    expect(await isFree(places, 'https://other.acme.dev')).toBe(true);
    leaves[0]?.();
    expect(await isFree(places)).toBe(true);
  });

  it('are given back once, however often it is said', async () => {
    const places = createPlaces();
    const leaves = await Promise.all(Array.from({ length: 6 }, () => places.take(origin, never)));
    leaves[0]?.();
    leaves[0]?.();
    await places.take(origin, never);
    expect(await isFree(places)).toBe(false);
  });

  it('go to who waited first, and not to who left', async () => {
    const places = createPlaces();
    const leaves = await Promise.all(Array.from({ length: 6 }, () => places.take(origin, never)));
    const impatient = new AbortController();
    const left = places.take(origin, impatient.signal);
    const order: string[] = [];
    const second = places.take(origin, never).then(() => order.push('second'));
    const third = places.take(origin, never).then(() => order.push('third'));
    impatient.abort();
    expect(await left).toBeNull();
    leaves[0]?.();
    leaves[1]?.();
    await Promise.all([second, third]);
    expect(order).toEqual(['second', 'third']);
  });

  it('are not given to who has stopped already', async () => {
    expect(await createPlaces().take(origin, AbortSignal.abort())).toBeNull();
  });
});
