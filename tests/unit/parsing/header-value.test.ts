import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basicCredentials, tokenForm } from '../../../lib/parsing/header-value.ts';

describe('tokenForm', () => {
  it.each([
    ['abc-._~+/==', 'sendable'],
    ['1|laravel', 'sendable'],
    ['', 'empty'],
    [' ', 'empty'],
    ['abc\r\nX-Injected: 1', 'unsendable'],
    ['abc\0def', 'unsendable'],
    ['tök', 'unsendable'],
    ['✓', 'unsendable'],
  ] as const)('of %j is %s', (token, form) => {
    expect(tokenForm(token)).toBe(form);
  });

  it('calls sendable only what a header carries', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (token) => {
        if (tokenForm(token) === 'sendable') new Headers({ authorization: `Bearer ${token}` });
      }),
    );
  });
});

describe('basicCredentials', () => {
  it('sends what can be sent as it is', () => {
    expect(basicCredentials('made', 'a+b %é')).toBe(`Basic ${btoa('made:a+b %é')}`);
  });

  it('encodes as a form does what cannot', () => {
    expect(basicCredentials('made', 'a b✓')).toBe(`Basic ${btoa('made:a+b%E2%9C%93')}`);
  });

  it('always gives a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (id, secret) => {
        expect(basicCredentials(id, secret)).toMatch(/^Basic [A-Za-z0-9+/]*={0,2}$/);
      }),
    );
  });
});
