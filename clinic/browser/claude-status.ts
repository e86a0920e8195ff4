import type { Json } from '../../lib/kernel/json.ts';

/** What a page of Statuspage gives out as `/api/v2/summary.json`, as far as it matters here. */
export interface StatusSummary {
  readonly [member: string]: Json;
  readonly incidents: readonly Json[];
  readonly scheduled_maintenances: readonly Json[];
}

const components = ['claude.ai', 'Claude API (api.anthropic.com)', 'Claude Code'].map((name, place) => ({
  id: `component${String(place + 1)}`,
  name,
  status: 'operational',
}));

/** Everything works. */
export const calmStatus: StatusSummary = {
  page: {
    id: 'standin00000',
    name: 'Claude',
    url: 'https://status.claude.com',
    time_zone: 'Etc/UTC',
    updated_at: '2026-11-21T09:00:00.000Z',
  },
  status: { indicator: 'none', description: 'All Systems Operational' },
  components,
  incidents: [],
  scheduled_maintenances: [],
};

/** Claude’s web app is disturbed. */
export function statusWithIncident(title: string): StatusSummary {
  const [web] = components;
  const incident = {
    id: 'incident1',
    name: title,
    status: 'investigating',
    impact: 'major',
    created_at: '2026-11-21T09:30:00.000Z',
    started_at: '2026-11-21T09:30:00.000Z',
    updated_at: '2026-11-21T09:40:00.000Z',
    resolved_at: null,
    shortlink: 'https://stspg.io/standin',
    incident_updates: [
      {
        id: 'update1',
        status: 'investigating',
        body: 'We are looking into it.',
        created_at: '2026-11-21T09:40:00.000Z',
        affected_components: [
          { code: 'component1', name: 'claude.ai', old_status: 'operational', new_status: 'major_outage' },
        ],
      },
    ],
    components: [{ ...web, status: 'major_outage' } as Json],
  };
  return {
    ...calmStatus,
    status: { indicator: 'major', description: 'Partial System Outage' },
    components: components.map((component) => ({ ...component, ...(component === web && { status: 'major_outage' }) })),
    incidents: [incident],
  };
}
