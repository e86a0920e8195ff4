/**
 * Google's favicon service, where Claude takes the icons of custom connectors from. It leads to `t*.gstatic.com/faviconV2`, and answers
 * 404 with a globe for a domain of which it knows no icon.
 * @see https://github.com/anthropics/claude-ai-mcp/issues/152
 */
export const faviconService = {
  name: 'Google’s favicon service',
  url: 'https://www.google.com/s2/favicons',
  leadsTo: [0, 1, 2, 3].map((number) => `https://t${number}.gstatic.com/faviconV2`),
} as const;

/** The size in pixels at which Claude was seen to ask. */
export const claudeIconSize = 64;

/**
 * The sizes in pixels that the directory's questions and answers tell authors to look at.
 * @see https://support.claude.com/en/articles/11596036-anthropic-connectors-directory-faq
 */
export const iconSizes: readonly number[] = [16, 32, 48, 64, 96, 128];
