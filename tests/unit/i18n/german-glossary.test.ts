import { describe, expect, it } from 'vitest';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { germanCodes } from '../../../lib/i18n/german/codes.ts';
import failures from '../../../lib/i18n/german/values/failures.json' with { type: 'json' };
import phrases from '../../../lib/i18n/german/values/phrases.json' with { type: 'json' };
import settings from '../../../lib/i18n/german/values/settings.json' with { type: 'json' };
import steps from '../../../lib/i18n/german/values/steps.json' with { type: 'json' };

interface Said {
  /** Empty where the German has no one English text beside it. */
  readonly english: string;
  readonly said: string;
}

const messages: readonly Said[] = Object.entries(german.messages).flatMap(([english, said]) =>
  (typeof said === 'string' ? [said] : Object.values(said)).map((form: string) => ({ english, said: form })),
);
const codes: readonly Said[] = Object.values(germanCodes).flatMap(({ title, detail, fix }) =>
  [title, detail, fix].map((said) => ({ english: '', said })),
);
const values: readonly Said[] = [...Object.values({ ...phrases, ...failures }), settings, steps].flatMap((table) =>
  Object.entries(table as Readonly<Record<string, string>>).map(([english, said]) => ({ english, said })),
);
const all = [...messages, ...codes, ...values];

/** One word for one thing: what is said otherwise, and how we say it. */
const forbidden: readonly (readonly [insteadOf: string, form: RegExp, ours: string])[] = [
  [
    'Token as a masculine',
    /\b(?:(?:ein|kein|dies|jed)en|den|dieser|jeder) (?:[a-zäöüß]+ )?(?:\w+-)?Token\b(?!-)/i,
    'das Token, ein Token',
  ],
  ['Token as a plural', /\bdie (?:[a-zäöüß]+en )?(?:\w+-)?Token\b(?!-)/, 'die Tokens'],
  ['Referenz', /\bReferenz(?!nummer)/, 'Referenznummer'],
  ['Plan', /\bPl(?:an|ans|äne|änen)\b/, 'Tarif'],
  ['Administratoren', /(?<!Global )\bAdministrator(?:in|en|innen)?\b/, 'die Administration'],
  ['ein Connector, der schuld ist', /Connector ist schuld/, 'Es liegt nicht am Connector'],
  ['nachsehen, dass', /sehen Sie nach, dass/i, 'vergewissern Sie sich, dass'],
  ['nichts, was kaputt ist', /was kaputt ist/, 'kein Fehler'],
  ['„…“ drücken', /(?<!auf )„[^“]*“ (?:zu )?drücken/, 'auf „…“ drücken'],
];

describe('German', () => {
  it('is looked through in full', () => {
    expect([messages, codes, values].map(({ length }) => length >= 100)).toEqual([true, true, true]);
  });

  it.each(forbidden)('does not say %s', (_insteadOf, form) => {
    expect(all.filter(({ said }) => form.test(said)).map(({ said }) => said)).toEqual([]);
  });

  it('calls the reference of an error Referenznummer', () => {
    const wrong = all.filter(({ english, said }) => /\breference\b/i.test(english) && /\bKennung/.test(said));
    expect(wrong.map(({ said }) => said)).toEqual([]);
  });

  it('presses on buttons', () => {
    const sentences = all.flatMap(({ said }) => said.match(/drücken Sie[^.;:]*/gi) ?? []);
    const onNothing = sentences.filter((words) => words.includes('„') && !/\b(?:dar)?auf\b/.test(words));
    expect(sentences.length).toBeGreaterThan(20);
    expect(onNothing).toEqual([]);
  });

  it.each([
    ['Token as a masculine', 'Beantworten Sie einen Refresh-Token, der nicht mehr gilt.'],
    ['Token as a masculine', 'auf einen abgelaufenen Token mit 401'],
    ['Token as a plural', 'die Token einer Anmeldung'],
    ['Referenz', 'die Referenz, die Claude zeigt'],
    ['Plan', 'die Nutzungsgrenze Ihres Plans'],
    ['„…“ drücken', 'öffnen und „Connect“ drücken'],
  ])('would notice %s in “%s”', (insteadOf, words) => {
    expect(forbidden.find(([name]) => name === insteadOf)?.[1].test(words)).toBe(true);
  });

  it.each(['Lassen Sie den Token-Endpunkt antworten', 'in den Tokens', 'ein neues Token', 'auf „Connect“ drücken'])(
    'lets “%s” stand',
    (words) => {
      expect(forbidden.filter(([, form]) => form.test(words))).toEqual([]);
    },
  );
});
