import type { FlightEvent, FlightHeader } from '../../../lib/interference/request-flight.ts';
import type { TabEvent } from '../../../lib/interference/watched-tabs.ts';

export const registry = 'https://api.anthropic.com/mcp-registry/v0/servers?limit=1';
export const claude = 'https://claude.ai';

/** A moment of Claude's page asking its directory; what is not named is as usual. */
export function moment(wish: Partial<TabEvent> & Pick<FlightEvent, 'moment'>): TabEvent {
  return {
    requestId: '1',
    tabId: 7,
    url: registry,
    type: 'xmlhttprequest',
    asker: claude,
    isPrerendered: false,
    status: null,
    headers: [],
    redirectUrl: null,
    ip: null,
    fromCache: false,
    failure: null,
    at: Date.parse('2026-11-21T12:00:00Z'),
    ...wish,
  };
}

export function headers(all: Readonly<Record<string, string>>): readonly FlightHeader[] {
  return Object.entries(all).map(([name, value]) => ({ name, value }));
}

/** A request that the server answers and nobody touches. */
export function answeredBy(status: number, wish: Partial<TabEvent> = {}): readonly TabEvent[] {
  return [
    moment({ ...wish, moment: 'begun' }),
    moment({ ...wish, moment: 'asking' }),
    moment({ ...wish, moment: 'sent' }),
    moment({ ...wish, moment: 'headers', status, headers: headers({ date: 'Sat, 21 Nov 2026 11:59:58 GMT' }) }),
    moment({ ...wish, moment: 'started', status, headers: headers({ date: 'Sat, 21 Nov 2026 11:59:58 GMT' }) }),
    moment({ ...wish, moment: 'completed', status, ip: '203.0.113.7' }),
  ];
}

/** A request that another extension stops. */
export function blocked(wish: Partial<TabEvent> = {}): readonly TabEvent[] {
  const failure = { reason: 'blocked-by-client', said: 'net::ERR_BLOCKED_BY_CLIENT' } as const;
  return [moment({ ...wish, moment: 'begun' }), moment({ ...wish, moment: 'failed', failure })];
}
