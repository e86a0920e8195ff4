import type { CodeDefinition } from '../../kernel/check.ts';
import { toldSources as sources } from './sources.ts';

/** What the person’s own connection and the connected service allow. */
export const accessCodes = {
  'account.duplicate-url': {
    severity: 'blocker',
    confidence: 'certain',
    step: 0,
    who: 'you',
    title: 'The account has a connector with this address already',
    detail:
      'Claude said: “{said}”. An address can stand in an account once; the older entry may be switched off, hidden among the disconnected ones, or added by the organization.',
    fix: 'Look for the address in Customize > Connectors and connect that entry, or remove it and add it again. If it cannot be seen or removed, ask Anthropic’s support.',
    sources: [sources.duplicateReport, sources.addUnlisted],
  },
  'account.not-authenticated': {
    severity: 'blocker',
    confidence: 'certain',
    step: 8,
    who: 'you',
    title:
      '{sure, select, yes {This account is not connected to the service yet} other {This account may not be connected to the service yet}}',
    detail:
      '{from, select, text {Claude said: “{said}”. } other {}}A connector in the list is not yet connected, even when an Owner has added it: each person signs in at the service.',
    fix: 'Press Connect beside the connector in Customize > Connectors, and sign in at the service.',
    sources: [sources.useConnectors, sources.directory],
  },
  'account.expired-sign-in': {
    severity: 'problem',
    confidence: 'certain',
    step: 9,
    who: 'you',
    title:
      '{asked, select, code {Claude Code’s own sign-in to claude.ai has run out} tool {The tool asks for a sign-in at the service} other {The sign-in at the service has run out}}',
    detail:
      'Claude said: “{said}”. {asked, select, code {Claude Code reaches the connectors of an account with its own sign-in to claude.ai, and that is no longer accepted. Nothing is wrong with the connector.} tool {Either the sign-in has run out, or there was none yet: some servers show their tools to everybody and ask for a sign-in when one is used.} other {What the service gave Claude is no longer valid and could not be renewed. If this comes back every few hours or days, the service does not let Claude renew it.}}',
    fix: '{asked, select, code {In Claude Code, type /login and sign in to claude.ai again. Connecting the connector again does not help.} tool {Press Connect beside the message, or beside the connector in Customize > Connectors, and sign in at the service.} other {Disconnect the connector in Customize > Connectors, connect it again and sign in.}}',
    sources: [sources.expiredReport, sources.authentication, sources.google, sources.claudeCode],
  },
  'account.identity-provider-policy': {
    severity: 'blocker',
    confidence: 'certain',
    step: 8,
    who: 'network',
    title: 'The company’s sign-in rules keep Claude out',
    detail:
      'The sign-in service said: “{said}”. It is a rule that the company’s administrators set for sign-ins or apps: an approval, a second factor, a known device or a known network.',
    fix: 'Send the message to the people who look after the company’s sign-in (Microsoft Entra or Google Workspace): they find the rule in their sign-in log and can approve the app.',
    sources: [sources.microsoft, sources.google, sources.authentication],
  },
  'account.not-enabled-in-chat': {
    severity: 'warning',
    confidence: 'possible',
    step: null,
    who: 'you',
    title: 'The connector may be switched off in this chat',
    detail:
      'Besides being connected, a connector has a switch in every chat. Where the chat’s Tool access is On demand, Claude moreover loads tools only when it thinks that it needs them.',
    fix: 'In the chat, press “+” or type “/”, choose Connectors and switch it on. If Claude still does not use it, begin a new chat and choose Always available there under Tool access: the choice holds for that chat, and for all connectors in it.',
    sources: [sources.useConnectors, sources.customConnectors, sources.toolAccess],
  },
  'account.source-permission': {
    severity: 'problem',
    confidence: 'likely',
    step: null,
    who: 'you',
    title: 'The person’s account at the service may not do this',
    detail:
      'Claude said: “{said}”. Claude can do in a service what the signed-in person may do there, and no more; a right or a consent may have been withdrawn.',
    fix: 'Try the same in the service itself, with the same account. If it fails there too, ask whoever manages the service for the right; with Microsoft 365, an administrator restores the consent.',
    sources: [sources.microsoft, sources.useConnectors],
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>;
