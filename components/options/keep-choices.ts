import { say, spokenLanguage } from '../../lib/i18n/say.ts';

/** How many reports can be kept. A number that was set elsewhere stands among them. */
export function keepChoices(current: number): readonly number[] {
  return [...new Set([10, 50, 200, 1000, current])].sort((a, b) => a - b);
}

/** Bytes as people read them: “312 kB”, “4.2 MB”. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return say('{count} bytes', { count: bytes });
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  const millions = (bytes / 1_000_000).toLocaleString(spokenLanguage(), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `${millions} MB`;
}

/** What is wrong with an address as a DNS-over-HTTPS endpoint, as a sentence; null when nothing is. */
export function resolverProblem(text: string): string | null {
  const bare = text.trim();
  if (bare === '') return null;
  if (!URL.canParse(bare)) return say('This is no web address. It has to begin with https://.');
  const { protocol, username, password, hash } = new URL(bare);
  if (protocol !== 'https:') return say('Names are asked for over https only: the address has to begin with https://.');
  if (username !== '' || password !== '') return say('An address with a user name or password cannot be kept here.');
  return hash === '' ? null : say('The part from # on is never sent: leave it out.');
}
