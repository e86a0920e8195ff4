import type { Question } from '../question.ts';

/** What connectors are, and who has them. */
export const aboutConnectorsQuestions = {
  'what-are-connectors': {
    number: 53,
    question: 'What are connectors?',
    alsoAsked: [
      'What are Claude Connectors?',
      'What data can Claude access through connectors?',
      'What can Claude access?',
    ],
    answer:
      'A connector links Claude to another service, so that Claude can look things up there and, where you allow it, do things for you. It reaches what its tools offer and what your own account at that service may see, and nothing else. Technically, every connector is an MCP server.',
    steps: [],
    places: ['directory', 'connectors-docs'],
    guides: [],
    facts: ['connectors-reach-what-you-may', 'tool-permissions', 'mcp-open-standard'],
    isAnswered: true,
  },
  'plans-with-connectors': {
    number: 1,
    question: 'What plans support connectors?',
    alsoAsked: [
      'Which Claude plan types can access connectors?',
      'Which plan types can access?',
      'Is there a connector limit on Free?',
    ],
    answer:
      'All of them, Free included. That also holds for custom connectors, the ones you add by their address, which are no longer a beta; on Free you can have one of these. No other limit on their number is written anywhere that we could read.',
    steps: [],
    places: ['connectors'],
    guides: ['custom-on-free'],
    facts: [
      'directory-connectors-all-plans',
      'custom-connectors-per-plan',
      'custom-connectors-no-beta',
      'no-limit-of-connectors-found',
    ],
    isAnswered: true,
  },
  'what-is-mcp': {
    number: 2,
    question: 'What is MCP?',
    alsoAsked: ['What is the Model Context Protocol?', 'What are remote MCP servers?'],
    answer:
      'MCP is a common language in which AI apps and other services talk: over it, Claude uses a service’s tools and data. The letters stand for Model Context Protocol, which is an open standard. Whatever Claude calls a connector is an MCP server.',
    steps: [],
    places: ['mcp-website'],
    guides: [],
    facts: ['mcp-open-standard'],
    isAnswered: true,
  },
  'connectors-on-mobile': {
    number: 3,
    question: 'Can I use connectors on mobile?',
    alsoAsked: ['Are connectors and MCP Apps available on mobile?', 'Can I add connectors on iOS or Android?'],
    answer:
      'Yes, Claude for iOS and Android can use them, also those that show screens of their own in the chat. Adding one there is still a beta, so custom connectors are better added on the web or in Claude Desktop. What you connected there is in the app the next time you sign in.',
    steps: [
      'On a computer, open Customize > Connectors and connect the service.',
      'In the app, sign in with the same account.',
      'In a chat, press “+”, then Connectors, and switch the connector on.',
    ],
    places: ['connectors'],
    guides: ['mobile'],
    facts: ['mobile-connectors', 'interactive-connectors', 'connected-once-works-everywhere'],
    isAnswered: true,
  },
  'standard-or-interactive': {
    number: 54,
    question: 'What is the difference between a standard and an interactive connector?',
    alsoAsked: ['Standard connector vs interactive connector', 'What is an interactive Claude Connector?'],
    answer:
      'A standard connector hands Claude data, and Claude puts them into its own words. An interactive one also shows screens in the chat that you can click, such as a board or a chart. The directory marks it with an Interactive badge.',
    steps: [],
    places: ['directory', 'interactive-connectors-help'],
    guides: [],
    facts: ['interactive-connectors'],
    isAnswered: true,
  },
  'directory-or-custom': {
    number: 23,
    question: 'What is the difference between a directory connector and a custom connector?',
    alsoAsked: ['Directory connector vs custom connector'],
    answer:
      'Technically none: both run on the same infrastructure. A directory connector is listed by Anthropic, marked Verified or Community, and found by name; a custom one is added by its address, and nobody at Anthropic has looked at it, so add only servers of people you trust. Neither mark is a security audit.',
    steps: [],
    places: ['directory-docs', 'add-unlisted-docs'],
    guides: [],
    facts: [
      'directory-or-custom',
      'verified-and-community',
      'adding-needs-no-approval-by-anthropic',
      'trust-before-adding',
    ],
    isAnswered: true,
  },
  'what-is-the-directory': {
    number: 26,
    question: 'What is the Connectors Directory?',
    alsoAsked: ['Where is the Connectors Directory?', 'What connectors are available?'],
    answer:
      'It is one catalog of connectors for all of Claude: the web, Claude Desktop, the mobile apps, Cowork and Claude Code. You can open it at claude.ai/directory or with “+” under Customize > Connectors. Its order follows how much connectors are used.',
    steps: [],
    places: ['directory', 'connectors'],
    guides: [],
    facts: ['directory-catalog', 'directory-places', 'manage-connectors-place', 'ranking-by-use'],
    isAnswered: true,
  },
  'first-party-in-directory': {
    number: 24,
    question: 'Are first-party connectors like Gmail and Slack in the directory?',
    alsoAsked: ['Is Gmail in the directory?', 'Is Slack in the directory?'],
    answer:
      'We do not know: Anthropic’s FAQ has this question, but its answer could not be read when this was written. What is known is that the help center links to pages about Slack, Google and Microsoft 365. The FAQ itself is the page to ask.',
    steps: [],
    places: ['connectors-faq', 'directory', 'connectors-docs'],
    guides: [],
    facts: ['first-party-listing-not-found'],
    isAnswered: false,
  },
} as const satisfies Readonly<Record<string, Question>>;
