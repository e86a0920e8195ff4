import type { GuideId } from '../../guides/guide-id.ts';
import type { Wordings } from '../wording.ts';

/** Of the guides for what an organization decides. */
export const guidesForOrganizationsWordings = {
  'enable-for-organization': {
    en: [
      'steps to enable a connector for the organization',
      'request a connector from the owner',
      'approve a request of a member',
      'connector visible to the owner only',
      'members do not see the connector',
    ],
    de: ['connector beim owner anfragen', 'mitglieder sehen den connector nicht', 'connector im team bereitstellen'],
  },
  'member-cannot-add': {
    en: [
      'I am not allowed to add a connector',
      'no button to add a connector at work',
      'add button is grey',
      'missing permissions when adding a connector',
      'ask the owner to add a connector',
      'member cannot add an integration',
    ],
    de: [
      'ich darf keinen connector hinzufügen',
      'knopf zum hinzufügen fehlt oder ist grau',
      'fehlende berechtigung beim hinzufügen',
    ],
  },
  'corporate-identity': {
    en: [
      'connect a work account to my own claude',
      'company restricts its accounts to its own claude',
      'use company gmail in a private claude',
    ],
    de: ['dienstkonto verbinden', 'firma beschränkt ihre konten auf das eigene claude'],
  },
  'microsoft-365-approval': {
    en: [
      'microsoft 365 connector blocked',
      'approval by the microsoft admin',
      'need admin approval for outlook',
      'admin consent in entra',
      'aadsts error',
      'sharepoint or teams cannot be connected',
      'azure ad blocks claude',
      'onedrive connector not allowed by our it',
      'conditional access',
    ],
    de: [
      'microsoft 365 administrator muss zustimmen',
      'outlook lässt sich nicht verbinden',
      'genehmigung durch den admin bei microsoft',
    ],
  },
  'google-workspace-approval': {
    en: [
      'google workspace blocks claude',
      'access blocked by the admin of google',
      'google admin must trust the app',
      'gmail at work cannot be connected',
      'google drive asks to reconnect all the time',
      'my school blocks the google connector',
      'google calendar connector blocked',
    ],
    de: [
      'google workspace admin muss claude freigeben',
      'zugriff von google blockiert',
      'google drive verlangt immer neue verbindung',
    ],
  },
} as const satisfies Partial<Record<GuideId, Wordings>>;
