import { createElement, isValidElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { Say } from '../../../components/ui/Say.tsx';
import { loadLanguage } from '../../../lib/i18n/load-language.ts';
import {
  msg,
  say,
  sayCount,
  saidCode,
  saidPieces,
  saidValue,
  speak,
  spokenLanguage,
  type Catalogue,
} from '../../../lib/i18n/say.ts';

/** A language in which little is known. */
const little: Catalogue = {
  language: 'de',
  messages: {
    'Read {link} first.': 'Zuerst {link} lesen.',
    '{count} tools of {name}': { one: '{count} Tool von {name}', other: '{count} Tools von {name}' },
    'Ends {what}': 'Hört {what} auf, {what}',
  },
  wordsOfCode: (code, values) =>
    code === 'net.refused' ? { title: `${code} ${String(values['host'])}`, detail: '', fix: '' } : null,
  wordsOfValue: (name, text) => (name === 'failure' && text === 'no answer' ? 'keine Antwort' : text),
};

afterEach(() => {
  speak(null);
});

describe('saying a message', () => {
  it('says it in English as it stands, with its values', () => {
    expect(say('Read {link} first.', { link: 'this' })).toBe('Read this first.');
    expect(spokenLanguage()).toBe('en');
  });

  it('says it in the language that is spoken, and in English what that lacks', () => {
    speak(little);
    expect(spokenLanguage()).toBe('de');
    expect(say('Read {link} first.', { link: 'dies' })).toBe('Zuerst dies lesen.');
    expect(say('Nobody translated {this}.', { this: 'that' })).toBe('Nobody translated that.');
  });

  it('fills a value as often as it is named, and never looks into it', () => {
    speak(little);
    expect(say('Ends {what}', { what: '{what} $& $1' })).toBe('Hört {what} $& $1 auf, {what} $& $1');
  });

  it('shows a missing value as a gap, and takes no inherited one', () => {
    expect(say('{toString} and {that}', { that: 1 })).toBe('… and 1');
    expect(say('constructor')).toBe('constructor');
    speak(little);
    expect(say('toString')).toBe('toString');
  });

  it('marks what is said elsewhere and leaves it as it is', () => {
    expect(msg('Read {link} first.')).toBe('Read {link} first.');
  });

  it('speaks English again after another language', async () => {
    await loadLanguage('de');
    expect(say('Cancel')).toBe('Abbrechen');
    await loadLanguage('en');
    expect(say('Cancel')).toBe('Cancel');
  });
});

describe('counting', () => {
  const tools = (count: number): string =>
    sayCount(count, { one: '{count} tool of {name}', other: '{count} tools of {name}' }, { name: 'a' });

  it('takes the form for one, and the other one for none and many', () => {
    expect([0, 1, 2, 21].map(tools)).toEqual(['0 tools of a', '1 tool of a', '2 tools of a', '21 tools of a']);
  });

  it('takes the forms of the language, by its other form in English', () => {
    speak(little);
    expect([0, 1, 2].map(tools)).toEqual(['0 Tools von a', '1 Tool von a', '2 Tools von a']);
  });

  it('writes large numbers as the language does', () => {
    expect(tools(12_345)).toBe('12,345 tools of a');
    speak(little);
    expect(tools(12_345)).toBe('12.345 Tools von a');
  });

  it('does with the other form where there is no form for one', () => {
    expect(sayCount(1, { other: '{count} times' })).toBe('1 times');
  });
});

describe('words that reports hold', () => {
  it('are the report’s own in English', () => {
    expect(saidCode('net.refused', { host: 'a' })).toBeNull();
    expect(saidValue('failure', 'no answer')).toBe('no answer');
  });

  it('are those of the language, where it knows them', () => {
    speak(little);
    expect(saidCode('net.refused', { host: 'a' })?.title).toBe('net.refused a');
    expect(saidCode('net.timeout', {})).toBeNull();
    expect(saidValue('failure', 'no answer')).toBe('keine Antwort');
    expect(saidValue('problem', 'no answer')).toBe('no answer');
  });
});

describe('elements in a message', () => {
  const drawn = (text: string, elements: Readonly<Record<string, ReactNode>>): string =>
    renderToStaticMarkup(createElement(Say, { text, with: elements }));

  it('stand where the language has them', () => {
    const link = createElement('a', { href: '#' }, 'this');
    expect(isValidElement(link)).toBe(true);
    expect(drawn('Read {link} first.', { link })).toBe('Read <a href="#">this</a> first.');
    speak(little);
    expect(drawn('Read {link} first.', { link })).toBe('Zuerst <a href="#">this</a> lesen.');
  });

  it('are texts and names in turn', () => {
    expect(saidPieces('{a} and {b}')).toEqual(['', 'a', ' and ', 'b', '']);
    expect(saidPieces('Nothing in it')).toEqual(['Nothing in it']);
  });

  it('never become markup, whatever stands in the message or its values', () => {
    expect(drawn('<b>{what}</b>', { what: '<i>' })).toBe('&lt;b&gt;&lt;i&gt;&lt;/b&gt;');
  });
});
