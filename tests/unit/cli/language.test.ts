import { afterEach, describe, expect, it } from 'vitest';
import { readArguments } from '../../../lib/cli/arguments.ts';
import { languageForPrograms, readersLanguage } from '../../../lib/cli/readers-language.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../lib/i18n/say.ts';

afterEach(() => {
  speak(null);
});

describe('the language of the command line', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'de_AT.UTF-8' }, 'de'],
    [{ LANG: 'de' }, 'de'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'de_CH.UTF-8' }, 'de'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'C', LC_ALL: 'de_DE.UTF-8' }, 'de'],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'de_DE.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'POSIX' }, 'en'],
    // An empty one says nothing, and is passed over.
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: '', LC_ALL: '' }, 'de'],
    // What a server’s own language is called in other variables is none of the reader’s.
    [{ LC_CTYPE: 'de_DE.UTF-8', LANG: 'en_US.UTF-8' }, 'en'],
  ] as const)('%j is %s', (env, language) => {
    expect(readersLanguage(['check', 'https://mcp.acme.dev/'], env)).toBe(language);
  });

  it.each([
    [['--language', 'de', 'check', 'u'], 'de'],
    [['check', 'u', '--language', 'de'], 'de'],
    [['check', '--language=de', 'u'], 'de'],
    [['check', '--help', '--language', 'de'], 'de'],
    [['check', 'u', '--language', 'en', '--language', 'de'], 'de'],
    // What no option is, or no language of ours, leaves the environment’s.
    [['explain', '--', '--language', 'de'], 'en'],
    [['check', 'u', '--language'], 'en'],
    [['check', 'u', '--language', 'DE'], 'en'],
    [['check', 'u', '--language', 'fr'], 'en'],
    [['check', 'de'], 'en'],
  ] as const)('%j is %s', (words, language) => {
    expect(readersLanguage(words, { LANG: 'en_US.UTF-8' })).toBe(language);
  });

  it('is what is asked for, whatever the environment says', () => {
    expect(readersLanguage(['explain', 'x', '--language', 'en'], { LC_ALL: 'de_DE.UTF-8' })).toBe('en');
  });
});

describe('the language of texts within JSON', () => {
  it.each([
    [['explain', 'x', '--format', 'json'], 'en'],
    [['faq', 'x', '--format', 'json', '--language', 'de'], 'de'],
    [['--language=en', 'faq', 'x', '--format=json'], 'en'],
    [['explain', '--format', 'json', '--', '--language', 'de'], 'en'],
  ] as const)('%j is %s', (words, language) => {
    expect(languageForPrograms(words)).toBe(language);
  });
});

describe('--language', () => {
  it.each([['check', 'u'], ['explain', 'x'], ['faq', 'x'], ['schema']])('is taken by %s, and before it', (...words) => {
    expect(readArguments([...words, '--language', 'de'])).toMatchObject({ kind: words[0] });
    expect(readArguments(['--language', 'en', ...words])).toMatchObject({ kind: words[0] });
  });

  it.each([
    [['check', 'u', '--language', 'fr'], 'check'],
    [['explain', 'x', '--language=klingon'], 'explain'],
    [['--language', 'de-AT', 'explain', 'x'], 'explain'],
    [['--language', ''], 'check'],
  ] as const)('%j is bad usage', (words, command) => {
    expect(readArguments(words)).toEqual({ kind: 'usage', problem: '--language takes en or de.', command });
  });
});

describe('options in German', () => {
  const helps = [[], ['check'], ['explain'], ['faq'], ['schema']];
  const optionsOf = (words: readonly string[]) => {
    const help = readArguments([...words, '--help']);
    if (help.kind !== 'print') throw new Error(JSON.stringify(help));
    // An option begins its line; those in running text are named there as well.
    return [...help.text.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option);
  };

  it.each(helps)('%j has the same ones', (...words) => {
    const english = optionsOf(words);
    expect(english).toContain('--language');
    speak(german);
    expect(optionsOf(words)).toEqual(english);
  });

  it('take the same values', () => {
    const words = ['check', 'u', '--timeout', '5', '--header', 'X-Key: 1', '--output', 'r.json', '--format', 'json'];
    const english = readArguments(words);
    speak(german);
    expect(readArguments(words)).toEqual(english);
  });
});
