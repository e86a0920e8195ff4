import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { browserCodeDefinitions } from '../../../lib/checks/browser-catalog.ts';
import { codeDefinitions } from '../../../lib/checks/catalog.ts';
import type { Report } from '../../../lib/kernel/report.ts';

type Vantage = Report['vantage'];
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const all = [...Object.entries(codeDefinitions), ...Object.entries(browserCodeDefinitions)];
const messages = all.flatMap(([code, { title, detail, fix }]) =>
  Object.entries({ title, detail, fix }).map(([member, message]) => ({ at: `${code} ${member}`, message })),
);

/** Every piece of a text that a check made in this way can show, whatever else its finding says. */
function pieces(message: string, vantage: Vantage): readonly string[] {
  return piecesOf(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst(), vantage);
}

function piecesOf(elements: readonly Element[], vantage: Vantage): readonly string[] {
  return elements.flatMap((element) => {
    if (!('options' in element)) return element.type === literal && 'value' in element ? [element.value] : [];
    const chosen = element.value === 'vantage' ? (element.options[vantage] ?? element.options['other']) : undefined;
    const branches = chosen ? [chosen] : Object.values(element.options);
    return branches.flatMap(({ value }) => piecesOf(value, vantage));
  });
}

/** The parser's number for plain text. */
const literal = 0;

const option = /(^|[^\w-])--[a-z]/;

function naming(vantage: Vantage): readonly string[] {
  return messages
    .filter(({ message }) => pieces(message, vantage).some((piece) => option.test(piece)))
    .map(({ at }) => at);
}

describe('the words of every code, in all their branches', () => {
  it('name no option in the extension, where nobody has any', () => {
    expect(naming('extension')).toEqual([]);
  });

  it('name the options on the command line', () => {
    expect(naming('cli')).toEqual(expect.arrayContaining(['url.private-host fix', 'auth.sign-in-failed fix']));
  });

  it('call the choices of the extension as its screens do', () => {
    const screens = ['diagnosis/ChoiceFields.tsx', 'diagnosis/consent-words.ts', 'doctor/HeaderField.tsx']
      .map((path) => readFileSync(`components/${path}`, 'utf8'))
      .join('\n');
    const named = messages.flatMap(({ message }) => {
      const elsewhere = pieces(message, 'cli');
      const own = pieces(message, 'extension').filter((piece) => !elsewhere.includes(piece));
      return own.flatMap((piece) => piece.match(/(?<=“)[A-Z][^”]* [^”]*(?=”)/g) ?? []);
    });
    const choices = new Set(named.filter((name) => !name.startsWith('Bearer ')));
    expect(choices.size).toBeGreaterThan(4);
    for (const choice of choices) expect(screens).toMatch(new RegExp(`["'>]${choice}["'<]`));
  });
});
