import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { discovery, discoveryUses, foundSignIn, type Discovery } from './discovery.ts';
import { claudeIssue, sources } from './sources.ts';

type Code = 'auth.challenge-missing' | 'auth.challenge-without-metadata-url' | 'auth.static-credential-only';

/** The 401 and what its WWW-Authenticate header offers. */
export const challengeCheck = defineCheck({
  topic: 'challenge',
  needs: ['initialize'],
  uses: discoveryUses,
  codes: {
    'auth.challenge-missing': {
      severity: 'blocker',
      confidence: 'certain',
      step: 4,
      who: 'author',
      title: 'The server asks for a sign-in without saying how',
      detail:
        'It answered 401 without a WWW-Authenticate header. {metadata, select, found {Claude still found the sign-in by the well-known addresses, and clients that do not look there find nothing.} none {The well-known addresses offer no sign-in either, so Claude cannot begin one.} other {Whether the well-known addresses help was not seen.}}',
      fix: 'Send “WWW-Authenticate: Bearer resource_metadata="…"” with every 401, with the https address of the protected resource metadata.',
      sources: [sources.authentication, sources.metadataChallenge, sources.unauthorized],
    },
    'auth.challenge-without-metadata-url': {
      severity: 'problem',
      confidence: 'certain',
      step: 4,
      who: 'author',
      title: 'The sign-in challenge does not say where the metadata is',
      detail:
        'The 401 carries a WWW-Authenticate header, but no resource_metadata parameter in a Bearer challenge. Claude found the sign-in only by trying {way, select, metadata {the well-known addresses} origin {the connector’s own origin} other {the default endpoints}}.',
      fix: 'Add resource_metadata="…" to the Bearer challenge, with the https address of the protected resource metadata.',
      sources: [sources.authentication, sources.metadataChallenge, claudeIssue(199), claudeIssue(802)],
    },
    'auth.static-credential-only': {
      severity: 'blocker',
      confidence: 'certain',
      step: 4,
      who: 'author',
      title: 'The server takes only a fixed credential ({kind, select, scheme {{scheme}} other {an API key}})',
      detail:
        'It answered 401 and asks for {kind, select, scheme {HTTP authentication of the kind {scheme}} other {an API key or another fixed secret}}; there is no OAuth metadata. Claude signs in with OAuth. A fixed credential works only as a request header that an organization sets, which is a beta for some organizations.',
      fix: 'Serve OAuth with protected resource metadata. Until then, ask whether your organization may set request headers on connectors, or use Claude Code, which can send a header.',
      sources: [sources.authentication, sources.addUnlisted],
    },
  },
  evaluate(seen) {
    const search = discovery(seen);
    if (search.kind === 'none') {
      return [
        skip(
          search.because,
          'auth.challenge-missing',
          'auth.challenge-without-metadata-url',
          'auth.static-credential-only',
        ),
      ];
    }
    return [...headerOutcomes(search), ...staticOutcomes(search)];
  },
});

type Searched = Exclude<Discovery, { kind: 'none' }>;

function headerOutcomes(search: Searched): Outcome<Code>[] {
  const { challenge, kind } = search;
  const header = challenge.headers['www-authenticate'];
  const evidence = [challenge];
  if (header === undefined) {
    const metadata = kind === 'unseen' ? 'unseen' : foundSignIn(search) ? 'found' : 'none';
    const severity = metadata === 'none' ? 'blocker' : 'problem';
    return [
      found('auth.challenge-missing', { values: { metadata }, evidence, severity }),
      skip('not-applicable', 'auth.challenge-without-metadata-url'),
    ];
  }
  if (bearerChallenge(header)?.resourceMetadata !== undefined) return [];
  if (kind === 'unseen') return [skip(search.because, 'auth.challenge-without-metadata-url')];
  // Where nothing was found at all, that is the fault, and the finding on it says what the challenge should name.
  if (!foundSignIn(search)) return [skip('not-applicable', 'auth.challenge-without-metadata-url')];
  return [found('auth.challenge-without-metadata-url', { values: { way: kind }, evidence })];
}

function staticOutcomes(search: Searched): Outcome<Code>[] {
  if (search.kind === 'unseen') return [skip(search.because, 'auth.static-credential-only')];
  if (search.kind !== 'static') return [];
  return [found('auth.static-credential-only', { values: { ...search.asks }, evidence: [search.challenge] })];
}
