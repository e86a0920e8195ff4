import type { Place } from './place.ts';

/** Pages that answers and guides open. */
export const places = {
  claude: { label: 'Claude', url: 'https://claude.ai/' },
  'new-chat': { label: 'A new chat', url: 'https://claude.ai/new' },
  connectors: { label: 'Customize > Connectors', url: 'https://claude.ai/customize/connectors' },
  'add-custom': {
    label: 'Add custom connector, filled in',
    url: 'https://claude.ai/customize/connectors?modal=add-custom-connector&connectorName={name}&connectorUrl={url}',
  },
  directory: { label: 'The directory of connectors', url: 'https://claude.ai/directory' },
  'organization-connectors': {
    label: 'Organization settings > Connectors',
    url: 'https://claude.ai/admin-settings/connectors',
  },
  'organization-notifications': {
    label: 'Organization settings > Notifications',
    url: 'https://claude.ai/admin-settings/notifications',
  },
  'developer-portal': { label: 'The developer portal', url: 'https://claude.ai/directory/manage' },
  status: { label: 'Claude’s status page', url: 'https://status.claude.com/' },
  tracker: {
    label: 'The public tracker of connector problems',
    url: 'https://github.com/anthropics/claude-ai-mcp/issues',
  },
  support: { label: 'How to get support', url: 'https://support.claude.com/en/articles/9015913-how-to-get-support' },
  'connectors-faq': {
    label: 'Questions about connectors, in the documentation',
    url: 'https://claude.com/docs/connectors/faq',
  },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceId = keyof typeof places;
