import type { CodeDefinition } from '../../kernel/check.ts';
import { toldSources as sources } from './sources.ts';

/** What plan, role and device allow. */
export const planCodes = {
  'account.free-custom-limit': {
    severity: 'warning',
    confidence: 'certain',
    step: 0,
    who: 'you',
    title:
      '{sure, select, yes {The Free plan has room for one custom connector, and there is one already} other {The Free plan has room for only one custom connector}}',
    detail:
      'Claude’s Free plan takes a single custom connector; those from the directory do not count. {sure, select, yes {This account has one, so that a second cannot be added.} other {If this account has one already, another cannot be added.}}',
    fix: 'Remove the other custom connector in Customize > Connectors, or change to a paid plan. If the directory has this service, connect it from there: that takes no room.',
    sources: [sources.customConnectors, sources.addUnlisted],
  },
  'account.owner-must-enable': {
    severity: 'blocker',
    confidence: 'certain',
    step: 0,
    who: 'owner',
    title:
      '{sure, select, yes {An Owner of the organization has to add this connector} other {An Owner may have to add this connector first}}',
    detail:
      '{from, select, text {Claude said: “{said}”. } other {}}On Team and Enterprise plans an Owner adds connectors for the whole organization; on Enterprise, a role that may manage libraries can do so too. Members connect to what was added.',
    fix: 'Send an Owner the connector’s address; on Team, Request beside it in the directory does that for you. Once it stands in Organization settings > Connectors, connect it yourself in Customize > Connectors.',
    sources: [sources.addUnlisted, sources.directory, sources.libraries],
  },
  'account.mobile-cannot-add': {
    severity: 'warning',
    confidence: 'possible',
    step: 0,
    who: 'you',
    title: 'Adding connectors on a phone is a beta; custom ones are added on the web or in Claude Desktop',
    detail:
      'Claude for iOS and Android can find connectors of the directory and connect them (since August 2026); adding them there is a beta. Once connected on the web or in Claude Desktop, a connector works on the phone too.',
    fix: 'Add and connect it at claude.ai in a browser on a computer, or in Claude Desktop; then use it on the phone with the same account.',
    sources: [sources.useConnectors, sources.customConnectors],
  },
  'account.private-project-only': {
    severity: 'warning',
    confidence: 'certain',
    step: null,
    who: 'you',
    title: 'Connectors work in private projects only, and chats with their content cannot be shared',
    detail:
      'On Team and Enterprise plans, connectors work in projects that are private, which means that only invited people have access, and not in those that everyone in the organization can open. A chat that holds content synced from a connector cannot be shared either.',
    fix: 'Make the project private (Share > General access > Only people invited), or use the connector in a chat outside projects, and pass on the result as text or as a file.',
    sources: [sources.useConnectors, sources.projectSharing],
  },
  'account.action-restricted': {
    severity: 'problem',
    confidence: 'certain',
    step: null,
    who: 'owner',
    title:
      '{sure, select, yes {The organization has restricted this tool} other {An Owner may have restricted what this tool may do}}',
    detail:
      '{from, select, text {Claude said: “{said}”. } other {}}Every tool of a connector is set to Always allow, Needs approval or Blocked. Owners set this for everybody in the organization.',
    fix: 'Look at the tool’s setting in Customize > Connectors. If it is blocked there and cannot be changed, ask an Owner to allow it in Organization settings > Connectors (one help page says Customize > Connectors).',
    sources: [sources.useConnectors, sources.claudeCode],
  },
  'account.verified-domain': {
    severity: 'blocker',
    confidence: 'certain',
    step: 8,
    who: 'you',
    title: 'The company lets this identity connect only from its own Claude account',
    detail:
      'Claude said: “{said}”. The company has restricted its verified domain: whoever signs in at the service with a work identity has to use the company’s Claude account for it.',
    fix: 'Sign out of this Claude account, sign in to the company’s, and connect there. With a personal account at the service, it also works here.',
    sources: [sources.verifiedDomains],
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>;
