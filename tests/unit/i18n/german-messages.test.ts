import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import type { PluralForms } from '../../../lib/i18n/say.ts';
import { messagesInData } from '../../../scripts/message-data.ts';
import { messagesInCode, unreachableWords, unsaidWords } from '../../../scripts/message-scan.ts';

/** Names, and words that German has taken over. */
const alike: ReadonlySet<string> = new Set([
  'Bundle',
  'Claude',
  'Claude Code',
  'Claude Desktop',
  'Code',
  'Cookie',
  'Cowork',
  'Enterprise',
  'Free',
  'Links',
  'Manifest',
  'Max',
  'MCP in Claude Code',
  'Name',
  'Owner',
  'Owner (Team, Enterprise)',
  'Passphrase',
  'Pro',
  'Problem',
  'Prompts',
  'Repository',
  'Scopes',
  'Server',
  'Server: {host}',
  'Team',
  'Text',
  'Tools',
  'Transport',
  'Version',
  'claude.ai',
  '{side} px',
  '{size} px, {outcome}',
]);

/** Menus of Claude’s, and what is typed or pasted as it stands: commands, settings, HTML. */
const asItStands = /^(?:Customize|Organization settings) > |^[/<]|^\w+[=:]|^sudo |^allow |^form-action /;

/** Files whose words stand in reports, in the published schema and in issues of the public tracker, which are in English. */
const inPrograms =
  /^lib\/report\/(?:data\/(?:schema|schema-parts|evidence-codec|sound-look|sound-bundle)|redaction\/redact-text|handoff\/tracker-(?:texts|values)|sharing\/(?:ordinary-words|tool-words|leave-out-extensions))\.ts$/;

/** Names, commands of ours, and the markup of a page. */
const asItIs =
  /^(?:…? ?(?:– )?Connector Doctor ?…?|(?:npx )?connector-doctor (?:changes|check|preview) .*|Streamable HTTP|input, [a-z, [\]]+|<(?:!doctype|script) .*|width=device-width, .*)$/s;

const folder = 'lib/i18n/german/messages';
const areas = readdirSync(folder).map((name) => ({
  name,
  messages: JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Readonly<Record<string, string | PluralForms>>,
}));
const inCode = await messagesInCode();
const inData = await messagesInData();
const counting = new Set(inCode.filter(({ counts }) => counts).map(({ text }) => text));
const known = new Set([...inCode, ...inData].map(({ text }) => text));
const wanted = [...inCode, ...inData];
const translated = Object.entries(german.messages).map(([english, said]) => ({ english, forms: formsOf(said) }));

describe('every message of ours', () => {
  it('is found', () => {
    expect(inCode.length).toBeGreaterThan(500);
    expect(inData.length).toBeGreaterThan(500);
  });

  it('has German', () => {
    const missing = wanted.filter(({ text }) => !Object.hasOwn(german.messages, text));
    expect([...new Set(missing.map(({ text, file }) => `${file}: ${text}`))]).toEqual([]);
  });

  it('can be reached by a translation where it stands on a screen', async () => {
    const bare = await unreachableWords();
    expect(bare.map(({ file, line, text }) => `${file}:${String(line)} ${text}`)).toEqual([]);
  });

  it('is said or marked wherever screens and renderers have it', async () => {
    const unsaid = (await unsaidWords()).filter(({ file, text }) => !inPrograms.test(file) && !asItIs.test(text));
    expect(unsaid.map(({ file, line, text }) => `${file}:${String(line)} ${text}`)).toEqual([]);
  });

  it('holds nothing in braces but placeholders', () => {
    const odd = [...known].filter((text) => /[{}]/.test(text.replace(/\{[A-Za-z_]\w*\}/g, '')));
    expect(odd).toEqual([]);
  });
});

describe('a German message', () => {
  it('is said somewhere', () => {
    expect(translated.filter(({ english }) => !known.has(english)).map(({ english }) => english)).toEqual([]);
  });

  it('says the same wherever it is kept', () => {
    const all = areas.flatMap(({ messages }) => Object.entries(messages));
    const twice = all.filter(([english, said]) =>
      all.some(([other, others]) => other === english && JSON.stringify(others) !== JSON.stringify(said)),
    );
    expect(twice.map(([english]) => english)).toEqual([]);
  });

  it('holds the same placeholders as the English one', () => {
    const differing = translated.flatMap(({ english, forms }) =>
      forms.filter((form) => !isSame(namesIn(form), namesIn(english), counting.has(english))).map(() => english),
    );
    expect(differing).toEqual([]);
  });

  it('has a form for one and one for all others where it counts, and only there', () => {
    const single = [...counting].filter((english) => typeof german.messages[english] === 'string');
    const forms = translated.filter(({ english }) => typeof german.messages[english] === 'object');
    expect(single.filter((english) => wanted.some(({ text }) => text === english))).toEqual([]);
    expect(forms.filter(({ english }) => !counting.has(english)).map(({ english }) => english)).toEqual([]);
    for (const { english } of forms)
      expect(Object.keys(german.messages[english] as PluralForms)).toEqual(['one', 'other']);
  });

  it('is no English one', () => {
    const same = translated.filter(({ english, forms }) => forms.includes(english) && /\p{L}{2}/u.test(bare(english)));
    expect(
      same.map(({ english }) => english).filter((english) => !alike.has(english) && !asItStands.test(english)),
    ).toEqual([]);
  });

  it('is written as German is', () => {
    for (const { english, forms } of translated) {
      for (const form of forms.filter((each) => each !== english)) {
        expect(form, english).not.toMatch(/'|”|\s\s|^\s|\s$|^$/);
        // How arguments of a command are written.
        expect(form.includes('...'), english).toBe(english.includes('...'));
        // Straight quotes belong to code, and to as much of it as in English.
        expect(form.split('"').length, english).toBe(english.split('"').length);
        expect(form.split('„').length, form).toBe(form.split('“').length);
      }
    }
  });
});

function formsOf(said: string | PluralForms): readonly string[] {
  return typeof said === 'string' ? [said] : Object.values(said);
}

function namesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}

/** A form for one may do without the count. */
function isSame(german: readonly string[], english: readonly string[], counts: boolean): boolean {
  const needed = (names: readonly string[]): string => names.filter((name) => !(counts && name === '{count}')).join();
  return needed(german) === needed(english);
}

function bare(text: string): string {
  return text.replace(/\{\w+\}|https?:\/\/\S+/g, '');
}
