import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { DocumentAttempt, EvidenceMap } from '../../kernel/evidence.ts';
import { observed } from '../../kernel/observation.ts';
import { resourceMetadataUrls } from '../../parsing/well-known.ts';
import { selector, triedPlaces } from './attempt-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { discovery, discoveryUses, whyUnseen, type Discovery, type DiscoverySeen } from './discovery.ts';
import { namedByChallenge } from './named-address.ts';
import { gaveCredential, headerHint, hintOf } from './own-credential.ts';
import { fixInWords, providerValue } from './provider-fix.ts';
import { refusalText, speaksOfToken } from './sign-in-words.ts';
import { claudeIssue, sources } from './sources.ts';

type Seen = DiscoverySeen & { readonly typed: EvidenceMap['typed'] };

type Code =
  'auth.prm-not-found' | 'auth.default-endpoints-only' | 'auth.prm-absent-origin-fallback' | 'auth.prm-misplaced';

/** A 401 without resource metadata, and what Claude makes of it. */
export const fallbacks = defineCheck({
  topic: 'fallbacks',
  needs: ['initialize', 'typed'],
  uses: discoveryUses,
  codes: {
    'auth.prm-not-found': {
      severity: 'blocker',
      confidence: 'certain',
      step: 5,
      who: 'author',
      title:
        '{guarded, select, yes {The server asks for a sign-in even at the address that says where to sign in} other {The server asks for a sign-in, but nothing says where to sign in}}',
      detail:
        'After the 401 there is no protected resource metadata (the document that names the sign-in service) that clients can read, no authorization server metadata at the origin, and no default endpoint.{guarded, select, yes { The well-known address itself was answered with {status}: whatever stands there, clients have no token yet and cannot read it.} other {}}{refused, select, private_address { The challenge names an address in a private network, which Claude’s cloud cannot reach and which was not asked.} not_https { The challenge names an address that is not https, which was not asked.} invalid_url { The challenge names {named} as resource_metadata, which is no full web address{quotes, select, yes {: in HTTP, single quotes are part of the text} other {}}. The header was: {header}} other {}}{token, select, yes { The server’s words speak of a token or key. If it takes only a fixed one, Claude can send that only as a request header that an organization sets (beta).} other {}} Tried: {tried}.',
      fix: `{guarded, select, yes {Exempt /.well-known/ from the sign-in, so that everybody can read it. } other {}}{refused, select, invalid_url {Write the full https URL in double quotes. } other {}}{pointed, select, yes {Serve the protected resource metadata at {named}, as the challenge says already. On a platform where that path is not yours, any other https address will do, if the challenge names that one instead.} other {Serve the protected resource metadata at {expected} and name that address in the challenge: WWW-Authenticate: Bearer resource_metadata="{expected}". On a platform where that path is not yours, any other https address will do, if the challenge names it.}}${headerHint}`,
      sources: [sources.troubleshooting, sources.resourcePlaces, sources.serverLocation, claudeIssue(199)],
    },
    'auth.default-endpoints-only': {
      severity: 'problem',
      confidence: 'certain',
      step: 5,
      who: 'author',
      title: 'There is no sign-in metadata, only the default endpoints',
      detail:
        'Neither protected resource metadata nor authorization server metadata was found. /authorize, /token and /register exist at {origin}: the oldest fallback, which Claude tries last and without knowing what they support.',
      fix: 'Serve protected resource metadata at {expected} and authorization server metadata for the issuer that it names.',
      sources: [sources.olderFallbacks, sources.authentication, claudeIssue(82)],
    },
    'auth.prm-absent-origin-fallback': {
      severity: 'problem',
      confidence: 'certain',
      step: 5,
      who: 'author',
      title: 'The sign-in service is found only in the outdated way',
      detail:
        '{seen, select, no {The protected resource metadata was not seen: {place} {status, plural, =0 {did not answer} other {answered with HTTP status #}}. If it always does so,} other {There is no protected resource metadata.}} Claude falls back to the authorization server metadata at the connector’s own origin, {url}, as it was done before 2025-06.',
      fix: fixInWords(
        'auth.prm-absent-origin-fallback',
        '{seen, select, no {See why {place} fails, and run the check again. If nothing is to stand there: serve} other {Serve}} protected resource metadata at {expected}, name the authorization server in it, and name it in the challenge.',
      ),
      sources: [sources.authentication, sources.serverLocation, sources.olderFallbacks],
    },
    'auth.prm-misplaced': {
      severity: 'blocker',
      confidence: 'certain',
      step: 5,
      who: 'author',
      title: 'The resource metadata is where no client looks for it',
      detail:
        'The protected resource metadata stands at {url}. Clients look at the address that the challenge names, which it does not, and at {expected}.',
      fix: 'Serve the document at {expected}, or name {url} in the challenge: WWW-Authenticate: Bearer resource_metadata="{url}".',
      sources: [sources.resourcePlaces, sources.metadataChallenge, claudeIssue(802)],
    },
  },
  evaluate(seen) {
    const search = discovery(seen);
    if (search.kind === 'none' || search.kind === 'unseen') return [skip(search.because, ...allCodes)];
    // The document is there, so nothing is missing or misplaced.
    if (search.kind === 'metadata') return [skip('not-applicable', 'auth.prm-misplaced')];
    const finding = findingOf(search, seen);
    const misplaced = seen['misplaced-resource-metadata'];
    const unknown =
      search.kind === 'misplaced' || observed(misplaced) ? [] : [skip(whyUnseen(misplaced), 'auth.prm-misplaced')];
    return [...finding, ...unknown];
  },
});

const allCodes: readonly Code[] = [
  'auth.prm-not-found',
  'auth.default-endpoints-only',
  'auth.prm-absent-origin-fallback',
  'auth.prm-misplaced',
];

function findingOf(search: Exclude<Discovery, { kind: 'none' | 'unseen' | 'metadata' }>, seen: Seen): Outcome<Code>[] {
  const { challenge, kind } = search;
  const attempts = observed(seen['resource-metadata'])?.attempts ?? [];
  const expected = inOneLine(resourceMetadataUrls(seen.initialize.exchange.url)[0]?.url ?? '–');
  const asked = attempts.map(({ exchange }) => exchange);
  const serverAttempts = observed(seen['authorization-server'])?.attempts ?? [];
  if (kind === 'origin') {
    const provider = providerValue(observed(seen['authorization-server']), challenge);
    const failed = attempts.find(isUnclear)?.exchange ?? undefined;
    const values = {
      expected,
      url: inOneLine(search.attempt.url),
      seen: failed ? 'no' : 'yes',
      place: inOneLine(failed?.url ?? '–'),
      status: failed?.kind === 'response' ? failed.status : 0,
      ...provider,
    };
    const evidence = [challenge, failed, search.attempt.exchange];
    return [
      found('auth.prm-absent-origin-fallback', { values, evidence, ...(failed && { confidence: 'likely' as const }) }),
    ];
  }
  if (kind === 'default-endpoints') {
    const endpoints = observed(seen['default-endpoints'])?.endpoints ?? [];
    const values = { expected, origin: originOf(challenge.url) };
    const evidence = [challenge, ...endpoints.map(({ exchange }) => exchange)];
    return [found('auth.default-endpoints-only', { values, evidence, ...sureness([...attempts, ...serverAttempts]) })];
  }
  if (kind === 'misplaced') {
    const values = { expected, url: inOneLine(search.attempt.url) };
    return [found('auth.prm-misplaced', { values, evidence: [search.attempt.exchange, ...asked] })];
  }
  // The finding on the credential, or on the broken document, says it all.
  if (kind !== 'nothing' || gaveCredential(seen.typed)) return [skip('not-applicable', 'auth.prm-not-found')];
  const refused = attempts.find((attempt) => attempt.refused !== null)?.refused ?? 'none';
  const guard = attempts.map(guardedBy).find((status) => status !== undefined);
  const said = refusalText(challenge, { kind: 'other-type', contentType: '' });
  const values = {
    expected,
    refused: selector(refused),
    ...namedByChallenge(challenge),
    pointed: attempts.some(({ form, refused: because }) => form === 'challenge' && because === null) ? 'yes' : 'no',
    guarded: guard === undefined ? 'no' : 'yes',
    status: guard ?? 0,
    token: speaksOfToken(said) ? 'yes' : 'no',
    hint: hintOf(seen.typed),
    tried: triedPlaces(attempts),
  };
  const failing = [...attempts, ...serverAttempts].filter((attempt) => guardedBy(attempt) === undefined);
  return [found('auth.prm-not-found', { values, evidence: [challenge, ...asked], ...sureness(failing) })];
}

/** What failed may be there another time: nobody saw that it is not. */
function sureness(attempts: readonly DocumentAttempt[]): { readonly confidence?: 'likely' } {
  return attempts.some(isUnclear) ? { confidence: 'likely' } : {};
}

function isUnclear({ exchange }: DocumentAttempt): boolean {
  if (exchange === null) return false;
  return exchange.kind === 'failure' || exchange.status >= 500 || [401, 403, 408, 429].includes(exchange.status);
}

/** A sign-in that stands before the whole host also keeps clients from what tells them how to sign in. */
function guardedBy({ exchange }: DocumentAttempt): number | undefined {
  if (exchange?.kind !== 'response') return undefined;
  return exchange.status === 401 || exchange.status === 403 ? exchange.status : undefined;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
