import type { EvidenceKey, EvidenceMap } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { Observation } from '../../kernel/observation.ts';

/** What probes brought back, as far as a report holds it: a report of an earlier version knows fewer keys. */
export type ObservationsByKey = { readonly [K in EvidenceKey]?: Observation<EvidenceMap[K]> };

/** Evidence that is nested deeper than this is foreign (a tool's schema, a metadata document), and is cut there. */
const maxDepth = 100;

/**
 * Writes observations as JSON in which every exchange that stands in `exchanges` is replaced by `{ "exchange": "e3" }`.
 * Foreign JSON that looks like such a reference is wrapped as `{ "literal": … }`, so that reading gives back exactly what was written.
 */
export function dehydrateEvidence(observations: ObservationsByKey, exchanges: readonly Exchange[]): Json {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  return dehydrate(observations, byId, 0);
}

/**
 * Reads what `dehydrateEvidence` wrote. Never throws: an observation that is no observation, or that refers to an exchange that is
 * not there, becomes `crashed` with the reason.
 */
export function hydrateEvidence(evidence: Json, exchanges: readonly Exchange[]): ObservationsByKey {
  if (!isJsonObject(evidence)) return {};
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const entries = Object.entries(evidence).map(([key, value]) => [key, observation(value, byId)]);
  return Object.fromEntries(entries) as ObservationsByKey;
}

/** Ids of exchanges that evidence refers to and that are not there, each once. */
export function missingExchanges(evidence: Json, exchanges: readonly Exchange[]): readonly string[] {
  const known = new Set(exchanges.map((exchange) => exchange.id));
  const missing = new Set<string>();
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > maxDepth) return;
    if (isReference(value)) {
      if (!known.has(value.exchange)) missing.add(value.exchange);
      return;
    }
    const members = isWrapping(value) ? value.literal : value;
    for (const member of Object.values(members)) look(member, depth + 1);
  };
  look(evidence, 0);
  return [...missing];
}

function dehydrate(value: unknown, byId: ReadonlyMap<string, Exchange>, depth: number): Json {
  if (typeof value !== 'object' || value === null) return scalar(value);
  if (depth > maxDepth) return '…';
  if (Array.isArray(value)) return value.map((item) => dehydrate(item, byId, depth + 1));
  const id = exchangeId(value, byId);
  if (id !== undefined) return { exchange: id };
  const copy = mapMembers(value, (member) => dehydrate(member, byId, depth + 1));
  return needsWrapping(copy) ? { literal: copy } : copy;
}

function scalar(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function exchangeId(value: object, byId: ReadonlyMap<string, Exchange>): string | undefined {
  if (!('kind' in value && 'requestHeaders' in value && 'id' in value)) return undefined;
  if (typeof value.id !== 'string') return undefined;
  const known = byId.get(value.id);
  // A server can put such an object into its answers: only what equals the recorded exchange is one.
  return known && sameJson(known, value) ? value.id : undefined;
}

/** Foreign objects that would be read as a reference, or as a wrapping. */
function needsWrapping(value: object): boolean {
  return isReference(value) || isWrapping(value);
}

function isReference(value: object): value is { exchange: string } {
  return Object.keys(value).length === 1 && 'exchange' in value && typeof value.exchange === 'string';
}

function isWrapping(value: object): value is { literal: object } {
  return Object.keys(value).length === 1 && 'literal' in value && isJsonObject(value.literal);
}

class UnknownExchange extends Error {}

function observation(value: Json, byId: ReadonlyMap<string, Exchange>): Observation<unknown> {
  if (!isJsonObject(value)) return notAnObservation;
  const { status, value: seen, because, error } = value;
  if (status === 'unavailable' && typeof because === 'string') return value as unknown as Observation<unknown>;
  if (status === 'crashed' && typeof error === 'string') return { status, error };
  if (status !== 'observed' || seen === undefined) return notAnObservation;
  try {
    return { status, value: hydrate(seen, byId, 0) };
  } catch (thrown) {
    if (thrown instanceof UnknownExchange) return { status: 'crashed', error: thrown.message };
    throw thrown;
  }
}

const notAnObservation: Observation<unknown> = { status: 'crashed', error: 'the report’s evidence is damaged here' };

function hydrate(value: Json, byId: ReadonlyMap<string, Exchange>, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maxDepth) return '…';
  if (Array.isArray(value)) return value.map((item: Json) => hydrate(item, byId, depth + 1));
  if (isReference(value)) return exchangeOf(value.exchange, byId);
  const wrapped = isWrapping(value) ? value.literal : value;
  return mapMembers(wrapped, (member) => hydrate(member as Json, byId, depth + 1));
}

function exchangeOf(id: string, byId: ReadonlyMap<string, Exchange>): Exchange {
  const exchange = byId.get(id);
  if (!exchange) throw new UnknownExchange(`the report’s evidence refers to an exchange that is not in it: ${id}`);
  return exchange;
}

// Object.fromEntries defines members, so that a foreign member named __proto__ stays a member.
function mapMembers<T>(value: object, map: (member: unknown) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, map(member)] as const])),
  );
}

function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(b, name) && sameJson((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
  );
}
