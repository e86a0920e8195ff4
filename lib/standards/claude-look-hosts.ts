/** The host patterns that a look at this browser asks to be allowed. */
export const browserLookOrigins: readonly string[] = ['https://claude.ai/*', 'https://*.anthropic.com/*'];

/** Claude's status page in Statuspage's JSON form, asked by the person's word alone. */
export const statusPage = {
  page: 'https://status.claude.com/',
  summary: 'https://status.claude.com/api/v2/summary.json',
  origin: 'https://status.claude.com/*',
} as const;
