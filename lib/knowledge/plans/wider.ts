import type { PlanRule } from '../plan.ts';

const personal = { plans: ['free', 'pro', 'max'], roles: ['alone'], hasCustom: null } as const;
const organizations = {
  plans: ['team', 'enterprise'],
  roles: ['member', 'owner', 'library-manager'],
  hasCustom: null,
} as const;

/** What is much the same on every plan: chats, phones, Claude Code. */
export const widerRules: readonly PlanRule[] = [
  {
    ...personal,
    goals: ['use-in-chat'],
    possible: 'yes',
    answer: 'Once it is connected, a connector can be switched on in each chat.',
    steps: [
      'In the chat, press “+” or type “/”, choose Connectors and switch it on.',
      'If it is missing there, look in Customize > Connectors whether it is connected.',
      'If Claude still does not use it, begin a new chat and choose Always available there under Tool access.',
    ],
    who: 'you',
    places: ['new-chat', 'connectors'],
    guide: 'missing-in-chat',
    code: 'account.not-enabled-in-chat',
    confidence: 'possible',
    facts: ['enable-per-chat', 'tool-access-modes', 'manage-connectors-place'],
  },
  {
    ...personal,
    goals: ['add-on-mobile'],
    possible: 'limited',
    answer:
      'On iOS and Android you can find connectors of the directory and connect them; adding them there is a beta. Custom connectors are best added on the web or in Claude Desktop, and then work on the phone too.',
    steps: [
      'Add and connect it at claude.ai on a computer, or in Claude Desktop.',
      'Use it on the phone with the same account.',
    ],
    who: 'you',
    places: ['connectors', 'add-custom'],
    guide: 'mobile',
    code: 'account.mobile-cannot-add',
    confidence: 'possible',
    facts: ['mobile-connectors', 'connected-once-works-everywhere', 'custom-connectors-no-beta'],
  },
  {
    ...organizations,
    goals: ['add-on-mobile'],
    possible: 'limited',
    answer:
      'Connectors of an organization are added by an Owner, on the web. Once you have connected to one, it works on the phone too.',
    steps: [
      'Have an Owner add it in Organization settings > Connectors, or add it there if you are one.',
      'Connect it for yourself at claude.ai, or on the phone.',
      'Use it on the phone with the same account.',
    ],
    who: 'owner',
    places: ['organization-connectors', 'connectors'],
    guide: 'mobile',
    code: 'account.mobile-cannot-add',
    confidence: 'possible',
    facts: ['owner-adds-for-organization', 'mobile-connectors', 'connected-once-works-everywhere'],
  },
  {
    plans: ['pro', 'max', 'team', 'enterprise'],
    roles: ['alone', 'member', 'owner', 'library-manager'],
    hasCustom: null,
    goals: ['use-in-claude-code'],
    possible: 'yes',
    answer:
      'Claude Code shows your account’s connectors when it is signed in with your claude.ai subscription, and not when it works with an API key.',
    steps: [
      'In Claude Code, type /status and look how it is signed in; type /login to sign in with your claude.ai account.',
      'Type /mcp: the connectors of your account stand there.',
      'With an API key, add the server to Claude Code itself with “claude mcp add”.',
    ],
    who: 'you',
    places: ['connectors'],
    guide: 'claude-code',
    code: null,
    confidence: null,
    facts: ['claude-code-shows-connectors', 'claude-code-check-login', 'claude-code-adds-servers'],
  },
  {
    ...personal,
    goals: ['use-in-claude-code'],
    possible: 'limited',
    answer:
      'Connectors of an account appear in Claude Code when it is signed in with a claude.ai subscription. Without one, the server is added to Claude Code itself.',
    steps: ['Add the server to Claude Code with “claude mcp add”, or change to a paid plan and sign in with it.'],
    who: 'you',
    places: ['connectors'],
    guide: 'claude-code',
    code: null,
    confidence: null,
    facts: ['claude-code-shows-connectors', 'claude-code-adds-servers'],
  },
];
