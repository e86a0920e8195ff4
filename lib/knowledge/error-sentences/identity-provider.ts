import { guessBySentence, guessOfOther } from '../../standards/claude-page-guesses.ts';
import type { ErrorSentence } from '../error-sentence.ts';
import { whys } from './whys.ts';

const microsoft365 = 'https://support.claude.com/en/articles/12542951';
const googleWorkspace = 'https://support.claude.com/en/articles/10166901';
const microsoftCodes = 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes';

/** What Microsoft’s and Google’s sign-in say. */
export const identityProvider = {
  'entra-access-blocked': {
    shown: 'AADSTS53003',
    phrases: ['aadsts53003'],
    otherLanguages: {},
    surfaces: ['identity-provider', 'web', 'desktop'],
    step: null,
    meaning: guessOfOther['entra-policy'].meaning,
    causes: [
      {
        code: 'account.identity-provider-policy',
        likelihood: 'usual',
        why: 'A rule of Conditional Access refuses the sign-in, often because Claude’s cloud asks from an unknown place.',
      },
    ],
    guides: ['microsoft-365-approval'],
    isConnectorFault: false,
    sources: [microsoft365, microsoftCodes],
  },
  'entra-sign-in-frequency': {
    shown: 'AADSTS70043',
    phrases: ['aadsts70043'],
    otherLanguages: {},
    surfaces: ['identity-provider', 'web', 'desktop'],
    step: null,
    meaning:
      'Your organization’s Microsoft sign-in rules let a sign-in last for a limited time, and that is over. Connect again; an administrator can set the time.',
    causes: [
      { code: 'account.identity-provider-policy', likelihood: 'usual', why: whys.identityPolicy },
      { code: 'account.expired-sign-in', likelihood: 'common', why: whys.expired },
    ],
    guides: ['sign-in-again', 'microsoft-365-approval'],
    isConnectorFault: false,
    sources: [microsoft365, microsoftCodes],
  },
  'entra-second-factor': {
    shown: 'AADSTS50076',
    phrases: ['aadsts50076'],
    otherLanguages: {},
    surfaces: ['identity-provider', 'web', 'desktop'],
    step: null,
    meaning:
      'Your organization’s Microsoft sign-in asks for a second factor that was not given. Connect again and confirm it.',
    causes: [
      { code: 'account.identity-provider-policy', likelihood: 'usual', why: whys.identityPolicy },
      { code: 'account.expired-sign-in', likelihood: 'common', why: whys.expired },
    ],
    guides: ['sign-in-again', 'microsoft-365-approval'],
    isConnectorFault: false,
    sources: [microsoft365, microsoftCodes],
  },
  'entra-consent': {
    shown: 'AADSTS65001',
    phrases: [
      'aadsts65001',
      'aadsts90094',
      'needs permission to access resources in your organization that only an admin can grant',
    ],
    alone: ['need admin approval', 'approval required'],
    otherLanguages: {},
    surfaces: ['identity-provider', 'web', 'desktop'],
    step: null,
    meaning:
      'Your organization’s Microsoft sign-in asks for the consent of an administrator before Claude may be used with it.',
    causes: [{ code: 'account.identity-provider-policy', likelihood: 'usual', why: whys.identityPolicy }],
    guides: ['microsoft-365-approval'],
    isConnectorFault: false,
    sources: [microsoft365, microsoftCodes],
  },
  'entra-resource-unknown': {
    shown: 'AADSTS9010010',
    phrases: [
      'aadsts9010010',
      "the resource parameter provided in the request doesn't match with the requested scopes",
    ],
    otherLanguages: {},
    surfaces: ['identity-provider', 'web', 'desktop'],
    step: 8,
    meaning: guessBySentence['entra-resource'].meaning,
    causes: [
      {
        code: 'auth.authorize-rejects-callback',
        likelihood: 'usual',
        why: 'Microsoft wants the connector’s address registered as an Application ID URI, and it is not.',
      },
      { code: 'auth.sign-in-failed', likelihood: 'common', why: whys.signInFailed },
    ],
    guides: ['microsoft-365-approval', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://claude.com/docs/connectors/building/authentication'],
  },
  'entra-no-service-principal': {
    shown: 'AADSTS500011',
    phrases: ['aadsts500011'],
    otherLanguages: {},
    surfaces: ['identity-provider', 'web', 'desktop'],
    step: 8,
    meaning: guessBySentence['entra-resource'].meaning,
    causes: [
      {
        code: 'auth.authorize-rejects-callback',
        likelihood: 'usual',
        why: 'The connector’s app is not known in your organization’s tenant until an administrator consents to it.',
      },
      { code: 'auth.sign-in-failed', likelihood: 'common', why: whys.signInFailed },
    ],
    guides: ['microsoft-365-approval', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://claude.com/docs/connectors/building/authentication', microsoftCodes],
  },
  'entra-other-code': {
    shown: 'AADSTS…',
    phrases: [],
    otherLanguages: {},
    surfaces: ['identity-provider'],
    step: null,
    meaning:
      'Microsoft’s sign-in refused. What this code means stands in Microsoft’s list; an administrator finds the attempt in the sign-in log.',
    causes: [
      { code: 'account.identity-provider-policy', likelihood: 'common', why: whys.identityPolicy },
      { code: 'auth.authorize-rejects-callback', likelihood: 'common', why: whys.authorizeRefused },
    ],
    guides: ['microsoft-365-approval'],
    isConnectorFault: true,
    sources: [microsoftCodes],
  },
  'invalid-target': {
    shown: 'invalid_target',
    phrases: ['invalid_target'],
    otherLanguages: {},
    surfaces: ['identity-provider', 'server'],
    step: 8,
    meaning:
      'The sign-in service does not know the address for which Claude asks access. It has to be registered there, or the service must ignore it.',
    causes: [
      { code: 'auth.authorize-rejects-callback', likelihood: 'usual', why: whys.authorizeRefused },
      { code: 'auth.sign-in-failed', likelihood: 'common', why: whys.signInFailed },
    ],
    guides: ['microsoft-365-approval', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://claude.com/docs/connectors/building/authentication'],
  },
  'microsoft-365-call-failed': {
    shown: 'Failed to call tool',
    phrases: [
      'failed to call tool … microsoft',
      'microsoft … failed to call tool',
      'failed to call tool … sharepoint',
      'sharepoint … failed to call tool',
      'failed to call tool … outlook',
      'outlook … failed to call tool',
      'failed to call tool … onedrive',
      'onedrive … failed to call tool',
    ],
    alone: ['failed to call tool'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: null,
    meaning:
      'With Microsoft 365 this means that a permission was taken away from Claude. An administrator can give it back in Microsoft Entra.',
    causes: [
      {
        code: 'account.identity-provider-policy',
        likelihood: 'usual',
        why: 'An administrator has revoked one of the permissions that the connector needs.',
      },
      {
        code: 'account.source-permission',
        likelihood: 'common',
        why: 'Your own account may lack the right to what was asked.',
      },
    ],
    guides: ['microsoft-365-approval'],
    isConnectorFault: false,
    sources: [microsoft365],
  },
  'google-needs-review': {
    shown: 'Access blocked: your institution’s admin needs to review Claude for Google Drive',
    phrases: ["your institution's admin needs to review claude", 'error 400: admin_policy_enforced'],
    otherLanguages: {},
    surfaces: ['identity-provider'],
    step: null,
    meaning: guessOfOther['google-policy'].meaning,
    causes: [{ code: 'account.identity-provider-policy', likelihood: 'usual', why: whys.identityPolicy }],
    guides: ['google-workspace-approval'],
    isConnectorFault: false,
    sources: [googleWorkspace],
  },
  'google-reconnect': {
    shown: 'Please try again. You may need to reconnect with your Google Drive account',
    phrases: ['you may need to reconnect with your google'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile'],
    step: null,
    meaning: guessOfOther['google-reconnect'].meaning,
    causes: [{ code: 'account.expired-sign-in', likelihood: 'usual', why: whys.expired }],
    guides: ['reconnect', 'sign-in-again'],
    isConnectorFault: false,
    sources: [googleWorkspace],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
