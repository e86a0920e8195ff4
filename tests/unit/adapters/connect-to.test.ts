import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConnectTo, routeOf } from '../../../lib/adapters/node/connect-to.ts';

const route = (texts: readonly string[], host = 'a.example', port = 443): string => {
  const found = routeOf({ host, port }, texts.map(parseConnectTo));
  return `${found.host} ${found.port} ${found.mapped ? 'mapped' : 'plain'}`;
};

describe('connect-to', () => {
  it.each([
    [[], 'a.example 443 plain'],
    [['a.example:443:127.0.0.1:8443'], '127.0.0.1 8443 mapped'],
    [['A.Example:443:127.0.0.1:8443'], '127.0.0.1 8443 mapped'],
    [['a.example:80:127.0.0.1:8080'], 'a.example 443 plain'],
    [['b.example:443:127.0.0.1:8443'], 'a.example 443 plain'],
    [['::127.0.0.1:8443'], '127.0.0.1 8443 mapped'],
    [[':443::8443'], 'a.example 8443 mapped'],
    [['a.example::b.example:'], 'b.example 443 mapped'],
    [['a.example:443:[::1]:8443'], '::1 8443 mapped'],
    [['b.example:::1', 'a.example:::2', ':::3'], 'a.example 2 mapped'],
  ])('%o → %s', (texts, expected) => {
    expect(route(texts)).toBe(expected);
  });

  it('maps IPv6 literals, which URLs write with and sockets without brackets', () => {
    expect(route(['[2001:db8::1]:443:127.0.0.1:1'], '2001:db8::1')).toBe('127.0.0.1 1 mapped');
  });

  it('refuses what is no mapping', () => {
    for (const text of ['', 'a', 'a:1', 'a:b:c:d', 'a:1:b:2:3']) expect(() => parseConnectTo(text)).toThrow();
  });

  it('reads what it wrote', () => {
    const port = fc.integer({ min: 1, max: 65_535 });
    fc.assert(
      fc.property(fc.domain(), port, fc.ipV4(), port, (fromHost, fromPort, toHost, toPort) => {
        const read = parseConnectTo(`${fromHost}:${fromPort}:${toHost}:${toPort}`);
        expect(read).toEqual({ fromHost, fromPort, toHost, toPort });
      }),
    );
  });
});
