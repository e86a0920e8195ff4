import { expect, it } from 'vitest';
import { nothingObserved, probedKeys } from '../../../lib/kernel/probed-keys.ts';
import { probes } from '../../../lib/probes/catalog.ts';

it('names every probe, in the order of the probes', () => {
  expect(probedKeys).toEqual(probes.map(({ key }) => key));
  expect(Object.keys(nothingObserved('not-asked'))).toEqual(probedKeys);
});
