import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundedScope } from '../../../lib/parsing/bounded-scope.ts';

it('keeps a scope of any real length', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (scope) => {
      expect(boundedScope(scope)).toBe(scope);
    }),
  );
});

it('cuts a longer one between two scopes, and says so', () => {
  const scope = Array.from({ length: 20_000 }, (_, index) => `s${index}`).join(' ');
  const bounded = boundedScope(scope);
  expect(bounded).toMatch(/^s0 s1 .* s\d+ … \(128889 characters in all\)$/);
  expect(bounded.length).toBeLessThan(2_100);
  expect(scope.startsWith(`${bounded.split(' … ')[0]} `)).toBe(true);
});

it('keeps what it says of offline_access', () => {
  const scopes = fc.array(fc.constantFrom('read', 'offline_access_all', 'w'.repeat(3_000), 'offline_access'), {
    maxLength: 900,
  });
  fc.assert(
    fc.property(scopes, (list) => {
      const bounded = boundedScope(list.join(' ')).split(' ');
      expect(bounded.includes('offline_access')).toBe(list.includes('offline_access'));
    }),
  );
});
