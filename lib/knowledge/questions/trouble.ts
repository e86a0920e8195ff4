import type { Question } from '../question.ts';

/** When something does not work. */
export const troubleQuestions = {
  'connector-not-working': {
    number: 12,
    question: 'Why isn’t my connector working?',
    alsoAsked: ['Troubleshoot connection issues', 'Connector broken', 'What should I do when a connector fails?'],
    answer:
      'Often the sign-in has run out, the service is down, your rights there have changed, or an extension of your browser stops a request. With a custom connector it may also be that Anthropic’s cloud cannot reach the server. Disconnecting and connecting again helps in the first case; a check of the address shows the last.',
    steps: [
      'See on Claude’s status page, and on the service’s own, whether something is down.',
      'Open Customize > Connectors, disconnect the connector and connect it again.',
      'Check the connector’s address here.',
      'If it stays broken, copy the reference that begins with ofid_ and report it soon: it can be traced only for a while.',
    ],
    places: ['connectors', 'status', 'tracker'],
    guides: ['reconnect', 'sign-in-again', 'report-to-support'],
    facts: ['common-connection-causes', 'server-must-be-public', 'status-page', 'reference-expires', 'public-tracker'],
    isAnswered: true,
  },
  'custom-connector-times-out': {
    number: 13,
    question: 'Custom connector not connecting or timing out?',
    alsoAsked: ['Custom connector not connecting', 'Custom connector timing out'],
    answer:
      'Claude’s cloud calls your server, not your computer, even when you use Claude Desktop. So the server has to be reachable from the public internet, by https and over IPv4, and a firewall has to let in 160.79.104.0/21. Users found that only port 443 is reached; no official page that could be read says so. A server inside a private network needs an MCP tunnel, a public address, or has to run as a local server.',
    steps: [
      'Check the connector’s address here: the check asks from the public internet as far as your computer is outside of the server’s network.',
      'Let Anthropic’s addresses through the firewall, in front of the server and of its sign-in service.',
    ],
    places: ['custom-connectors-help', 'addresses-docs', 'tunnels-docs'],
    guides: ['firewall', 'private-host', 'local-server'],
    facts: [
      'calls-from-anthropic-cloud',
      'server-must-be-public',
      'https-only',
      'only-port-443',
      'public-ipv4-needed',
      'firewall-allow-addresses',
      'outbound-addresses',
      'mcp-tunnels',
      'desktop-extension-is-local',
    ],
    isAnswered: true,
  },
  'directory-does-not-load': {
    number: 14,
    question: 'Could not load connectors directory?',
    alsoAsked: ['How do I fix "could not load connectors directory" in Claude?', 'Could Not Load Connectors Directory'],
    answer:
      'No official page about this message could be found. Look at status.claude.com first; then reload, try a window without extensions, another browser or another network, and empty the cache. If it stays, write to support.',
    steps: [
      'See on Claude’s status page whether something is down.',
      'Reload the page, then try it without extensions.',
      'Try another browser or network, and empty the browser’s cache.',
      'Write to support with Get help in the menu of your account.',
    ],
    places: ['status', 'directory', 'support'],
    guides: ['directory-not-loading', 'report-to-support'],
    facts: ['directory-not-loading', 'status-page', 'get-help-menu'],
    isAnswered: true,
  },
  'address-allowlist': {
    number: 38,
    question: 'Can we use IP allowlisting to restrict MCP server access to Claude users only?',
    alsoAsked: [
      'IP allowlisting for access control',
      'IP allowlisting isn’t working. How do we debug connection issues?',
      'Debugging an IP allowlist',
    ],
    answer:
      'Yes for Claude’s own apps, since they call from known addresses; Claude Code is shut out, as it calls from people’s computers. The addresses can change, and OAuth protects better. If the connection fails, take the list away for a moment: if it works then, the list is at fault.',
    steps: [
      'Remove the list for a moment and connect.',
      'If that works, put 160.79.104.0/21 into the list and remove addresses that are no longer used.',
    ],
    places: ['addresses-docs'],
    guides: ['firewall'],
    facts: [
      'allowlist-as-access-control',
      'outbound-addresses',
      'phased-out-addresses',
      'claude-code-calls-from-computer',
    ],
    isAnswered: true,
  },
  'where-calls-come-from': {
    number: 32,
    question: 'Where does MCP server communication happen - client-side or Anthropic servers?',
    alsoAsked: ['Where does communication happen?', 'Does Claude Desktop connect from my computer?'],
    answer:
      'On the web, in Claude Desktop, in Cowork and on phones, Anthropic’s cloud calls the server. Your own computer does it for servers that you added in Claude Code, and for local servers.',
    steps: [],
    places: ['custom-connectors-help'],
    guides: ['private-host'],
    facts: ['calls-from-anthropic-cloud', 'claude-code-calls-from-computer'],
    isAnswered: true,
  },
  'addresses-of-anthropic': {
    number: 25,
    question: 'What IP range does Anthropic call my server from?',
    alsoAsked: ['Which IP range?', '160.79.104.0/21', 'Anthropic IP addresses'],
    answer:
      'From 160.79.104.0/21, for MCP calls and for the sign-in’s own requests alike. Some older addresses are no longer used and should leave your lists.',
    steps: [],
    places: ['addresses-docs'],
    guides: ['firewall'],
    facts: ['outbound-addresses', 'phased-out-addresses', 'firewall-allow-addresses'],
    isAnswered: true,
  },
} as const satisfies Readonly<Record<string, Question>>;
