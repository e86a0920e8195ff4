import { msg, say, sayCount } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { observedValue } from '../data/evidence-value.ts';

/** What was met at the address, in a few words; null when no server introduced itself. */
export function serverWords({ facts, evidence }: Report): string | null {
  const { server, transport, protocol, tools, auth } = facts;
  const listed = !listingFailed(evidence);
  const name = server?.title ?? server?.name;
  const parts = [
    name ? `${name}${server?.version ? ` ${server.version}` : ''}` : null,
    transport && say(transportWords[transport]),
    protocol.negotiated && `MCP ${protocol.negotiated}`,
    tools && (listed || tools.count > 0)
      ? sayCount(tools.count, { one: '{count} tool', other: '{count} tools' })
      : null,
    // A server whose listing fails may still ask for a sign-in there.
    listed || auth.mode !== 'none' ? signInWordsOf(auth.mode) : null,
  ].filter((part) => part !== null);
  return transport === null ? null : parts.join(' · ');
}

/** What the sign-in service says of itself, in a few words; null when there was no metadata. */
export function signInServiceWords({ facts: { auth } }: Report): string | null {
  if (auth.metadataUrl === null) return null;
  const place = auth.authorizationServer ?? auth.metadataUrl;
  const registration = auth.registration.map((way) => way.toUpperCase());
  return [
    URL.canParse(place) && new URL(place).host !== '' ? new URL(place).host : place,
    registration.length > 0
      ? say('client registration: {ways}', { ways: registration.join(', ') })
      : say('client registration: none offered'),
    ...(auth.pkce.length > 0 ? [`PKCE ${auth.pkce.join(', ')}`] : []),
  ].join(' · ');
}

const signInWords: Readonly<Record<Report['facts']['auth']['mode'], string | null>> = {
  none: msg('no sign-in'),
  oauth: msg('OAuth sign-in'),
  partial: msg('sign-in for some tools'),
  static: msg('a fixed credential'),
  unknown: null,
};

const transportWords: Readonly<Record<NonNullable<Report['facts']['transport']>, string>> = {
  'streamable-http': 'Streamable HTTP',
  'http+sse': 'HTTP+SSE',
  both: msg('Streamable HTTP and HTTP+SSE'),
};

function signInWordsOf(mode: Report['facts']['auth']['mode']): string | null {
  const words = signInWords[mode];
  return words === null ? null : say(words);
}

function listingFailed(evidence: Report['evidence']): boolean {
  const listing = observedValue(evidence, 'listing') ?? observedValue(evidence, 'legacy-sse')?.['listing'];
  return isFailed(listing);
}

function isFailed(listing: unknown): boolean {
  const end = typeof listing === 'object' && listing !== null && 'end' in listing ? listing.end : undefined;
  return end === 'failed' || end === 'not-a-list';
}
