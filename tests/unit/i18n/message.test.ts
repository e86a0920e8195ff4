import { IntlMessageFormat } from 'intl-messageformat';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMessage, missingValues, syntaxProblem } from '../../../lib/i18n/message.ts';

describe('formatMessage', () => {
  it('fills plain placeholders and leaves typographic marks alone', () => {
    expect(formatMessage('{host} isn’t “public”', { host: 'mcp.acme.dev' })).toBe('mcp.acme.dev isn’t “public”');
  });

  it('counts with plurals', () => {
    const message = '{count, plural, one {# address} other {# addresses}} of {host}';
    expect(formatMessage(message, { count: 1, host: 'a' })).toBe('1 address of a');
    expect(formatMessage(message, { count: 2, host: 'a' })).toBe('2 addresses of a');
  });

  it('chooses by select', () => {
    const message = '{way, select, header {in a header} other {somewhere}}';
    expect(formatMessage(message, { way: 'header' })).toBe('in a header');
  });

  it('keeps tags as text', () => {
    expect(formatMessage('a <form> of {n, number}', { n: 1234 })).toBe('a <form> of 1,234');
  });

  it('never reads a value as a message', () => {
    expect(formatMessage('said {text}', { text: '{other} <b>$& $1' })).toBe('said {other} <b>$& $1');
  });

  it('leaves the sentence readable where a value is missing', () => {
    expect(formatMessage('{host} answered {status}', { host: 'a' })).toBe('a answered …');
    expect(formatMessage('{count, plural, one {# tool} other {# tools}} of {host}', { host: 'a' })).toContain(
      'tools of a',
    );
    expect(formatMessage('{toString}', {})).toBe('…');
  });

  it('returns a message that cannot be parsed as it stands', () => {
    expect(formatMessage('broken {count, plural, one {', { count: 1 })).toBe('broken {count, plural, one {');
  });

  it('says the same as the ICU formatter for messages with plain placeholders', () => {
    const piece = fc.oneof(fc.constantFrom('{a}', '{b}', '{ a }', '#', '<x>', '’', '“'), fc.string());
    const value = fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(piece), value, value, (pieces, a, b) => {
        const message = pieces.join('');
        fc.pre(syntaxProblem(message) === null);
        fc.pre(missingValues(message, { a, b }).length === 0);
        const expected = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).format({ a, b });
        expect(formatMessage(message, { a, b })).toBe(String(expected));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double())), (message, values) => {
        expect(typeof formatMessage(message, values)).toBe('string');
      }),
    );
  });
});

describe('missingValues', () => {
  it('names what is not filled, nested ones too', () => {
    const message = '{a} {n, plural, one {{b}} other {{c}}}';
    expect(missingValues(message, { a: 1, n: 1, b: '' })).toEqual(['c']);
    expect(missingValues(message, { a: 1, n: 1, b: '', c: '' })).toEqual([]);
  });
});
