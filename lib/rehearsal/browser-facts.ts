import type { ConnectorFacts } from '../kernel/report.ts';

/** The facts of a report that is of no connector: nothing but how long it took, and how many requests were made. */
export function noConnectorFacts(totalMs: number, requests: number): ConnectorFacts {
  return {
    transport: null,
    protocol: { eras: [], versions: [], negotiated: null },
    server: null,
    auth: {
      mode: 'unknown',
      resourceMetadataUrl: null,
      authorizationServer: null,
      metadataUrl: null,
      registration: [],
      pkce: [],
      scopes: [],
      provider: null,
    },
    tools: null,
    resources: null,
    prompts: null,
    icons: { shown: null, google: [], site: [], server: [] },
    tls: null,
    dns: null,
    timing: { totalMs, requests, roundTrips: 0 },
  };
}
