import type { ClaimMatch, TokenClaims } from '../kernel/evidence-signed-in.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { canonicalResource } from './canonical-resource.ts';
import { parseBoundedJson } from './bounded-json.ts';

/** What an access token should say, as the run knows it. */
export interface ExpectedClaims {
  /** Resource identifiers that mean the connector. */
  readonly resources: readonly string[];
  readonly issuer: string;
  /** Unix time in milliseconds. */
  readonly now: number;
}

/** Clocks differ; what is off by less is no finding. Milliseconds. */
const clockLeeway = 60_000;

/**
 * Compares where a JWT is meant to be used with where we use it, so that the token itself need not be kept. Null for any other token.
 * The signature is not looked at.
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-2.2
 */
export function tokenClaims(token: string, expected: ExpectedClaims): TokenClaims | null {
  const claims = payloadOf(token);
  if (!claims) return null;
  return {
    audience: compared(audiences(claims['aud']), expected.resources),
    issuer: compared(texts(claims['iss']), [expected.issuer]),
    time: timeOf(claims, expected.now),
  };
}

function payloadOf(token: string): JsonObject | null {
  const [header, payload, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || rest.length !== 1) return null;
  const claims = decoded(payload);
  return isJsonObject(decoded(header)) && isJsonObject(claims) ? claims : null;
}

function decoded(part: string): Json {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const parsed = parseBoundedJson(new TextDecoder().decode(bytes));
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}

function audiences(claim: Json | undefined): readonly string[] {
  return Array.isArray(claim) ? claim.flatMap(texts) : texts(claim);
}

function texts(claim: Json | undefined): readonly string[] {
  return typeof claim === 'string' && claim !== '' ? [claim] : [];
}

function compared(found: readonly string[], ours: readonly string[]): ClaimMatch {
  if (found.length === 0) return 'missing';
  if (found.some((text) => ours.includes(text))) return 'ours';
  const known = new Set(ours.map(comparable));
  return found.some((text) => known.has(comparable(text))) ? 'alike' : 'other';
}

function comparable(text: string): string {
  return canonicalResource(text) ?? text;
}

function timeOf(claims: JsonObject, now: number): TokenClaims['time'] {
  const [ends, begins] = [claims['exp'], claims['nbf']];
  if (typeof ends === 'number' && ends * 1000 < now - clockLeeway) return 'expired';
  return typeof begins === 'number' && begins * 1000 > now + clockLeeway ? 'not-yet' : 'valid';
}
