import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { discovery, discoveryUses, foundSignIn, type Discovery } from './discovery.ts';
import { gaveCredential, headerHint, hintOf } from './own-credential.ts';
import { claudeIssue, sources } from './sources.ts';

type Code = 'auth.challenge-missing' | 'auth.challenge-without-metadata-url' | 'auth.static-credential-only';

/** The 401 and what its WWW-Authenticate header offers. */
export const challengeCheck = defineCheck({
  topic: 'challenge',
  needs: ['initialize', 'typed'],
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
      fix: `Send “WWW-Authenticate: Bearer resource_metadata="…"” with every 401, with the https address of the protected resource metadata.{metadata, select, none {${headerHint}} other {}}`,
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
      fix: `Serve OAuth with protected resource metadata. Until then, ask whether your organization may set request headers on connectors, or use Claude Code, which can send a header.${headerHint}`,
      sources: [sources.authentication, sources.addUnlisted],
    },
  },
  evaluate(seen) {
    const search = discovery(seen);
    if (search.kind === 'none') {
      return [skip(search.because, ...allCodes)];
    }
    // Refused with a credential of the person's own: auth.own-header-refused speaks, unless there is a sign-in to be found.
    if (gaveCredential(seen.typed) && isUnguided(search)) return [skip('not-applicable', ...allCodes)];
    const hint = hintOf(seen.typed);
    return [...headerOutcomes(search, hint), ...staticOutcomes(search, hint)];
  },
});

const allCodes: readonly Code[] = [
  'auth.challenge-missing',
  'auth.challenge-without-metadata-url',
  'auth.static-credential-only',
];

type Searched = Exclude<Discovery, { kind: 'none' }>;

function isUnguided({ kind }: Searched): boolean {
  return kind === 'static' || kind === 'nothing' || kind === 'unseen';
}

function headerOutcomes(search: Searched, hint: string): Outcome<Code>[] {
  const { challenge, kind } = search;
  const header = challenge.headers['www-authenticate'];
  const evidence = [challenge];
  if (header === undefined) {
    const metadata = kind === 'unseen' ? 'unseen' : foundSignIn(search) ? 'found' : 'none';
    const severity = metadata === 'none' ? 'blocker' : 'problem';
    return [
      found('auth.challenge-missing', { values: { metadata, hint }, evidence, severity }),
      skip('not-applicable', 'auth.challenge-without-metadata-url'),
    ];
  }
  if (bearerChallenge(header)?.resourceMetadata !== undefined) return [];
  if (kind === 'unseen') return [skip(search.because, 'auth.challenge-without-metadata-url')];
  // Where nothing was found at all, that is the fault, and the finding on it says what the challenge should name.
  if (!foundSignIn(search)) return [skip('not-applicable', 'auth.challenge-without-metadata-url')];
  return [found('auth.challenge-without-metadata-url', { values: { way: kind }, evidence })];
}

function staticOutcomes(search: Searched, hint: string): Outcome<Code>[] {
  if (search.kind === 'unseen') return [skip(search.because, 'auth.static-credential-only')];
  if (search.kind !== 'static') return [];
  return [found('auth.static-credential-only', { values: { ...search.asks, hint }, evidence: [search.challenge] })];
}
