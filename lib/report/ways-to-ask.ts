import type { Report } from '../kernel/report.ts';

/** What a person can let a further run do. */
export type Way = 'signed-in' | 'active' | 'public-dns' | 'google-favicon' | 'client-id' | 'client-document';

/** In the command line its option; in the extension the words on screen. Null where there is none. */
const ways: Readonly<Record<Way, Readonly<Record<Report['vantage'], string | null>>>> = {
  'signed-in': { cli: '--sign-in', extension: '“Look behind the sign-in”' },
  active: { cli: '--active', extension: '“Test the sign-in service”' },
  'public-dns': { cli: '--public-dns', extension: '“Ask public DNS what Claude’s cloud sees”' },
  'google-favicon': { cli: '--google-favicon', extension: '“Ask Google which icon Claude would show”' },
  'client-id': { cli: '--client-id', extension: 'a client ID that was made beforehand' },
  'client-document': { cli: '--client-metadata-url', extension: null },
};

/** How the reader of this report asks for it; null where they cannot. */
export function wayTo(way: Way, { vantage }: Pick<Report, 'vantage'>): string | null {
  return ways[way][vantage];
}
