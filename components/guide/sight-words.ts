import type { Reader } from '../../lib/guides/guide.ts';
import type { Sight } from '../../lib/help/guide-life.ts';
import { msg, say } from '../../lib/i18n/say.ts';
import { places } from '../../lib/knowledge/places.ts';

/** What we saw ourselves, as a sentence. */
export function sightWords(sight: Sight): string {
  switch (sight.kind) {
    case 'page':
      return say('Seen: the tab beside shows “{place}”.', { place: say(places[sight.place].label) });
    case 'no-error-on-page':
      return say('Seen: Claude’s page shows no connector error. The rest only you can see.');
    case 'check':
      return say('Seen: a check of {host} finds nothing of it.', { host: sight.host });
    case 'browser':
      return say('Seen: a look at this browser finds nothing of it.');
    case 'status-page':
      return say('Seen: Claude’s status page tells of no incident that concerns connectors.');
  }
}

/** Who a guide’s steps are for, as the person says it. */
export const readerWords: Readonly<Record<Reader, string>> = {
  user: msg('I use Claude'),
  owner: msg('I am an Owner of the organization'),
  author: msg('I run the connector’s server'),
};
