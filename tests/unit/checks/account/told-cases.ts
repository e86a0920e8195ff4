import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import { answers, reach, shown, type ToldCase } from './told-case.ts';
import { casesOfClaude } from './told-cases-of-claude.ts';

/** By code: at least one case in which it is found, and one in which it is not. */
export const toldCases: Readonly<Partial<Record<FindingCode, readonly ToldCase[]>>> = {
  'account.free-custom-limit': [
    {
      what: 'a second one on Free',
      account: answers({ plan: 'free', goal: 'add-custom', hasCustom: true }),
      found: 'warning certain',
      says: /there is one already/,
    },
    {
      what: 'Free, and nobody said whether there is one',
      account: answers({ plan: 'free', goal: 'add-custom' }),
      found: 'warning possible',
      says: /has room for only one/,
    },
    {
      what: 'the first one on Free',
      account: answers({ plan: 'free', goal: 'add-custom', hasCustom: false }),
      found: null,
      skipped: 'not-applicable',
    },
    {
      what: 'a second one on Pro',
      account: answers({ plan: 'pro', goal: 'add-custom', hasCustom: true }),
      found: null,
    },
    { what: 'an answer that says too little', account: answers({ plan: 'free' }), found: null },
    { what: 'nothing told', shown: reach, found: null, skipped: 'not-asked' },
  ],
  'account.owner-must-enable': [
    {
      what: 'a member who wants to add',
      account: answers({ plan: 'team', role: 'member', goal: 'add-custom' }),
      found: 'warning certain',
    },
    {
      what: 'a member who wants to connect',
      account: answers({ plan: 'enterprise', role: 'member', goal: 'connect-directory' }),
      found: 'warning possible',
    },
    { what: 'Claude’s dialog refuses', shown: shown('Missing permissions'), found: 'blocker likely', says: /said/ },
    {
      what: 'its whole dialog',
      shown: shown('Missing permissions. Request access'),
      found: 'blocker certain',
    },
    { what: 'the dialog, retold', shown: shown('Claude says: “Missing permissions”'), found: 'blocker likely' },
    {
      what: 'another service’s words',
      shown: shown('Slack error: missing permissions for channel #general'),
      found: null,
    },
    { what: 'an Owner', account: answers({ plan: 'team', role: 'owner', goal: 'add-custom' }), found: null },
    {
      what: 'a role that manages libraries',
      account: answers({ plan: 'enterprise', role: 'library-manager', goal: 'add-custom' }),
      found: null,
    },
    { what: 'a role that was not told', account: answers({ plan: 'team', goal: 'add-custom' }), found: null },
  ],
  'account.mobile-cannot-add': [
    {
      what: 'adding on a phone',
      account: answers({ plan: 'max', goal: 'add-on-mobile' }),
      found: 'warning possible',
    },
    {
      what: 'a member on a phone',
      account: answers({ plan: 'team', role: 'member', goal: 'add-on-mobile' }),
      found: 'warning possible',
    },
    { what: 'adding elsewhere', account: answers({ plan: 'max', goal: 'add-custom' }), found: null },
  ],
  'account.private-project-only': [
    {
      what: 'sharing in an organization',
      account: answers({ plan: 'team', role: 'owner', goal: 'share-project' }),
      found: 'warning certain',
      says: /only invited people have access/,
    },
    { what: 'a plan of one person', account: answers({ plan: 'pro', goal: 'share-project' }), found: null },
  ],
  'account.action-restricted': [
    {
      what: 'a member’s tool',
      account: answers({ plan: 'enterprise', role: 'member', goal: 'allow-tool' }),
      found: 'warning possible',
      says: /may have restricted/,
    },
    {
      what: 'Claude Code’s sentence',
      shown: shown('Your organization requires approval for this tool'),
      found: 'problem certain',
      says: /has restricted/,
    },
    { what: 'an Owner', account: answers({ plan: 'team', role: 'owner', goal: 'allow-tool' }), found: null },
  ],
  'account.verified-domain': [
    {
      what: 'a company’s identity',
      shown: shown(
        'This corporate identity belongs to an Enterprise that manages access through their own Claude account. Sign in to your organization’s Claude account to use this connection.',
      ),
      found: 'blocker certain',
    },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'account.duplicate-url': [
    { what: 'Claude’s dialog', shown: shown('A server with this URL already exists'), found: 'blocker certain' },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'account.not-authenticated': [
    { what: 'Claude’s words', shown: shown('You are not connected to Acme Notes yet.'), found: 'blocker certain' },
    {
      what: 'a member who wants to use it',
      account: answers({ plan: 'team', role: 'member', goal: 'use-in-chat' }),
      found: 'note possible',
    },
    { what: 'no connection at all', shown: shown('You are not connected to the internet.'), found: null },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'account.expired-sign-in': [
    { what: 'Claude’s list', shown: shown('Connection has expired'), found: 'problem certain' },
    {
      what: 'a chat',
      shown: shown('Authentication required to use this tool — Connect'),
      found: 'problem likely',
      says: /or there was none yet/,
    },
    {
      what: 'Claude Code’s own sign-in',
      shown: shown('claude.ai rejected the session token'),
      found: 'problem certain',
      says: /^Claude Code’s own sign-in .* Nothing is wrong with the connector/,
      fix: /\/login.* Connecting the connector again does not help/,
      step: null,
    },
    {
      what: 'Claude Code’s list',
      shown: shown('connected · session token rejected'),
      found: 'problem certain',
      fix: /\/login/,
      step: null,
    },
    { what: 'the service’s sign-in', shown: shown('Connection has expired.'), found: 'problem certain', step: 9 },
    { what: 'a database', shown: shown('Postgres: connection has expired after 30 s'), found: null },
    { what: 'another token', shown: shown('Jira: session token rejected, log in again'), found: null },
    {
      what: 'Google',
      shown: shown('Please try again. You may need to reconnect with your Google Drive account'),
      found: 'problem certain',
    },
    { what: 'another sentence', shown: reach, found: null },
  ],
  'account.identity-provider-policy': [
    {
      what: 'Conditional Access',
      shown: shown('AADSTS53003: Access has been blocked by Conditional Access policies.'),
      found: 'blocker certain',
    },
    {
      what: 'Google Workspace',
      shown: shown('Access blocked: your institution’s admin needs to review Claude for Google Drive'),
      found: 'blocker certain',
    },
    {
      what: 'Entra’s page',
      shown: shown('Claude needs permission to access resources in your organization that only an admin can grant.'),
      found: 'blocker certain',
    },
    { what: 'its heading alone', shown: shown('Need admin approval'), found: 'blocker likely' },
    { what: 'a pull request', shown: shown('Need admin approval before merging PR'), found: null },
    {
      what: 'another product',
      shown: shown('Access blocked: your institution’s admin needs to review Zoom'),
      found: null,
    },
    { what: 'a longer code', shown: shown('AADSTS530031'), found: null },
    { what: 'a resource that Entra does not know', shown: shown('AADSTS9010010'), found: null },
  ],
  'account.not-enabled-in-chat': [
    {
      what: 'a chat without it',
      account: answers({ plan: 'free', goal: 'use-in-chat' }),
      found: 'note possible',
    },
    {
      what: 'the search for tools',
      shown: shown('No matching tools found'),
      found: 'warning possible',
      fix: /begin a new chat and choose Always available there/,
    },
    { what: 'the search of another tool', shown: shown('Hammer shop: no matching tools found'), found: null },
    { what: 'another wish', account: answers({ plan: 'free', goal: 'connect-directory' }), found: null },
  ],
  'account.source-permission': [
    { what: 'Microsoft 365', shown: shown('Microsoft 365: Failed to call tool'), found: 'warning possible' },
    { what: 'any service', shown: shown('Failed to call tool get_weather: city not found'), found: null },
    { what: 'another sentence', shown: reach, found: null },
  ],
  ...casesOfClaude,
};
