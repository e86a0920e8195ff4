/** A field of an issue form. `rendersCode`: what is typed there is shown as a block of code, so nothing in it is Markdown. */
export interface TrackerFormField {
  readonly id: TrackerFieldId;
  readonly kind: 'input' | 'dropdown' | 'textarea';
  readonly required: boolean;
  /** The heading under which the issue shows it. */
  readonly heading: string;
  /** What a dropdown takes, letter by letter. */
  readonly options?: readonly string[];
  readonly rendersCode?: true;
}

export interface TrackerForm {
  /** The file name by which an address opens it. */
  readonly template: string;
  readonly fields: readonly TrackerFormField[];
}

export const trackerFieldIds = [
  'server-url',
  'connection-method',
  'where',
  'transport',
  'client-registration',
  'sse-fallback',
  'timestamp',
  'browser-os',
  'description',
  'error-details',
  'expected',
  'server-logs',
  'additional',
] as const;

/** Both forms together. */
export type TrackerFieldId = (typeof trackerFieldIds)[number];

/** For those who run a server, and for everybody else. */
export const trackerFormNames = ['developer', 'user'] as const;

export type TrackerFormName = (typeof trackerFormNames)[number];

/** The public tracker of connector problems. */
export const tracker = {
  newIssue: 'https://github.com/anthropics/claude-ai-mcp/issues/new',
  issues: 'https://github.com/anthropics/claude-ai-mcp/issues',
  /** Day of the version of the forms that stands below, RFC 3339 full-date. @see https://github.com/anthropics/claude-ai-mcp/tree/main/.github/ISSUE_TEMPLATE */
  formsAsOf: '2026-02-06',
} as const;

/** Where in Claude it happens. The forms differ in the name of the authorization screen. */
export const whereOptions = {
  connect: 'When pressing the Connect button',
  authorizationOfServer: 'In the authorization screen from my server',
  authorization: 'In the authorization screen',
  back: 'When auth finishes and redirects back to Claude.ai',
  conversation: 'During a conversation (after initial auth)',
  other: 'Other',
} as const;

export const transportOptions = {
  streamableHttp: 'streamable-http',
  sse: 'sse (deprecated)',
  stdio: 'stdio',
} as const;

export const registrationOptions = {
  none: 'My server does not have auth',
  dynamic: 'Dynamic Client Registration (DCR)',
  static: 'Static',
  openId: 'OpenID Connect Discovery (OIDC)',
} as const;

/** Whether a server that speaks SSE alone answers POST with 400, 404 or 405. */
export const fallbackOptions = {
  notApplicable: 'Not applicable (my server does not use SSE)',
  yes: 'Yes',
  no: 'No',
  notSure: 'Not sure',
} as const;

export const connectionOptions = {
  manual: 'From a custom connector URL I entered manually',
  directory: 'From browsing the MCP server directory',
} as const;

const timestamp = {
  id: 'timestamp',
  kind: 'input',
  required: true,
  heading: 'When did you last reproduce this?',
} as const;
const browserOs = { id: 'browser-os', kind: 'input', required: false, heading: 'Browser and OS' } as const;
const description = { id: 'description', kind: 'textarea', required: true, heading: 'Describe the issue' } as const;
const expected = { id: 'expected', kind: 'textarea', required: true, heading: 'Expected behavior' } as const;
const additional = { id: 'additional', kind: 'textarea', required: false, heading: 'Additional context' } as const;

/**
 * The issue forms that a problem of a connector goes to, in the order of their fields.
 * @see https://github.com/anthropics/claude-ai-mcp/tree/main/.github/ISSUE_TEMPLATE
 */
export const trackerForms: Readonly<Record<TrackerFormName, TrackerForm>> = {
  developer: {
    template: 'auth_connection_developer.yml',
    fields: [
      { id: 'server-url', kind: 'input', required: true, heading: 'MCP server URL' },
      {
        id: 'where',
        kind: 'dropdown',
        required: true,
        heading: 'Where does the issue occur?',
        options: [
          whereOptions.connect,
          whereOptions.authorizationOfServer,
          whereOptions.back,
          whereOptions.conversation,
          whereOptions.other,
        ],
      },
      {
        id: 'transport',
        kind: 'dropdown',
        required: true,
        heading: 'Transport used',
        options: Object.values(transportOptions),
      },
      {
        id: 'client-registration',
        kind: 'dropdown',
        required: true,
        heading: 'Client registration type',
        options: Object.values(registrationOptions),
      },
      {
        id: 'sse-fallback',
        kind: 'dropdown',
        required: true,
        heading: 'SSE only: Does your server return the expected status code for POST requests?',
        options: Object.values(fallbackOptions),
      },
      timestamp,
      browserOs,
      description,
      { id: 'error-details', kind: 'textarea', required: true, heading: 'Issue details', rendersCode: true },
      expected,
      { id: 'server-logs', kind: 'textarea', required: false, heading: 'Logs from your server', rendersCode: true },
      additional,
    ],
  },
  user: {
    template: 'auth_connection_user.yml',
    fields: [
      { id: 'server-url', kind: 'input', required: true, heading: 'MCP server URL or name' },
      {
        id: 'connection-method',
        kind: 'dropdown',
        required: true,
        heading: 'How are you connecting to this server?',
        options: Object.values(connectionOptions),
      },
      {
        id: 'where',
        kind: 'dropdown',
        required: true,
        heading: 'Where does the issue occur?',
        options: [
          whereOptions.connect,
          whereOptions.authorization,
          whereOptions.back,
          whereOptions.conversation,
          whereOptions.other,
        ],
      },
      timestamp,
      browserOs,
      description,
      { id: 'error-details', kind: 'textarea', required: true, heading: 'Error details', rendersCode: true },
      expected,
      additional,
    ],
  },
};

/**
 * So many characters an address may have for GitHub. It refuses more than 8,191, also after its sign-in page has put the address, encoded
 * once more, into its own; the rest is left for what that page adds.
 * @see https://github.com/github/docs/issues/5136
 * @see https://github.com/microsoft/vscode/issues/247979
 */
export const githubAddressLimit = 8_000;

/**
 * So many characters a mailto address may have to reach the usual mail programs whole; some take no more than 2,008.
 * @see https://www.rfc-editor.org/rfc/rfc6068
 */
export const mailAddressLimit = 1_900;
