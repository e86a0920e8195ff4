import { msg, say } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';

/** What a person can let a further run do. */
export type Way =
  'signed-in' | 'active' | 'public-dns' | 'google-favicon' | 'client-id' | 'client-document' | 'account';

/** In the command line its option; in the extension the words on screen. Null where there is none. */
const ways: Readonly<Record<Way, Readonly<Record<Report['vantage'], string | null>>>> = {
  'signed-in': { cli: '--sign-in', extension: msg('“Look behind the sign-in”') },
  active: { cli: '--active', extension: msg('“Test the sign-in service”') },
  'public-dns': { cli: '--public-dns', extension: msg('“Ask public DNS what Claude’s cloud sees”') },
  'google-favicon': { cli: '--google-favicon', extension: msg('“Ask Google which icon Claude would show”') },
  'client-id': { cli: '--client-id', extension: msg('a client ID that was made beforehand') },
  'client-document': { cli: '--client-metadata-url', extension: null },
  account: { cli: '--plan', extension: msg('“Plans and roles” in the side panel') },
};

/** How the reader of this report asks for it; null where they cannot. */
export function wayTo(way: Way, { vantage }: Pick<Report, 'vantage'>): string | null {
  const words = ways[way][vantage];
  return words === null ? null : say(words);
}
