import type { Question } from '../question.ts';

/** Connectors of one’s own. */
export const customQuestions = {
  'build-a-connector': {
    number: 15,
    question: 'Can I build my own connector?',
    alsoAsked: ['How do I build a Claude Connector?', 'Build your own connector'],
    answer:
      'Yes. Build an MCP server that speaks Streamable HTTP, put it at a public https address, and add it to Claude by that address. It can offer tools, prompts and resources; sampling and subscriptions are not used.',
    steps: [],
    places: ['building-docs', 'mcp-website'],
    guides: [],
    facts: ['build-own-connector', 'transports', 'features-supported', 'features-not-supported', 'https-only'],
    isAnswered: true,
  },
  'add-a-custom-connector': {
    number: 16,
    question: 'How do I add a custom connector?',
    alsoAsked: ['How do I add a custom connector to Claude?', 'Add custom connector', 'Remote MCP server URL'],
    answer:
      'On Free, Pro and Max you add it under Customize > Connectors, with its name and its address. On Team and Enterprise an Owner does that in Organization settings > Connectors, and members then press Connect. In a chat you switch it on with “+”, Connectors. By the newest page, name and address can be edited later; older ones say to remove it and add it again, as the sign-in settings need it in any case.',
    steps: [
      'Open Customize > Connectors, press “+” and choose Add custom connector; as an Owner, open Organization settings > Connectors and choose Add, Custom.',
      'Enter a name and the https address of the server.',
      'Enter a client ID under Advanced settings only if the service gave you one.',
      'Press Add, then Connect, and sign in.',
    ],
    places: ['connectors', 'add-custom', 'organization-connectors'],
    guides: ['custom-on-free', 'enable-for-organization', 'missing-in-chat'],
    facts: [
      'manage-connectors-place',
      'organization-connectors-place',
      'owner-adds-for-organization',
      'custom-connectors-per-plan',
      'enable-per-chat',
      'prefilled-add-dialog',
      'own-client-id',
      'edit-custom-connector',
    ],
    isAnswered: true,
  },
  'remote-or-local': {
    number: 22,
    question: 'Should I build a remote or local server?',
    alsoAsked: ['Remote or local server?'],
    answer:
      'A remote one, as a rule: it works wherever Claude does, and it is what the directory takes. Choose a local one (.mcpb) if it needs files or programs of the person’s own computer; it then works in Claude Desktop and Claude Code, and is no longer listed by itself.',
    steps: [],
    places: ['building-docs', 'desktop-or-web-help'],
    guides: ['local-server'],
    facts: ['server-runs-remote', 'desktop-extension-is-local', 'desktop-extensions-for-all', 'local-listings-ended'],
    isAnswered: true,
  },
  'sse-or-streamable-http': {
    number: 49,
    question: 'Is SSE transport acceptable, or must we use Streamable HTTP?',
    alsoAsked: ['SSE or Streamable HTTP?', 'Is SSE deprecated?'],
    answer:
      'Use Streamable HTTP. The older SSE transport still works for now, and is on its way out; an address that ends in /sse selects it.',
    steps: [],
    places: ['building-docs'],
    guides: [],
    facts: ['transports', 'sse-by-address', 'sse-fallback-status'],
    isAnswered: true,
  },
  'server-instructions': {
    number: 50,
    question: 'Can we add server-level descriptions or only tool-level descriptions?',
    alsoAsked: ['Server-level descriptions', 'Server instructions'],
    answer:
      'Descriptions of single tools count everywhere. A text about the whole server is read by Claude Code, up to 2 KB; on the web and in Claude Desktop it was not read, says a page of early 2026, and nothing newer could be found. So put what Claude must know into each tool’s description.',
    steps: [],
    places: ['building-docs', 'connectors-faq'],
    guides: [],
    facts: ['server-instructions-unused', 'server-instructions-claude-code'],
    isAnswered: true,
  },
  'change-the-icon': {
    number: 46,
    question: 'How do we update our connector’s icon?',
    alsoAsked: ['Icon', 'Favicon', 'Wrong icon'],
    answer:
      'A listed connector shows the icon of its listing, which you change in the developer portal. A custom one shows the favicon that Google has for its domain, and keeps the one of the day on which it was added: change the favicon, wait until Google has the new one, then remove the connector and add it again.',
    steps: [
      'Change the favicon of the domain and wait until Google’s favicon service shows the new one.',
      'Remove the connector and add it again.',
    ],
    places: ['developer-portal', 'connectors'],
    guides: ['icon-not-shown'],
    facts: ['directory-icon', 'custom-connector-icon', 'server-icons-unused'],
    isAnswered: true,
  },
} as const satisfies Readonly<Record<string, Question>>;
