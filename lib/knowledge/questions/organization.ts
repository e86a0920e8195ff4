import type { Question } from '../question.ts';

/** Team and Enterprise organizations. */
export const organizationQuestions = {
  'enable-in-organization': {
    number: 4,
    question: 'How do I enable connectors in my organization?',
    alsoAsked: [
      'How do I enable a connector for Team or Enterprise?',
      'Connect a service on Team and Enterprise plans',
    ],
    answer:
      'An Owner adds the connector under Organization settings > Connectors; after that each member connects it with an account of their own. On Team, a member who may not add one presses Request in the directory, and the Owners see the wish. With Enterprise-managed authorization, a beta, members need not sign in one by one.',
    steps: [
      'As an Owner, open Organization settings > Connectors.',
      'Add the connector: from the directory, or with Custom and its address.',
      'Let each member open Customize > Connectors and press Connect.',
    ],
    places: ['organization-connectors', 'organization-notifications', 'connectors'],
    guides: ['enable-for-organization', 'member-cannot-add'],
    facts: [
      'owner-adds-for-organization',
      'library-role-adds',
      'organization-connectors-place',
      'member-requests-connector',
      'each-member-signs-in',
      'managed-authorization',
    ],
    isAnswered: true,
  },
  'personal-login-in-company-account': {
    number: 33,
    question: 'Can users authenticate with personal credentials from within a corporate Claude account?',
    alsoAsked: ['Personal credentials in a corporate account', 'Can I use a private account in my company’s Claude?'],
    answer:
      'Yes: you sign in to each service by itself, and may use a private account for it. The other way round an Enterprise can say no: accounts of its verified domains can then be connected in its own Claude accounts alone.',
    steps: [],
    places: ['connectors', 'verified-domains-help'],
    guides: ['corporate-identity'],
    facts: ['personal-login-in-company-account', 'verified-domain-restriction'],
    isAnswered: true,
  },
  'corporate-identity-message': {
    number: 56,
    question:
      'What does “This corporate identity belongs to an Enterprise that manages access through their own Claude account” mean?',
    alsoAsked: [
      'This corporate identity belongs to an Enterprise',
      'Sign in to your organization’s Claude account to use this connection',
    ],
    answer:
      'The account with which you signed in to the service belongs to a company that lets its accounts be connected only inside its own Claude organization. Sign in to your company’s Claude account and connect there. If you have none, ask whoever administers Claude in your company. What was connected before stays connected.',
    steps: [
      'Sign out of Claude, and sign in with your company’s Claude account.',
      'Open Customize > Connectors and connect the service there.',
    ],
    places: ['connectors', 'verified-domains-help'],
    guides: ['corporate-identity'],
    facts: ['verified-domain-restriction', 'verified-domain-new-connections-only'],
    isAnswered: true,
  },
} as const satisfies Readonly<Record<string, Question>>;
