import { describe, expect, it } from 'vitest';
import { mergeSightings, saysTheSame } from '../../../lib/page/merge-sightings.ts';
import type { PageSighting } from '../../../lib/page/sighting.ts';

const address: PageSighting = {
  page: 'https://claude.ai/connector/*/auth_done',
  sentence: null,
  stage: 'start_error',
  oauthError: null,
  reference: 'ofid_0123456789abcdef',
  connectorUrl: null,
  connectorName: null,
  seenAt: 1_000,
};
const notice: PageSighting = {
  ...address,
  page: 'https://claude.ai/customize/connectors',
  sentence: 'Authentication failed. You can try connecting again.',
  stage: null,
  reference: null,
  seenAt: 3_000,
};

describe('two sightings of one error', () => {
  it('are put together: the address spoke first, the notice afterwards', () => {
    expect(mergeSightings(address, notice)).toEqual({
      ...notice,
      stage: 'start_error',
      reference: 'ofid_0123456789abcdef',
      seenAt: 1_000,
    });
  });

  it('stay apart when they speak of different errors', () => {
    const other = { ...notice, reference: 'ofid_ffffffffffffffff' };
    expect(mergeSightings(address, other)).toBe(other);
    expect(mergeSightings(notice, { ...other, sentence: 'Connection has expired' })?.stage).toBeNull();
  });

  it('outlive the notice, which vanishes by itself', () => {
    expect(mergeSightings(notice, null)).toBe(notice);
    expect(mergeSightings(null, notice)).toBe(notice);
    expect(mergeSightings(null, null)).toBeNull();
  });

  it('say the same whenever they were made', () => {
    expect(saysTheSame(notice, { ...notice, seenAt: 9 })).toBe(true);
    expect(saysTheSame(notice, { ...notice, sentence: null })).toBe(false);
    expect(saysTheSame(null, null)).toBe(true);
    expect(saysTheSame(null, notice)).toBe(false);
  });
});
