import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import words from '../../../lib/i18n/german/messages/background.json' with { type: 'json' };
import { say, speak } from '../../../lib/i18n/say.ts';
import { defaultSettings, type Settings } from '../../../lib/storage/settings.ts';
import { messagesInCode } from '../../../scripts/message-scan.ts';

type OnChange = (changes: Record<string, { newValue: unknown }>, area: string) => void;

/** The storage and the language of a browser, as the background asks for them. */
const browser = vi.hoisted(() => {
  const listeners = new Set<OnChange>();
  const stored: { settings?: unknown } = {};
  return {
    stored,
    listeners,
    i18n: { getUILanguage: () => 'en-GB' },
    storage: {
      local: { get: () => Promise.resolve({ ...stored }) },
      onChanged: { addListener: (listener: OnChange) => listeners.add(listener) },
    },
  };
});
vi.mock('wxt/browser', () => ({ browser }));

const { followLanguage, languageKnown, onLanguage } =
  await import('../../../entrypoints/background/worker-language.ts');

function choose(language: Settings['language']): void {
  for (const listener of browser.listeners) {
    listener({ settings: { newValue: { ...defaultSettings, language } } }, 'local');
  }
}

describe('what the background says', () => {
  it('is in German, all of it and nothing else', async () => {
    const reached = filesFrom('entrypoints/background/index.ts');
    expect(reached.size).toBeGreaterThan(100);
    const said = (await messagesInCode()).filter(({ file }) => reached.has(file)).map(({ text }) => text);
    expect(Object.keys(words).toSorted()).toEqual([...new Set(said)].toSorted());
  });
});

describe('the language of the background', () => {
  beforeEach(() => {
    browser.listeners.clear();
    delete browser.stored.settings;
  });
  afterEach(() => {
    speak(null);
  });

  it('is the one that was chosen, and changes when another one is', async () => {
    browser.stored.settings = { ...defaultSettings, language: 'de' };
    const onChange = vi.fn();
    onLanguage(onChange);
    followLanguage();
    await languageKnown();
    expect(say('Check this connector')).toBe('Diesen Connector prüfen');
    choose('de');
    expect(onChange).not.toHaveBeenCalled();
    choose('auto');
    expect(say('Check this connector')).toBe('Check this connector');
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('is English where the settings cannot be read', async () => {
    vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('no storage'));
    followLanguage();
    await expect(languageKnown()).resolves.toBeUndefined();
    expect(say('Check this connector')).toBe('Check this connector');
  });
});

/** The file and every one of ours that it loads with it. */
function filesFrom(first: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [first];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    open.push(...importsOf(file));
  }
  return reached;
}

function importsOf(file: string): readonly string[] {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly === true) return [];
    const name = (statement.moduleSpecifier as ts.StringLiteral).text;
    return /^\..*\.ts$/.test(name) ? [join(dirname(file), name)] : [];
  });
}
