import type { CodeOf, PhrasesOf } from './phrases.ts';

/** What the person or Claude’s page has to tell, since no request can see it. */
export const toldPhrases: PhrasesOf<CodeOf<'account' | 'limits' | 'claude'>> = {
  'account.free-custom-limit': {
    passed: 'The plan leaves room for this custom connector',
    question: 'whether the plan leaves room for another custom connector',
  },
  'account.owner-must-enable': {
    passed: 'No Owner has to add or enable this connector first',
    question: 'whether an Owner has to add or enable the connector first',
  },
  'account.not-authenticated': {
    passed: 'This account is connected to the service',
    question: 'whether this account is connected to the service',
  },
  'account.mobile-cannot-add': {
    passed: 'Nothing is to be added on a phone or tablet',
    question: 'whether the connector is to be added on a phone or tablet',
  },
  'account.duplicate-url': {
    passed: 'The account has no other connector with this address',
    question: 'whether the account has a connector with this address already',
  },
  'account.verified-domain': {
    passed: 'No company keeps this identity for its own Claude account',
    question: 'whether a company keeps this identity for its own Claude account',
  },
  'account.identity-provider-policy': {
    passed: 'The company’s sign-in rules let Claude in',
    question: 'whether the company’s sign-in rules let Claude in',
  },
  'account.not-enabled-in-chat': {
    passed: 'The connector is switched on in the chat',
    question: 'whether the connector is switched on in the chat',
  },
  'account.action-restricted': {
    passed: 'No Owner has blocked what Claude is to do',
    question: 'whether an Owner has blocked what Claude is to do',
  },
  'account.source-permission': {
    passed: 'The person has the right in the connected service',
    question: 'whether the person has the right in the connected service',
  },
  'account.private-project-only': {
    passed: 'Nothing is to be shared that connectors keep from being shared',
    question: 'whether something is to be shared that uses connectors',
  },
  'account.expired-sign-in': {
    passed: 'The sign-in has not run out',
    question: 'whether the sign-in has run out',
  },
  'limits.tool-timeout': {
    passed: 'No tool call was seen to run past Claude’s limit',
    question: 'whether a tool call runs past Claude’s limit',
  },
  'limits.result-too-large': {
    passed: 'No result was seen to be larger than Claude takes',
    question: 'whether a tool’s result is larger than Claude takes',
  },
  'limits.plan-usage': {
    passed: 'What Claude shows is no limit of the plan',
    question: 'whether it is a limit of the plan, of length or of capacity',
  },
  'claude.known-bug': {
    passed: 'What Claude shows fits no known fault of its own',
    question: 'whether it fits a known fault of Claude’s own apps',
  },
  'claude.zero-requests': {
    passed: 'Claude’s requests arrive at the server',
    question: 'whether Claude’s requests arrive at the server',
  },
};
