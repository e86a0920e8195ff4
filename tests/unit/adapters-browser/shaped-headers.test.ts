import { describe, expect, it } from 'vitest';
import { headerChanges, splitHeaders } from '../../../lib/adapters/browser/shaped-headers.ts';

describe('headers', () => {
  it('go to who can send them', () => {
    const split = splitHeaders({
      Accept: '*/*',
      Authorization: 'Bearer x',
      'User-Agent': 'Claude-User',
      origin: 'https://claude.ai',
      cookie: 'a=1',
      'sec-fetch-site': 'cross-site',
    });
    expect(split.byFetch).toEqual({ accept: '*/*', authorization: 'Bearer x' });
    expect(split.byRule).toEqual({
      'user-agent': 'Claude-User',
      origin: 'https://claude.ai',
      cookie: 'a=1',
      'sec-fetch-site': 'cross-site',
    });
  });

  it('of the connection, and what no rule can carry, go nowhere', () => {
    const headers = { Host: 'other', 'Content-Length': '1', connection: 'close', cookie: 'a=é', referer: '' };
    expect(splitHeaders(headers)).toEqual({ byFetch: {}, byRule: {} });
  });

  it('that a browser adds are taken away, and no others', () => {
    const changes = headerChanges({
      marker: 'cd-1',
      set: { 'user-agent': 'Claude-User' },
      carried: ['accept', 'authorization'],
    });
    const removed = changes.filter(({ operation }) => operation === 'remove').map(({ header }) => header);
    expect(removed).toEqual(expect.arrayContaining(['origin', 'cookie', 'sec-fetch-site', 'accept-language']));
    expect(removed).not.toContain('accept');
    expect(removed).not.toContain('user-agent');
    expect(changes.filter(({ operation }) => operation === 'set')).toEqual([
      { header: 'accept-encoding', operation: 'set', value: 'gzip, deflate, br' },
      { header: 'user-agent', operation: 'set', value: 'Claude-User' },
    ]);
  });
});
