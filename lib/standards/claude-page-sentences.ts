/**
 * A sentence that Claude's pages show, by the part of it that stays the same. Phrases are lower case with straight quotes; `<name>`
 * stands for the connector's name, within the line and at most 120 characters long.
 */
export interface PageSentence {
  readonly phrases: readonly string[];
  /** The line must hold nothing else: words so common that they mean this only when they stand alone. */
  readonly alone?: true;
  /** Shown on a page of its own that has neither menu nor composer. */
  readonly barePage?: true;
}

/**
 * What Claude's web pages show when a connector fails, as users reported it until 2026-09, the most telling first. Localized forms stand
 * where they were seen; any other text is recognized by its reference id. What a page says in passing (“Checking connection…”, “You are
 * not connected to … yet”) is no error and is left out.
 */
export const connectorSentences = {
  'oauth-callback-method': { phrases: ['"type":"invalid_request_error","message":"method not allowed"'] },
  'tool-name': { phrases: ['frontendremotemcptooldefinition.name: string should match'] },
  'tool-properties': {
    phrases: ['frontendremotemcptooldefinition.input_schema.properties: input should be a valid dictionary'],
  },
  'tool-combinator': { phrases: ['input_schema does not support oneof, allof, or anyof at the top level'] },
  'tool-property-name': { phrases: ['input_schema.properties: property keys should match'] },
  reverted: {
    phrases: [
      'your account was authorized but the integration rejected the credentials',
      'your account was authorized, but the integration rejected the credentials',
    ],
  },
  'no-server': { phrases: ['no mcp server was found at the provided url'] },
  register: {
    phrases: [
      "couldn't register with <name>'s sign-in service",
      "impossible de s'inscrire auprès du service de connexion de <name>.",
      "impossible de s'inscrire auprès du service de connexion",
      'impossibile registrarsi con il servizio di accesso di <name>.',
      'impossibile registrarsi con il servizio di accesso',
    ],
  },
  'authorization-failed': { phrases: ['authorization with <name> failed'] },
  reach: {
    phrases: [
      "couldn't reach the mcp server",
      'unable to reach mcp <name>. you can check',
      'there was an error connecting to <name>. please check your server url',
    ],
  },
  connect: { phrases: ["couldn't connect to the server. check that the url"] },
  'connection-issue': { phrases: ['this connector has a server configuration issue'] },
  'authentication-failed': { phrases: ['authentication failed. you can try connecting again'] },
  'not-finished': { phrases: ["you started connecting to <name> but didn't finish"] },
  'no-localhost': { phrases: ['localhost urls cannot be used because'] },
  'must-be-https': { phrases: ["url must start with 'https'", "url muss mit 'https' beginnen"] },
  expired: { phrases: ['connection has expired'] },
  'entra-resource': { phrases: ['aadsts9010010', 'aadsts500011'] },
  'start-failed': { phrases: ["couldn't connect", 'no se pudo conectar'], alone: true },
} as const satisfies Readonly<Record<string, PageSentence>>;

/** What they show when no connector is at fault: plans, limits, accounts, Claude itself. */
export const otherSentences = {
  duplicate: { phrases: ['a server with this url already exists'] },
  'start-refused': { phrases: ['failed to start mcp authorization'] },
  'app-capabilities': { phrases: ['client server capabilities not available'] },
  'corporate-identity': { phrases: ['this corporate identity belongs to an enterprise'] },
  'missing-permissions': { phrases: ['missing permissions'], alone: true },
  'google-policy': { phrases: ["your institution's admin needs to review"] },
  'google-reconnect': { phrases: ['you may need to reconnect with your google'] },
  'entra-policy': { phrases: ['aadsts53003', 'aadsts70043', 'aadsts50076'] },
  directory: { phrases: ['could not load connectors directory'] },
  incident: { phrases: ['claude will return soon', 'experiencing a temporary service disruption'], barePage: true },
  'plan-limit': { phrases: ['5-hour limit reached', 'approaching 5-hour limit', 'approaching your 5-hour limit'] },
  'length-limit': { phrases: ['your message will exceed the length limit'] },
  capacity: { phrases: ['due to unexpected capacity constraints'] },
} as const satisfies Readonly<Record<string, PageSentence>>;

export type ConnectorSentenceId = keyof typeof connectorSentences;
export type OtherSentenceId = keyof typeof otherSentences;
