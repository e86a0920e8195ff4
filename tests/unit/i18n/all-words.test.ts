import { describe, expect, it } from 'vitest';
import { browserCodeDefinitions } from '../../../lib/checks/browser-catalog.ts';
import { codeDefinitions } from '../../../lib/checks/catalog.ts';
import { syntaxProblem } from '../../../lib/i18n/message.ts';

const all = [...Object.entries(codeDefinitions), ...Object.entries(browserCodeDefinitions)];
const words = all.flatMap(([code, { title, detail, fix }]) =>
  Object.entries({ title, detail, fix }).map(([member, message]) => [code, member, message] as const),
);

describe('the words of every code', () => {
  it.each(words)('%s: its %s can be read', (_code, member, message) => {
    expect(syntaxProblem(message)).toBeNull();
    // A straight apostrophe would quote in ICU messages, and is not what people read anyway.
    expect(message).not.toMatch(/'|\.\.\.|\s\s|^\s|\s$/);
    expect(message).toMatch(member === 'title' ? /^.{10,}[^.!…]$/ : /^(.{10,}[.?:)”}]|\{\w+\})$/s);
  });
});
