import { expect, it } from 'vitest';
import { observedIn } from '../../../lib/interference/observed-in-report.ts';

it('reads what was observed out of a report, and nothing else', () => {
  const browser = { online: true, family: 'chromium', hasPage: true, addressesAreEvidence: false };
  const evidence = {
    browser: { status: 'observed', value: browser },
    extensions: { status: 'unavailable', because: 'consent' },
    'page-copy': { status: 'crashed', error: 'it was closed' },
    reach: 'damaged',
  };
  expect(observedIn({ evidence })).toEqual({ browser });
  expect(observedIn({ evidence: null })).toEqual({});
});
