import type { organizationQuestions } from '../questions/organization.ts';
import type { Wordings } from '../wording.ts';

export const organizationWordings: Readonly<Record<keyof typeof organizationQuestions, Wordings>> = {
  'enable-in-organization': {
    en: [
      'enable connectors for an organization',
      'how does an admin turn on a connector for everybody',
      'make an integration available to all members',
      'set up connectors for the company',
      'add a connector for the whole team',
      'activate connectors in the enterprise plan',
      'who can switch on connectors in a team workspace',
      'organization settings connectors',
      'as the owner I want my colleagues to use a connector',
      'give my employees access to an integration',
      'deploy a connector to all users of the company',
      'enterprise managed authorization',
    ],
    de: [
      'connectors für die organisation einschalten',
      'wie schaltet ein admin connectors für alle mitarbeiter frei',
      'integration im unternehmen bereitstellen',
      'connector für das team aktivieren',
      'connector für alle kollegen verfügbar machen',
    ],
  },
  'personal-login-in-company-account': {
    en: [
      'use a personal account in the company claude',
      'connect a private gmail at work',
      'sign in to a service with my own account inside a corporate workspace',
      'can employees connect personal accounts',
      'mix private and business accounts',
      'different account for the connector than for claude',
      'may I use my private login in the enterprise plan',
      'stop employees from connecting personal accounts',
      'personal google account in a team plan',
    ],
    de: [
      'privates konto im firmen-claude verwenden',
      'darf ich mich mit meinem persönlichen konto im unternehmenskonto anmelden',
      'private anmeldung bei der arbeit',
      'dürfen mitarbeiter private konten verbinden',
    ],
  },
  'corporate-identity-message': {
    en: [
      'corporate identity error',
      'my work account cannot be connected in my private claude',
      'blocked because my company manages claude',
      'my email address belongs to an organization that manages access',
      'sign in to your organizations claude account to use this connection',
      'company account refused when connecting',
      'why does it say that my identity belongs to an enterprise',
      'connecting with the work e-mail is refused',
      'enterprise manages access through its own account',
    ],
    de: [
      'diese unternehmensidentität gehört zu einem enterprise',
      'meldung corporate identity belongs to an enterprise',
      'dienstliches konto lässt sich nicht in meinem privaten claude verbinden',
      'gesperrt weil meine arbeitsadresse zu einer organisation gehört',
    ],
  },
};
