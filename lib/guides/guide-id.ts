/** Every guide, in the order in which they are listed. An id stands in links and reports, so it never changes its meaning. */
export const guideIds = [
  'reconnect',
  'directory-not-loading',
  'missing-in-chat',
  'sign-in-again',
  'consent-page-stuck',
  'custom-on-free',
  'enable-for-organization',
  'member-cannot-add',
  'corporate-identity',
  'microsoft-365-approval',
  'google-workspace-approval',
  'tool-blocked',
  'private-projects',
  'mobile',
  'claude-code',
  'local-server',
  'private-host',
  'firewall',
  'slow-or-large-results',
  'icon-not-shown',
  'duplicate-entry',
  'change-url-or-credentials',
  'report-to-support',
] as const;

export type GuideId = (typeof guideIds)[number];
