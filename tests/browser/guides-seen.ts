import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { Reader } from '../../lib/guides/guide.ts';

/**
 * The steps of each guide that are ticked by what we see ourselves, for a connector that works without a sign-in. All others that could be
 * seen do not concern such a connector, want a word of the person’s first, or are really found: those must stay unticked.
 */
export const seenSteps: Readonly<Record<GuideId, Readonly<Partial<Record<Reader, readonly string[]>>>>> = {
  reconnect: { user: ['open-connectors', 'connect'] },
  'directory-not-loading': { user: ['status', 'reload', 'look-at-browser', 'other-network', 'cache'] },
  'missing-in-chat': { user: ['new-chat', 'check'] },
  'sign-in-again': { user: ['look-at-browser', 'check-connector', 'open-connectors', 'connect'], author: ['check'] },
  'consent-page-stuck': { user: ['look-at-browser', 'begin-anew'], author: [] },
  'custom-on-free': { user: ['connect'] },
  'enable-for-organization': { user: ['connect'], owner: ['open-organization', 'see-requests', 'connect'] },
  'member-cannot-add': { user: ['connect'], owner: ['open-organization'] },
  'corporate-identity': { user: ['connect-there'], owner: [] },
  'microsoft-365-approval': { user: ['reconnect'], owner: ['reconnect'] },
  'google-workspace-approval': { user: ['reconnect'], owner: ['reconnect'] },
  'tool-blocked': { user: ['open-connectors'], owner: ['open-organization'] },
  'private-projects': { user: ['private-project'] },
  mobile: { user: ['open-connectors', 'connect'] },
  'claude-code': { user: ['check'], author: ['check'] },
  'local-server': { user: ['use-address'], author: ['go-public'] },
  'private-host': { user: ['check'], author: ['tunnel', 'check'] },
  firewall: { user: ['check', 'try-in-claude'], author: ['login-wall', 'check', 'try-in-claude'] },
  'slow-or-large-results': { user: ['service-up'], author: ['lean-list'] },
  'icon-not-shown': { user: [], author: ['put-on-host'] },
  'duplicate-entry': { user: ['use-existing'], owner: [] },
  'change-url-or-credentials': {
    user: ['right-address', 'open-connectors', 'connect'],
    owner: ['right-address', 'open-organization', 'connect'],
  },
  'report-to-support': { user: ['status', 'check'], author: ['status', 'check'] },
};
