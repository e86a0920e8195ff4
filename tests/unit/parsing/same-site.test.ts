import { describe, expect, it } from 'vitest';
import { isSameSite } from '../../../lib/parsing/same-site.ts';

describe('two addresses', () => {
  it.each([
    ['https://auth.acme.dev/a', 'https://auth.acme.dev:8443'],
    ['https://auth.acme.dev', 'https://acme.dev'],
    ['https://auth.acme.co.uk', 'https://login.acme.co.uk'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:4000'],
    ['http://localhost:3000', 'http://localhost:4000'],
  ])('are of one site: %s, %s', (one, other) => {
    expect(isSameSite(one, other)).toBe(true);
    expect(isSameSite(other, one)).toBe(true);
  });

  it.each([
    ['https://acme.dev', 'https://evilacme.dev'],
    ['https://acme.co.uk', 'https://shop.co.uk'],
    ['https://acme.workers.dev', 'https://shop.workers.dev'],
    ['http://10.0.0.1', 'http://10.0.0.2'],
    ['https://co.uk', 'https://org.uk'],
    ['nonsense', 'nonsense'],
    ['', ''],
  ])('are not: %s, %s', (one, other) => {
    expect(isSameSite(one, other)).toBe(false);
    expect(isSameSite(other, one)).toBe(false);
  });
});
