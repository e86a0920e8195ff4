import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';

const redact = (text: string): string => createRedactor().text(text);

describe('an address of mail goes', () => {
  it.each([
    'hans.wurst@firma.de',
    'hans.wurst@münchen-firma.de',
    'boris.k@xn--80ak6aa92e.xn--p1ai',
    'jürgen@firma.de',
    'почта@пример.рф',
    '用户@例子.公司',
    'hans%40m%C3%BCnchen.de',
    'j\\u00fcrgen@firma.de',
    'hans@m\\u00fcnchen.de',
    'hans&#64;m&#252;nchen.de',
  ])('whatever its script: %s', (address) => {
    expect(redact(`user ${address} is not allowed`)).toBe('user redacted-email-1 is not allowed');
    expect(redact(`{"message":"user ${address}"}`)).toBe('{"message":"user redacted-email-1"}');
  });

  it('and leaves the line break before it', () => {
    expect(redact('{"a":"Ask\\nhans@firma.de"}')).toBe('{"a":"Ask\\nredacted-email-1"}');
  });

  it('with one mark, however it is written', () => {
    expect(redact('{"a":"Jürgen@firma.de","b":"j\\u00fcrgen@firma.de"}')).toBe(
      '{"a":"redacted-email-1","b":"redacted-email-1"}',
    );
  });
});

it.each(['@scope/package@1.2.3', '@media (min-width: 1px)', 'a@b', 'größe@', '{"@type":"Tür"}'])('stays: %s', (text) =>
  expect(redact(text)).toBe(text),
);

it('looks for addresses of mail in linear time', () => {
  for (const piece of ['ü', 'ü.', '@ü.', 'ü@ü.', '\\u00fc', '\\n', 'xn--', '@xn--a.']) {
    // What grows faster than its text runs into the test’s own time limit.
    expect(redact(`a@b.de ${piece.repeat(1_000_000 / piece.length)}`), piece).toContain('redacted-email-1');
  }
});
