import { describe, expect, it } from 'vitest';
import { referenceAge, referenceWords } from '../../../../lib/report/handoff/reference-age.ts';

const now = Date.parse('2026-11-20T10:00:00Z');

function told(seenAt: string | null): string | null {
  const age = referenceAge({ claude: { reference: 'ofid_1', seenAt } }, now);
  return age === null ? null : `${String(age.isOld)}: ${referenceWords(age)}`;
}

describe('the age of Claude’s reference', () => {
  it('is told in minutes, hours and days; after a day a new one is asked for', () => {
    expect(told('2026-11-20T09:59:40Z')).toMatch(/^false: .* is 1 minute old\..* send it soon\.$/);
    expect(told('2026-11-19T10:00:00Z')).toMatch(/^false: .* is 24 hours old\./);
    expect(told('2026-11-19T09:00:00Z')).toMatch(/^true: .* is 25 hours old\..* let it fail once more/);
    expect(told('2026-11-10T10:00:00Z')).toMatch(/^true: .* is 10 days old\./);
  });

  it('is not known where nobody saw it, and never negative', () => {
    expect(told(null)).toMatch(/^false: It is not known how old/);
    expect(told('soon')).toMatch(/^false: It is not known how old/);
    expect(told('2026-11-21T10:00:00Z')).toContain('1 minute old');
  });

  it('is nothing without a reference', () => {
    expect(referenceAge({ claude: { seenAt: '2026-11-20T09:00:00Z' } }, now)).toBeNull();
    expect(referenceAge({ claude: null }, now)).toBeNull();
  });
});
