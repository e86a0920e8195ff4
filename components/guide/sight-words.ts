import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { GuideStep, Reader } from '../../lib/guides/guide.ts';
import type { GuideConnector, Sight } from '../../lib/help/guide-life.ts';
import { filledText } from '../../lib/help/guide-steps.ts';
import { msg, say } from '../../lib/i18n/say.ts';
import { places } from '../../lib/knowledge/places.ts';

/** What we saw ourselves of a step, as a sentence. */
export function sightWords(sight: Sight, step: GuideStep, connector: GuideConnector): string {
  switch (sight.kind) {
    case 'page':
      return say('Seen: the tab beside shows “{place}”.', { place: say(places[sight.place].label) });
    case 'no-error-on-page':
      return say('Seen: Claude’s page shows no connector error. The rest only you can see.');
    case 'check':
      return say('Seen: the check of {host} finds no such fault.', { host: sight.host });
    case 'browser':
      return saysMore(step)
        ? say('Seen: the look at this browser finds no such fault.')
        : say('Seen: {what}', { what: filledText(step.seen, connector) });
    case 'status-page':
      return say('Seen: Claude’s status page tells of no incident that concerns connectors.');
  }
}

/** Whether the step names more than a look can see: what Claude lists, and which network it is. */
function saysMore({ verify }: GuideStep): boolean {
  const codes = verify?.kind === 'browser' ? verify.gone : [];
  return codes.includes('client.stale-cache') || codes.includes('client.network-filter');
}

/** Who the steps of a guide are for, as the person says it. */
export function readerWords(reader: Reader, id: GuideId): string {
  // Whoever has to act there is often no Owner in Claude.
  if (id === 'microsoft-365-approval' && reader === 'owner') return say('I look after Microsoft 365, or I am an Owner');
  return say(words[reader]);
}

/** The way from another reader’s steps to these. */
export function insteadWords(reader: Reader, id: GuideId): string {
  if (id === 'microsoft-365-approval' && reader === 'owner') return readerWords(reader, id);
  return say(instead[reader]);
}

const words: Readonly<Record<Reader, string>> = {
  user: msg('I use Claude'),
  owner: msg('I am an Owner of the organization'),
  author: msg('I run the connector’s server'),
};

const instead: Readonly<Record<Reader, string>> = {
  user: msg('I only use Claude'),
  owner: msg('I am an Owner myself'),
  author: msg('I run the server myself'),
};
