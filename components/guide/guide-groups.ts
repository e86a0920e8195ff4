import type { GuideId } from '../../lib/guides/guide-id.ts';
import { guideIds } from '../../lib/guides/guide-id.ts';
import { msg } from '../../lib/i18n/say.ts';

type Group = 'claude' | 'organization' | 'server';

/** All guides in three groups, by what somebody has to do with them; each is in one. */
export function guideGroups(): readonly { readonly title: string; readonly ids: readonly GuideId[] }[] {
  return (['claude', 'organization', 'server'] as const).map((group) => ({
    title: titles[group],
    ids: guideIds.filter((id) => groupOf[id] === group),
  }));
}

const titles: Readonly<Record<Group, string>> = {
  claude: msg('You use Claude'),
  organization: msg('Your organization'),
  server: msg('You run a server'),
};

const groupOf: Readonly<Record<GuideId, Group>> = {
  reconnect: 'claude',
  'directory-not-loading': 'claude',
  'missing-in-chat': 'claude',
  'sign-in-again': 'claude',
  'consent-page-stuck': 'claude',
  'custom-on-free': 'claude',
  'enable-for-organization': 'organization',
  'member-cannot-add': 'organization',
  'corporate-identity': 'organization',
  'microsoft-365-approval': 'organization',
  'google-workspace-approval': 'organization',
  'tool-blocked': 'claude',
  'private-projects': 'claude',
  mobile: 'claude',
  'claude-code': 'claude',
  'local-server': 'server',
  'private-host': 'server',
  firewall: 'server',
  'slow-or-large-results': 'claude',
  'icon-not-shown': 'server',
  'duplicate-entry': 'claude',
  'change-url-or-credentials': 'claude',
  'report-to-support': 'claude',
};
