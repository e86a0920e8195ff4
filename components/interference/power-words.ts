import { msg, say } from '../../lib/i18n/say.ts';
import type { Power } from '../../lib/kernel/evidence-browser.ts';

/** What an extension may do, as a sentence. */
export function powersSentence(powers: readonly Power[]): string {
  // Who may do it everywhere may do it there.
  const told = powers.filter((power) => power !== 'read-and-change-page' || !powers.includes('every-site'));
  const parts = told.map((power) => say(words[power]));
  if (parts.length === 0) return say('What it may do is not known.');
  return say('It may: {powers}.', { powers: parts.join('; ') });
}

/** Each goes on after “It may:”. */
const words: Readonly<Record<Power, string>> = {
  'block-requests': msg('block requests'),
  'alter-requests': msg('change requests and answers'),
  'user-scripts': msg('run scripts that you gave it'),
  proxy: msg('lead everything through another server'),
  'read-and-change-page': msg('read and change Claude’s page'),
  'every-site': msg('read and change every page'),
  debugger: msg('steer pages as developer tools do'),
  'clear-data': msg('clear what sites keep'),
};
