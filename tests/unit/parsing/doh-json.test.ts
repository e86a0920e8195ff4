import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDohJson } from '../../../lib/parsing/doh-json.ts';

const answer = {
  Status: 0,
  TC: false,
  Question: [{ name: 'mcp.acme.dev.', type: 1 }],
  Answer: [
    { name: 'mcp.acme.dev.', type: 5, TTL: 60, data: 'edge.acme.net.' },
    { name: 'edge.acme.net.', type: 1, TTL: 60, data: '203.0.113.7' },
    { name: 'edge.acme.net.', type: 1, TTL: 60, data: '203.0.113.7' },
    { name: 'edge.acme.net.', type: 28, TTL: 60, data: '2001:DB8::7' },
  ],
};

describe('a resolver’s answer in JSON', () => {
  it('gives the addresses of the type that was asked', () => {
    const text = JSON.stringify(answer);
    expect(readDohJson(text, 'A')).toEqual({ status: 'answered', addresses: ['203.0.113.7'], detail: '' });
    expect(readDohJson(text, 'AAAA').addresses).toEqual(['2001:db8::7']);
  });

  it('may have no such record', () => {
    expect(readDohJson('{"Status":0}', 'A')).toEqual({ status: 'answered', addresses: [], detail: '' });
    expect(readDohJson('{"Status":0,"Answer":[{"type":5,"data":"acme.net."},7]}', 'A').addresses).toEqual([]);
  });

  it.each(['nonsense', '2001:db8::7', ''])('relies on no answer that holds “%s” as an IPv4 address', (data) => {
    const text = JSON.stringify({
      Status: 0,
      Answer: [
        { type: 1, data: '203.0.113.7' },
        { type: 1, data },
      ],
    });
    expect(readDohJson(text, 'A')).toMatchObject({ status: 'failed', addresses: [] });
  });

  it('tells a name that does not exist from a resolver that could not answer', () => {
    expect(readDohJson('{"Status":3}', 'A')).toEqual({ status: 'not-found', addresses: [], detail: '' });
    expect(readDohJson('{"Status":2}', 'A')).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('SERVFAIL'),
    });
    expect(readDohJson('{"Status":23}', 'A')).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('23'),
    });
  });

  it.each(['', '<html>', '[]', '{}', '{"Status":"0"}', '{"Status":0'])('fails when it is malformed: %s', (text) => {
    expect(readDohJson(text, 'A').status).toBe('failed');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readDohJson(text, 'AAAA')));
  });
});
