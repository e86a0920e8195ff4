import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ipLiteral,
  isGloballyRoutable,
  isLoopbackHost,
  isPrivateHostname,
  isReservedHostname,
} from '../../../lib/kernel/address.ts';

const publicAddresses = ['8.8.8.8', '160.79.104.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'];
const privateAddresses = {
  'RFC 1918': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
  'this network': ['0.0.0.0', '0.1.2.3'],
  loopback: ['127.0.0.1', '127.8.9.1', '::1'],
  'link-local': ['169.254.169.254', 'fe80::1', 'fe80::1%eth0'],
  'unique local': ['fd00::1', 'fc00::1'],
  multicast: ['224.0.0.1', 'ff02::1'],
  reserved: ['192.0.0.8', '240.0.0.1', '255.255.255.255', '4000::1', '100::1'],
  documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
  benchmarking: ['198.18.0.1', '198.19.255.255', '2001:2::1'],
  'IPv4 within IPv6': [
    '::ffff:10.0.0.1',
    '2002:a00:1::',
    '2002:7f00:1::',
    '64:ff9b::192.168.1.1',
    '64:ff9b:1::808:808',
  ],
};

describe('addresses', () => {
  it.each(publicAddresses)('%s is public', (address) => expect(isGloballyRoutable(address)).toBe(true));

  it.each(Object.entries(privateAddresses).flatMap(([why, list]) => list.map((address) => [address, why])))(
    '%s is not public (%s)',
    (address) => expect(isGloballyRoutable(address)).toBe(false),
  );

  it('judges 6to4 and NAT64 by the IPv4 address within', () => {
    expect(isGloballyRoutable('2002:808:808::')).toBe(true);
    expect(isGloballyRoutable('64:ff9b::808:808')).toBe(true);
  });

  it('judges an IPv4 address and its mapped form alike', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isGloballyRoutable(`::ffff:${address}`)).toBe(isGloballyRoutable(address));
      }),
    );
  });

  it('takes what is no address for not public, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (ipLiteral(text) === undefined) expect(isGloballyRoutable(text)).toBe(false);
        isPrivateHostname(text);
        isReservedHostname(text);
        isLoopbackHost(text);
      }),
    );
  });

  it('reads literals with brackets, zone, trailing dot and in short forms', () => {
    expect(ipLiteral('[2001:DB8::1]')).toEqual({ version: 6, address: '2001:db8::1' });
    expect(ipLiteral('fe80::1%eth0')).toEqual({ version: 6, address: 'fe80::1' });
    expect(ipLiteral('192.0.2.1.')).toEqual({ version: 4, address: '192.0.2.1' });
    expect(ipLiteral('127.1')).toEqual({ version: 4, address: '127.0.0.1' });
    expect(ipLiteral('mcp.acme.dev')).toBeUndefined();
  });
});

describe('host names', () => {
  it.each([
    'localhost',
    'app.localhost',
    'printer',
    'nas.local',
    'db.internal',
    'x.home.arpa',
    'x.lan',
    'x.corp',
    'LOCALHOST.',
    '10.0.0.1',
    '[::1]',
    '[::ffff:a00:1]',
  ])('%s is private', (name) => expect(isPrivateHostname(name)).toBe(true));

  it.each(['mcp.acme.dev', 'acme.dev.', 'notlocal.dev', 'mylan.net', '8.8.8.8', '[2606:4700::1111]', ''])(
    '“%s” is not private',
    (name) => expect(isPrivateHostname(name)).toBe(false),
  );

  it('knows the names set aside for documentation', () => {
    for (const name of ['example.com', 'api.example.org', 'a.example', 'b.test', 'c.invalid', 'EXAMPLE.NET.']) {
      expect(isReservedHostname(name), name).toBe(true);
    }
    for (const name of ['myexample.com', 'example.dev', 'contest', 'test.acme.dev']) {
      expect(isReservedHostname(name), name).toBe(false);
    }
  });

  it('knows this machine by its names and addresses', () => {
    for (const name of [
      'localhost',
      'a.localhost',
      '127.0.0.1',
      '127.9.9.9',
      '[::1]',
      '::ffff:127.0.0.1',
      '0.0.0.0',
      '::',
    ]) {
      expect(isLoopbackHost(name), name).toBe(true);
    }
    for (const name of ['10.0.0.1', 'local', 'localhost.acme.dev', '::ffff:10.0.0.1', 'fe80::1']) {
      expect(isLoopbackHost(name), name).toBe(false);
    }
  });
});
