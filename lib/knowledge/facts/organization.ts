import type { Fact } from '../fact.ts';

/** What Owners and members of Team and Enterprise organizations may do. */
export const organizationFacts = {
  'owner-adds-for-organization': {
    statement:
      'On Team and Enterprise an Owner or Primary Owner adds connectors for the organization; a member can only connect to what was added.',
    sources: ['docs-add-unlisted', 'support-custom-connectors', 'support-use-connectors'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'library-role-adds': {
    statement: 'On Enterprise, a member whose custom role may manage libraries can add connectors too.',
    sources: ['docs-add-unlisted', 'docs-directory', 'support-custom-roles'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'member-requests-connector': {
    statement:
      'On Team, members who may not add a connector see a Request button in the directory; Owners find the request in Organization settings > Connectors and in Organization settings > Notifications.',
    sources: ['docs-directory'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-03-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'each-member-signs-in': {
    statement:
      'A connector that was added for an organization gives nobody access by itself: each member connects with an account of their own.',
    sources: ['docs-add-unlisted', 'support-use-connectors'],
    checkedOn: '2026-09-01',
    reviewBy: '2027-09-01',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'managed-authorization': {
    statement:
      'With Enterprise-managed authorization, a beta, an organization allows a connector once through its identity provider, and members need no sign-in of their own.',
    sources: ['support-managed-authorization', 'support-use-connectors'],
    checkedOn: '2026-08-22',
    reviewBy: '2026-11-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'verified-domain-restriction': {
    statement:
      'An Enterprise can forbid that work accounts of its verified domains are connected to Claude accounts outside of it; who tries reads that the corporate identity belongs to an Enterprise.',
    sources: ['support-verified-domains', 'support-use-connectors'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'verified-domain-who-sets': {
    statement:
      'The restriction of verified domains is set by Owners, Primary Owners and custom roles that may manage Identity & Access, under Organization settings > Organization and access, and holds for the services that are listed there.',
    sources: ['support-verified-domains'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'verified-domain-new-connections-only': {
    statement:
      'The restriction of verified domains stops new connections only, tells no administrator, and cannot be applied where the service does not say whose account it is.',
    sources: ['support-verified-domains'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'organization-tool-limits': {
    statement:
      'Owners can allow, ask for approval of, or block actions of a connector for everybody in the organization, and members cannot undo it.',
    sources: ['support-use-connectors', 'support-custom-roles'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'organization-tool-limits-place': {
    statement:
      'Owners set what the tools of a connector may do in Organization settings > Connectors; one help page says Customize > Connectors.',
    sources: ['support-microsoft-365', 'support-custom-roles', 'support-use-connectors'],
    checkedOn: '2026-08-22',
    reviewBy: '2026-11-22',
    confidence: 'likely',
    since: null,
    replaced: [
      {
        statement: 'Action restrictions are set in Customize > Connectors, under Tool permissions.',
        source: 'support-use-connectors',
        until: null,
      },
    ],
    lookAgain: true,
  },
  'address-allowlist-for-people': {
    statement:
      'On Enterprise, Anthropic’s sales team can set up a list of networks from which people may use Claude; it concerns people, not connectors.',
    sources: ['support-address-allowlist'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-08-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'private-projects-only': {
    statement:
      'On Team and Enterprise, connectors work only in private projects, and a chat with content from a connector cannot be shared.',
    sources: ['support-use-connectors'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'project-visibility': {
    statement:
      'A project of an organization is either public, for everybody in it, or private, for the people who were invited; this is set with Share, under General access, and can be changed later.',
    sources: ['support-project-sharing'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'owner-may-need-to-write-permissions': {
    statement:
      'Write actions of Microsoft 365 are there only after an Entra administrator has agreed to the larger permissions and an Owner has allowed the tools.',
    sources: ['support-microsoft-365'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'microsoft-admin-consent': {
    statement:
      'Before anybody in a Microsoft tenant can connect Microsoft 365, a Global Administrator has to consent once, and on Team and Enterprise an Owner has to enable the connector.',
    sources: ['support-microsoft-365'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'microsoft-work-account-only': {
    statement:
      'The Microsoft 365 connector needs a work account of Microsoft Entra; personal Microsoft accounts are refused.',
    sources: ['support-microsoft-365'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'microsoft-conditional-access': {
    statement:
      'Rules of Conditional Access can stop Microsoft 365, since Anthropic’s servers ask for tokens from their own addresses; Entra’s log of non-interactive sign-ins names the rule.',
    sources: ['support-microsoft-365'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'microsoft-permission-revoked': {
    statement: '“Failed to call tool” of Microsoft 365 means that a permission may have been taken away in Entra.',
    sources: ['support-microsoft-365'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'google-admin-trust': {
    statement:
      'Where Google says that the institution’s admin needs to review Claude, a Google Workspace administrator has to trust the app in the Admin console.',
    sources: ['support-google-workspace'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
  'google-reconnect': {
    statement:
      'When Google Drive asks to be connected again, removing Claude’s connections in the Google account and connecting anew helps.',
    sources: ['support-google-workspace'],
    checkedOn: '2026-08-22',
    reviewBy: '2027-02-22',
    confidence: 'certain',
    since: null,
    replaced: [],
    lookAgain: false,
  },
} as const satisfies Readonly<Record<string, Fact>>;
