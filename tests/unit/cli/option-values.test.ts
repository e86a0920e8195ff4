import { describe, expect, it } from 'vitest';
import {
  readBytes,
  readConnectTo,
  readHeaders,
  readResolver,
  readSeconds,
  readUserAgent,
} from '../../../lib/cli/option-values.ts';

const problem = { ok: false, problem: expect.stringMatching(/^\S.*\.$/s) as string };

describe('readSeconds', () => {
  it.each([
    ['60', 60_000],
    ['0.5', 500],
    ['3600', 3_600_000],
  ])('reads %s', (text, value) => {
    expect(readSeconds('--timeout', text, 3600)).toEqual({ ok: true, value });
  });

  it.each(['0', '-1', '3601', '1e3', 'ten', '', ' ', '5s', 'Infinity', '0x10'])('refuses “%s”', (text) => {
    expect(readSeconds('--timeout', text, 3600)).toEqual(problem);
  });
});

describe('readBytes', () => {
  it('reads whole numbers', () => {
    expect(readBytes('--max-body', '8388608')).toEqual({ ok: true, value: 8_388_608 });
  });

  it.each(['0', '-1', '1.5', '8M', '', '1073741825', '99999999999999999999'])('refuses “%s”', (text) => {
    expect(readBytes('--max-body', text)).toEqual(problem);
  });
});

describe('readHeaders', () => {
  it('reads names in lower case and values as they are', () => {
    expect(readHeaders(['Authorization: Bearer a:b ', 'X-Key:1'])).toEqual({
      ok: true,
      value: { authorization: 'Bearer a:b', 'x-key': '1' },
    });
  });

  it.each([
    'secret-value',
    ': secret-value',
    'a b: secret-value',
    'x:',
    'x: a\r\nsecret-value: 1',
    'x: secret-value\u{1F600}',
  ])('refuses %j without repeating the value', (text) => {
    const read = readHeaders([text]);
    expect(read).toEqual(problem);
    expect(JSON.stringify(read)).not.toContain('secret-value');
  });

  it('refuses names that would break the check, and a name given twice', () => {
    expect(readHeaders(['Host: a'])).toEqual(problem);
    expect(readHeaders(['mcp-session-id: a'])).toEqual(problem);
    expect(readHeaders(['user-agent: a'])).toEqual(problem);
    expect(readHeaders(['a: 1', 'A: 2'])).toEqual(problem);
  });
});

describe('readUserAgent', () => {
  it('refuses what a header cannot hold', () => {
    expect(readUserAgent('probe/1')).toEqual({ ok: true, value: 'probe/1' });
    expect(readUserAgent('a\nb')).toEqual(problem);
    expect(readUserAgent(' ')).toEqual(problem);
  });
});

describe('readResolver', () => {
  it('takes https, and http on this machine', () => {
    expect(readResolver('https://dns.google/resolve')).toEqual({ ok: true, value: 'https://dns.google/resolve' });
    expect(readResolver('http://127.0.0.1:8053/dns-query')).toMatchObject({ ok: true });
  });

  it.each(['dns.google', 'http://dns.google/resolve', 'ftp://dns.google/', 'https://u:secret@dns.google/'])(
    'refuses %s',
    (text) => {
      const read = readResolver(text);
      expect(read).toEqual(problem);
      expect(JSON.stringify(read)).not.toContain('secret');
    },
  );
});

describe('readConnectTo', () => {
  it.each(['A.example:443:127.0.0.1:8443', 'a:443:[::1]:8443', '::b:', ':::'])('takes %s as it stands', (text) => {
    expect(readConnectTo(text)).toEqual({ ok: true, value: text });
  });

  it.each(['a:443:b', 'a:0:b:1', 'a:65536:b:1', 'a:x:b:1', 'a:1:::1:1', '', 'a:1:b:2:3'])('refuses “%s”', (text) => {
    expect(readConnectTo(text)).toEqual(problem);
  });
});
