/** Addresses that the icon checks rest on. */
export const sources = {
  /** Questions and answers of the directory; retired since, and the last official word on how icons are found. */
  directoryQuestions: 'https://support.claude.com/en/articles/11596036-anthropic-connectors-directory-faq',
  registrableDomain: claudeIssue(152),
  serverIconsUnread: claudeIssue(148),
  publicSuffix: claudeIssue(838),
  frozen: claudeIssue(882),
  specification: 'https://modelcontextprotocol.io/specification/2025-11-25/basic/index#icons',
  favicons: 'https://developers.google.com/search/docs/appearance/favicon-in-search',
  contrast: 'https://www.w3.org/TR/WCAG22/#non-text-contrast',
  linkIcon: 'https://html.spec.whatwg.org/multipage/links.html#rel-icon',
  suffixList: 'https://publicsuffix.org/list/',
} as const;

function claudeIssue(number: number): string {
  return `https://github.com/anthropics/claude-ai-mcp/issues/${number}`;
}
