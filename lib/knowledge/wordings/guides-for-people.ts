import type { GuideId } from '../../guides/guide-id.ts';
import type { Wordings } from '../wording.ts';

/** Of the guides for what stands in somebody’s way in Claude itself. */
export const guidesForPeopleWordings = {
  reconnect: {
    en: [
      'reconnect a connector',
      'connect again',
      'reset the connection',
      'disconnect and connect again',
      'how do I renew a connection',
      'kick it out and add it again',
      'remove and re-add an integration',
    ],
    de: ['connector neu verbinden', 'trennen und wieder verbinden', 'verbindung zurücksetzen', 'rauswerfen'],
  },
  'directory-not-loading': {
    en: [
      'directory is blank',
      'connectors page stays empty',
      'an extension blocks the list of connectors',
      'spinner on the connectors page',
    ],
    de: ['verzeichnis bleibt leer', 'connectors seite ist weiß', 'werbeblocker stört claude'],
  },
  'missing-in-chat': {
    en: [
      'connector is missing in the chat',
      'claude does not see my tools',
      'switch on a connector in a chat',
      'claude says that it cannot access the service',
      'tools do not appear in a conversation',
      'connected but claude ignores the connector',
      'enable a connector for this conversation',
      'claude does not find the tool',
    ],
    de: [
      'connector fehlt im chat',
      'claude benutzt meinen connector nicht',
      'connector im chat einschalten',
      'verbunden aber keine tools',
    ],
  },
  'sign-in-again': {
    en: [
      'sign-in expired',
      'I have to sign in again all the time',
      'connection expires after an hour',
      'endless login loop',
      'logged out of a connector again and again',
      'session expired in a connector',
      'need to reconnect every few hours',
    ],
    de: ['anmeldung abgelaufen', 'ich muss mich ständig neu anmelden', 'anmeldeschleife', 'verbindung ist abgelaufen'],
  },
  'consent-page-stuck': {
    en: [
      'consent page does nothing',
      'pop-up blocked when connecting',
      'pop-up window does not open when I connect',
      'the sign-in window does not open',
      'nothing happens when I press allow',
      'approve button has no effect',
      'stuck on the authorization page',
      'the browser blocks the login window',
      'press connect and nothing happens',
      'grant access button is not reacting',
    ],
    de: [
      'zustimmungsseite reagiert nicht',
      'anmeldefenster öffnet sich nicht',
      'zulassen klicken und nichts passiert',
      'pop-up blockiert',
    ],
  },
  'custom-on-free': {
    en: [
      'second custom connector on free',
      'custom connector limit of the free plan',
      'add another custom connector without upgrading',
      'free plan lets me add one server only',
      'replace my custom connector on free',
    ],
    de: ['zweiter eigener connector im kostenlosen tarif', 'nur ein eigener connector erlaubt'],
  },
  mobile: {
    en: [
      'connector not in the app on my phone',
      'cannot add a connector on the phone',
      'step by step on ios or android',
      'integration missing in the mobile app',
    ],
    de: ['connector fehlt in der app', 'auf dem handy lässt sich kein connector hinzufügen'],
  },
  'tool-blocked': {
    en: [
      'a tool is blocked',
      'tool needs approval',
      'claude may not use this tool',
      'allow claude to write',
      'unblock a tool',
      'our organization has restricted a tool',
      'give permission to a tool',
      'claude always asks before it uses a tool',
      'permission denied for an action',
    ],
    de: ['tool ist gesperrt', 'tool braucht eine genehmigung', 'tool erlauben', 'aktion vom admin gesperrt'],
  },
  'private-projects': {
    en: [
      'connectors in a project',
      'sharing is not possible because of a connector',
      'connector is missing in a shared project',
      'use an integration in a team project',
    ],
    de: ['connector in einem projekt', 'chat lässt sich nicht teilen', 'geteiltes projekt ohne connectors'],
  },
  'duplicate-entry': {
    en: [
      'connector appears twice',
      'a connector is there two times',
      'server already exists',
      'remove a duplicate connector',
      'already added but I cannot find it',
    ],
    de: ['connector doppelt vorhanden', 'server mit dieser adresse gibt es schon'],
  },
  'report-to-support': {
    en: [
      'contact support',
      'write to anthropic support',
      'report a bug',
      'open a ticket',
      'get help from a human',
      'who can help me with a connector',
      'complain about a connector',
      'support email address',
    ],
    de: ['support kontaktieren', 'fehler melden', 'hilfe von einem menschen', 'an den support schreiben'],
  },
} as const satisfies Partial<Record<GuideId, Wordings>>;
