import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../lib/i18n/language.ts';
import { extensionManifest } from '../../../lib/permissions/manifest.ts';

type Messages = Readonly<Record<string, { readonly message: string }>>;

function messagesIn(language: string): Messages {
  return JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Messages;
}

const manifests = [extensionManifest('chromium'), extensionManifest('firefox')];

describe('the words of the manifest', () => {
  it('are in every language that we speak, and nothing else is', () => {
    const named = new Set([...JSON.stringify(manifests).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name));
    expect(named.size).toBeGreaterThan(0);
    for (const language of languages) expect(new Set(Object.keys(messagesIn(language)))).toEqual(named);
    for (const { default_locale: usual } of manifests) expect(usual).toBe('en');
  });

  // https://developer.chrome.com/docs/extensions/reference/manifest/description
  it.each(languages)('fit into what stores show of them: %s', (language) => {
    for (const { message } of Object.values(messagesIn(language))) expect(message.length).toBeLessThanOrEqual(132);
  });
});
