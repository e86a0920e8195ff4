import { expect, it } from 'vitest';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';

it('leaves what is told of a session, such as the exchange that showed it', () => {
  const seen = { 'stale-session': { status: 'observed', value: { refused: { exchange: 'e12' }, method: 'POST' } } };
  expect(createRedactor().json(seen)).toEqual(seen);
});
