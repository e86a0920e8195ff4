import { describe, expect, it } from 'vitest';
import { nextRequest, type Wire } from '../../../lib/kernel/redirects.ts';

const wire = (rest: Partial<Wire> = {}): Wire => ({
  method: 'POST',
  url: new URL('https://a.example/mcp'),
  headers: { accept: '*/*', authorization: 'secret', 'content-length': '2' },
  body: '{}',
  ...rest,
});
const to = (
  status: number,
  location: string | undefined = '/next',
): { status: number; headers: Record<string, string> } => ({
  status,
  headers: location === undefined ? {} : { location },
});

describe('the next request', () => {
  it.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
    [301, 'DELETE', 'DELETE'],
    [302, 'DELETE', 'GET'],
    [303, 'DELETE', 'GET'],
    [303, 'HEAD', 'HEAD'],
  ] as const)('%i after %s is %s', (status, method, expected) => {
    const next = nextRequest(wire({ method }), to(status), []);
    expect(next?.method).toBe(expected);
    expect(next?.body).toBe(expected === method ? '{}' : undefined);
    expect(next?.headers['content-length']).toBe(expected === method ? '2' : undefined);
  });

  it.each([
    [200, '/next'],
    [304, '/next'],
    [302, undefined],
    [302, ''],
    [302, 'http://'],
    [302, 'ftp://a.example/'],
    [302, 'claude://callback'],
  ])('ends with %i to %s', (status, location) => {
    const answer = { status, headers: location === undefined ? {} : { location } };
    expect(nextRequest(wire(), answer, [])).toBeNull();
  });

  it.each([
    ['/other', 'secret'],
    ['https://a.example:443/other', 'secret'],
    ['https://b.example/other', undefined],
    ['https://a.example:8443/other', undefined],
    ['http://a.example/other', undefined],
  ])('to %s sends authorization %s', (location, expected) => {
    const next = nextRequest(wire(), to(307, location), ['authorization']);
    expect(next?.headers['authorization']).toBe(expected);
    expect(next?.headers['accept']).toBe('*/*');
  });
});
