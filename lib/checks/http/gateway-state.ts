import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { edgeOf } from './edge-marks.ts';

/** What else was asked of the same server. */
export type BesideSeen = {
  readonly [K in 'discover' | 'slash-form' | 'user-agents']: Observation<EvidenceMap[K]>;
};

/**
 * What a gateway's error says of the app behind it.
 * - `flapping`: other requests were answered, `beside` is one of them. `maintenance`: the page says so.
 * - `unavailable`: a 503 of nobody knows whom. `behind`: the app did not answer the gateway.
 */
export interface GatewayState {
  readonly state: 'flapping' | 'maintenance' | 'unavailable' | 'behind';
  readonly beside: Exchange | undefined;
}

/** Reads a gateway's error together with what the other requests of the run met. */
export function gatewayState(seen: BesideSeen, exchange: ResponseExchange): GatewayState {
  const beside = answeredBeside(seen, exchange);
  if (beside) return { state: 'flapping', beside };
  if (isMaintenance(exchange)) return { state: 'maintenance', beside };
  return { state: exchange.status === 503 && !edgeOf(exchange) ? 'unavailable' : 'behind', beside };
}

/** True for a 503 whose page speaks of maintenance. */
export function isMaintenance({ status, body }: ResponseExchange): boolean {
  return status === 503 && /\bmaintenance\b/i.test(body.slice(0, 16_384));
}

function answeredBeside(seen: BesideSeen, failed: ResponseExchange): Exchange | undefined {
  const repeats = observed(seen['user-agents'])?.repeats ?? [];
  const slash = observed(seen['slash-form']);
  const others = [
    observed(seen.discover)?.exchange,
    // Nothing need be at the other address, so that only MCP itself shows the app there.
    slash?.reply.kind === 'result' ? slash.exchange : undefined,
    ...repeats.flatMap(({ what, exchange }) => (what === 'mcp' ? [exchange] : [])),
  ];
  return others.find((exchange) => exchange !== failed && isAnsweredByApp(exchange));
}

function isAnsweredByApp(exchange: Exchange | undefined): boolean {
  if (exchange?.kind !== 'response' || edgeOf(exchange)) return false;
  return exchange.status < 500 && exchange.status !== 429;
}
