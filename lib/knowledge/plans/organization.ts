import type { PlanRule } from '../plan.ts';

const members = { plans: ['team', 'enterprise'], roles: ['member'], hasCustom: null } as const;
const owners = { plans: ['team', 'enterprise'], roles: ['owner'], hasCustom: null } as const;
const managers = { plans: ['enterprise'], roles: ['library-manager'], hasCustom: null } as const;
const everybody = {
  plans: ['team', 'enterprise'],
  roles: ['member', 'owner', 'library-manager'],
  hasCustom: null,
} as const;
const nothingInTheWay = { code: null, confidence: null } as const;

/** The plans of organizations: what members, Owners and those who manage libraries can do. */
export const organizationRules: readonly PlanRule[] = [
  {
    ...members,
    goals: ['connect-directory'],
    possible: 'with-help',
    answer:
      'An Owner adds a connector for the whole organization first. Then every member connects to it with their own account.',
    steps: [
      'Look in Customize > Connectors: what an Owner has added stands there, with Connect beside it.',
      'If it is missing, send an Owner a message; on Team, Request beside it in the directory does that for you.',
      'Once it is added, press Connect and sign in at the service.',
    ],
    who: 'owner',
    places: ['connectors', 'directory'],
    guide: 'member-cannot-add',
    code: 'account.owner-must-enable',
    confidence: 'possible',
    facts: ['owner-adds-for-organization', 'member-requests-connector', 'each-member-signs-in'],
  },
  {
    ...members,
    goals: ['add-custom'],
    possible: 'with-help',
    answer: 'Members cannot add custom connectors; an Owner adds them for the organization.',
    steps: [
      'Send an Owner the name and the address of the connector.',
      'Once it is added, press Connect in Customize > Connectors and sign in at the service.',
    ],
    who: 'owner',
    places: ['connectors'],
    guide: 'member-cannot-add',
    code: 'account.owner-must-enable',
    confidence: 'certain',
    facts: ['owner-adds-for-organization', 'custom-connectors-per-plan', 'each-member-signs-in'],
  },
  {
    ...owners,
    goals: ['connect-directory', 'add-custom'],
    possible: 'yes',
    answer:
      'As an Owner you add connectors for the whole organization. Afterwards each member connects for themselves.',
    steps: [
      'Open Organization settings > Connectors and add the connector.',
      'Connect it for yourself in Customize > Connectors.',
      'Tell the members to press Connect there too.',
    ],
    who: 'you',
    places: ['organization-connectors', 'organization-notifications', 'connectors'],
    guide: 'enable-for-organization',
    ...nothingInTheWay,
    facts: [
      'owner-adds-for-organization',
      'organization-connectors-place',
      'each-member-signs-in',
      'member-requests-connector',
    ],
  },
  {
    ...managers,
    goals: ['connect-directory', 'add-custom'],
    possible: 'yes',
    answer:
      'On Enterprise, a role that may manage libraries can add connectors for the organization, as Owners can. Afterwards each member connects for themselves.',
    steps: [
      'Open Organization settings > Connectors and add the connector.',
      'Connect it for yourself in Customize > Connectors.',
    ],
    who: 'you',
    places: ['organization-connectors', 'connectors'],
    guide: 'enable-for-organization',
    ...nothingInTheWay,
    facts: ['library-role-adds', 'organization-connectors-place', 'each-member-signs-in'],
  },
  {
    ...everybody,
    goals: ['use-in-chat'],
    possible: 'yes',
    answer:
      'Once an Owner has added it and you have connected it yourself, a connector can be switched on in each chat.',
    steps: [
      'Look in Customize > Connectors whether it says Connect beside it; if so, press it and sign in.',
      'In the chat, press “+” or type “/”, choose Connectors and switch it on.',
    ],
    who: 'you',
    places: ['connectors', 'new-chat'],
    guide: 'missing-in-chat',
    code: 'account.not-authenticated',
    confidence: 'possible',
    facts: ['enable-per-chat', 'each-member-signs-in', 'owner-adds-for-organization'],
  },
  {
    ...owners,
    goals: ['allow-tool'],
    possible: 'yes',
    answer: 'As an Owner you set for the whole organization what each tool may do; members can only be stricter.',
    steps: [
      'Open Organization settings > Connectors (one help page says Customize > Connectors) and choose the connector.',
      'Set the tool to Always allow, Needs approval or Blocked.',
    ],
    who: 'you',
    places: ['organization-connectors', 'connectors'],
    guide: 'tool-blocked',
    ...nothingInTheWay,
    facts: ['organization-tool-limits', 'organization-tool-limits-place', 'tool-permissions'],
  },
  {
    ...everybody,
    goals: ['allow-tool'],
    possible: 'limited',
    answer: 'You set each tool for yourself, as far as the Owners of the organization allow it.',
    steps: [
      'Open Customize > Connectors, choose the connector and look at the tool’s setting.',
      'If it is Blocked and cannot be changed, ask an Owner to allow it.',
    ],
    who: 'owner',
    places: ['connectors'],
    guide: 'tool-blocked',
    code: 'account.action-restricted',
    confidence: 'possible',
    facts: ['organization-tool-limits', 'tool-permissions'],
  },
  {
    ...everybody,
    goals: ['share-project'],
    possible: 'limited',
    answer:
      'Connectors work in private projects only, to which just invited people have access; and a chat that holds content which a connector synced cannot be shared.',
    steps: [
      'In the project, open Share > General access and choose Only people invited; or use the connector in a chat outside projects.',
      'Pass on the result as text or as a file.',
    ],
    who: 'you',
    places: ['new-chat', 'project-sharing-help'],
    guide: 'private-projects',
    code: 'account.private-project-only',
    confidence: 'certain',
    facts: ['private-projects-only'],
  },
  {
    ...owners,
    goals: ['submit-to-directory'],
    possible: 'yes',
    answer: 'As an Owner you can submit a connector to the directory for your organization.',
    steps: ['Open the developer portal and submit the connector there.'],
    who: 'you',
    places: ['developer-portal'],
    guide: null,
    ...nothingInTheWay,
    facts: ['submission-needs-paid-plan', 'submit-in-portal'],
  },
  {
    ...everybody,
    goals: ['submit-to-directory'],
    possible: 'with-help',
    answer: 'For an organization, an Owner submits connectors to the directory.',
    steps: ['Prepare the listing, and ask an Owner to submit it in the developer portal.'],
    who: 'owner',
    places: ['developer-portal'],
    guide: null,
    ...nothingInTheWay,
    facts: ['submission-needs-paid-plan', 'submit-in-portal'],
  },
];
