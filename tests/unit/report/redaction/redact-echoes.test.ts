import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, type Redactor } from '../../../../lib/report/redaction/redact.ts';

const secrets = fc.oneof(
  fc.stringMatching(/^[A-Z][a-z][0-9][a-z][0-9][A-Za-z0-9]{12,30}[0-9]q[0-9]k[0-9]$/),
  fc.uuid().filter((uuid) => /^(?:.*\d[a-f]){3}/.test(uuid.slice(0, 12)) && /(?:\d[a-f].*){2}$/.test(uuid.slice(-12))),
);

const codes = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
const hex = (text: string): readonly string[] => codes(text).map((code) => code.toString(16));
const middle = (text: string, within: string): string => text.slice(0, 9) + within + text.slice(9);
const lines = (text: string, end: string): string =>
  btoa(`a key: ${text} and more of it`).replace(/.{20}/g, `$&${end}`);
const utf16 = (text: string): string =>
  btoa(
    codes(text)
      .flatMap((code) => [String.fromCharCode(code), '\0'])
      .join(''),
  );

const echoes: Readonly<Record<string, (secret: string) => string>> = {
  'in small letters': (secret) => secret.toLowerCase(),
  'in capitals': (secret) => secret.toUpperCase(),
  'in capitals, percent-encoded': (secret) =>
    hex(secret.toUpperCase())
      .map((code) => `%${code}`)
      .join(''),
  'cut off': (secret) => `${secret.slice(0, 16)}…`,
  'cut off with dots': (secret) => `${secret.slice(0, 14)}...`,
  'cut off with stars': (secret) => `${secret.slice(0, 15)}*****`,
  'cut off with a reference': (secret) => `${secret.slice(0, 16)}&hellip;`,
  'cut off in a string': (secret) => `"${secret.slice(0, 17)}"`,
  'its end alone': (secret) => `****${secret.slice(-16)}`,
  'its end in capitals': (secret) => `…${secret.slice(-18).toUpperCase()}`,
  'base64 in lines': (secret) => lines(secret, '\n'),
  'base64 in lines of mail': (secret) => lines(secret, '\r\n'),
  'base64 in lines, in JSON': (secret) => JSON.stringify(lines(secret, '\r\n')),
  'base64 in blocks': (secret) => lines(secret, ' '),
  'base64 of UTF-16': utf16,
  'UTF-16 as bytes': (secret) => [...secret].join('\0'),
  'hexadecimal with colons': (secret) => hex(secret).join(':'),
  'hexadecimal with blanks': (secret) => hex(secret).join(' ').toUpperCase(),
  'hexadecimal literals': (secret) =>
    hex(secret)
      .map((code) => `0x${code}`)
      .join(', '),
  'a Buffer of Node': (secret) => `<Buffer ${hex(secret).join(' ')}>`,
  'a soft hyphen within': (secret) => middle(secret, '\u00ad'),
  'no width within': (secret) => [...secret].join('\u200b'),
  'a reference to a soft hyphen within': (secret) => middle(secret, '&shy;'),
  'a chance to break within': (secret) => middle(secret, '<wbr>'),
  'a chance to break within, in JSON': (secret) => JSON.stringify(`<p>${middle(secret, '<wbr />')}</p>`),
  'full width': (secret) =>
    codes(secret)
      .map((code) => String.fromCharCode(code + 0xfee0))
      .join(''),
  'quoted-printable': (secret) =>
    hex(secret)
      .map((code) => `=${code.toUpperCase()}`)
      .join(''),
  'quoted-printable with a soft end of a line': (secret) => middle(secret, '=\r\n'),
  'octal escapes': (secret) =>
    codes(secret)
      .map((code) => `\\${code.toString(8)}`)
      .join(''),
  'long references': (secret) =>
    codes(secret)
      .map((code) => `&#${String(code).padStart(12, '0')};`)
      .join(''),
  'long hexadecimal references': (secret) =>
    hex(secret)
      .map((code) => `&#x${code.padStart(30, '0')};`)
      .join(''),
};

function knowing(secret: string): Redactor {
  const redactor = createRedactor();
  redactor.learn(secret, 'header');
  return redactor;
}

describe('the run’s own secret goes, echoed', () => {
  it.each(Object.entries(echoes))('%s', (_, write) => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const written = write(secret);
        const redactor = knowing(secret);
        const out = redactor.text(`before (${written}) after`);
        expect(out).toMatch(/^before \([^]*redacted-header-1[^]*\) after$/);
        expect(redactor.text(out)).toBe(out);
      }),
      { numRuns: 40 },
    );
  });

  it('as numbers, among which JSON has room for numbers only', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(undefined, 2), (secret, indent) => {
        const echo = JSON.stringify({ type: 'Buffer', data: [7, ...codes(secret), 9] }, undefined, indent);
        const redactor = knowing(secret);
        const out = redactor.text(echo);
        expect(JSON.parse(out)).toEqual({ type: 'Buffer', data: [7, ...codes(secret).map(() => 0), 9] });
        expect(redactor.text(out)).toBe(out);
        const within = knowing(secret).text(JSON.stringify({ text: echo }));
        expect(JSON.parse((JSON.parse(within) as { text: string }).text)).toEqual(JSON.parse(out));
      }),
      { numRuns: 40 },
    );
  });

  it('in the name of a header', () => {
    const headers = knowing('Kq7ZmX2vB9tR4wL8nP3sD6yH').headers({
      'x-kq7zmx2vb9tr4wl8np3sd6yh': '1',
      'x-request-id': '2',
    });
    expect(headers).toEqual({ 'x-redacted-header-1': '1', 'x-request-id': '2' });
  });

  it('also when somebody else named it first', () => {
    const redactor = createRedactor();
    redactor.text('{"access_token":"Kq7ZmX2vB9tR4wL8nP3sD6yH"}');
    redactor.learn('Kq7ZmX2vB9tR4wL8nP3sD6yH', 'header');
    expect(redactor.text('not KQ7ZMX2VB9TR4WL8NP3SD6YH')).toBe('not redacted-token-1');
  });
});

describe('what only resembles it stays', () => {
  it.each([
    ['access-token-a1b2c3d4e5', 'the access-token… of it'],
    ['Kq7ZmX2vB9tR4wL8nP3sD6yH', 'kq7zmx2vb9 and Kq7ZmX2vB9tRzzzz'],
    ['ClientRegistration', 'a clientregistration'],
    ['Kq7ZmX2vB9tR4wL8nP3sD6yH', '[75, 113, 55, 90, 109, 88, 50, 118, 66], 4b:71:37:5a'],
  ])('%s: %s', (secret, text) => expect(knowing(secret).text(text)).toBe(text));
});

it('takes linear time', () => {
  const redactor = knowing('Kq7ZmX2vB9tR4wL8nP3sD6yH');
  for (const piece of [
    '4b ',
    '4b71:',
    '75,',
    '75 , ',
    'Kq7ZmX2vB9tR',
    '4wL8nP3sD6yH',
    '\u00ad',
    '<wbr>',
    '=4B',
    '=\r\n',
    'aaaaaaaaaaaaaaaa\n',
    '&#0',
    '&#000000000000',
    '\\113',
    'ａ',
    'İ',
    '0x',
    `&#${'0'.repeat(300_000)}`,
  ]) {
    // What grows faster than its text runs into the test’s own time limit.
    expect(redactor.text(piece.repeat(Math.max(1, 300_000 / piece.length))), piece.slice(0, 20)).not.toBe('');
  }
});
