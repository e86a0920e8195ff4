import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';
import { traceIn } from '../../../support/planted/look-for-traces.ts';
import { bareSecret, chanceOf, oddSecret } from '../../../support/planted/secrets.ts';
import { headerPlaces } from '../../../support/planted/header-places.ts';
import { textPlaces } from '../../../support/planted/text-places.ts';

const chance = chanceOf(7);
const carriers: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in JSON': (text) => JSON.stringify({ error_description: `No: ${text}`, x: 1 }),
  'in JSON in JSON': (text) => JSON.stringify({ content: [{ text: JSON.stringify({ message: text }) }] }),
  'in a page': (text) => `<html><body><p>${text}</p></body></html>`,
};

describe('a secret goes, by where it stands', () => {
  it.each(Object.entries(textPlaces))('%s', (_, { bare, write }) => {
    for (const carry of Object.values(carriers)) {
      for (const make of bare === true ? [bareSecret] : [bareSecret, oddSecret]) {
        const redactor = createRedactor();
        const text = carry(write(make(chance)));
        expect(traceIn(text), 'the search would not find it').not.toBeNull();
        const out = redactor.text(text);
        expect(traceIn(out)).toBeNull();
        expect(redactor.text(out)).toBe(out);
        if (text.startsWith('{"')) expect(() => void JSON.parse(out.split('\n')[0] ?? '')).not.toThrow();
      }
    }
  });

  it.each(Object.entries(headerPlaces))('%s', (_, headersWith) => {
    const redactor = createRedactor();
    const out = redactor.headers(headersWith(bareSecret(chance)));
    expect(traceIn(JSON.stringify(out))).toBeNull();
    expect(redactor.headers(out)).toEqual(out);
  });
});

describe('what is no secret stays', () => {
  it.each([
    `{'type': 'string', 'token': 'required'}`,
    '<token>string</token><password/><code>cdg1::abcd-1234567890-abcdef</code>',
    '<td>Request id</td><td>01JABCDEF0GH2JKMNPQRSTVW</td>',
    '["content-type","application/json; charset=utf-8"], ["x-request-id", "a1b2c3d4e5f6a7b8"]',
    '{"name":"limit","value":"a1b2c3d4e5f6a7b8c9"}',
    'docker run -u 1000:1000 acme/notes',
    'Bearer error=invalid_token, resource_metadata=https://mcp.acme.dev/x',
    'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4',
    `see ${btoa('Plain words about notes and nothing else at all')}`,
    'a=%7B%22page%22%3A%222%22%7D and &quot;quoted&quot;',
  ])('%s', (text) => {
    expect(createRedactor().text(text)).toBe(text);
  });
});

it('takes out of the beginning what only the end gives away', () => {
  const secret = bareSecret(chance);
  const out = createRedactor().json({ first: `it was ${secret}`, last: { access_token: secret } });
  expect(out).toEqual({ first: 'it was redacted-token-1', last: { access_token: 'redacted-token-1' } });
});

it('takes linear time', () => {
  const pieces = [
    '{"name":"a","value":"',
    "'token':'",
    '<a:b ',
    '<td>a</td><td>',
    '<a name="token" ',
    '; name="a"\n\n',
  ];
  const more = [
    'Digest nonce=',
    'Cookie: a=b;',
    ' -u a:',
    '-----BEGIN PRIVATE KEY-----',
    '"kty":"d":"',
    '%7B%22',
    'QUJD',
  ];
  for (const piece of [...pieces, ...more, '&quot;', '\\u0061', '%2541', '"a-b","', '> a', 'abcdef\\/abcdef']) {
    // What grows faster than its text runs into the test’s own time limit.
    const text = piece.repeat(Math.floor(400_000 / piece.length));
    expect(createRedactor().text(text), piece).not.toBe('');
  }
});
