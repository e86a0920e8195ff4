import type { Power } from '../../lib/kernel/evidence-browser.ts';

/** What an extension may do, as a sentence. */
export function powersSentence(powers: readonly Power[]): string {
  // Who may do it everywhere may do it there.
  const told = powers.filter((power) => power !== 'read-and-change-page' || !powers.includes('every-site'));
  const parts = told.map((power) => words[power]);
  if (parts.length === 0) return 'What it may do is not known.';
  return `It may: ${parts.join('; ')}.`;
}

/** Each goes on after “It may:”. */
const words: Readonly<Record<Power, string>> = {
  'block-requests': 'block requests',
  'alter-requests': 'change requests and answers',
  'user-scripts': 'run scripts that you gave it',
  proxy: 'lead everything through another server',
  'read-and-change-page': 'read and change Claude’s page',
  'every-site': 'read and change every page',
  debugger: 'steer pages as developer tools do',
  'clear-data': 'clear what sites keep',
};
