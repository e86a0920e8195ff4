import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { IssuedToken, SignIn } from '../../kernel/evidence-signed-in.ts';
import { stringsMember } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { activeUses, judgeActive } from './active-evidence.ts';
import { serverDocument } from './provider-fix.ts';
import { renewal } from './renewal.ts';
import { signInDocuments } from './sign-in-documents.ts';
import { signedInCodes as codes, type SignedInCode } from './signed-in-codes.ts';
import { signInFailure } from './sign-in-failure.ts';
import { tokenRejected } from './token-rejected.ts';

const uses = [
  ...activeUses,
  'registration',
  'sign-in',
  'signed-in-initialize',
  'signed-in-discover',
  'signed-in-legacy-sse',
  'signed-in-listing',
  'signed-in-call',
  'step-up',
  'refresh',
] as const;

type Seen = Pick<EvidenceMap, 'initialize' | 'typed'> & {
  readonly [K in (typeof uses)[number]]: Observation<EvidenceMap[K]>;
};

/** The sign-in itself: whether it led to a token, whether the token is taken, and whether it can be renewed. */
export const signedIn = defineCheck({
  topic: 'signed-in',
  needs: ['initialize', 'typed'],
  uses,
  codes,
  evaluate: (seen) =>
    judgeActive(seen, seen['sign-in'], codes, (signIn) => [
      ...signInFailure(signIn, observed(seen.registration) !== undefined),
      ...(signIn.issued ? tokenOutcomes(seen, signIn, signIn.issued) : [skip('not-reached', ...tokenCodes)]),
    ]),
});

const tokenCodes = [
  'auth.token-rejected',
  'auth.token-without-expiry',
  'auth.refresh-fails',
  'auth.refresh-not-issued',
] as const;

function tokenOutcomes(seen: Seen, signIn: SignIn, issued: IssuedToken): readonly Outcome<SignedInCode>[] {
  const expiry =
    issued.expiresIn === null ? [found('auth.token-without-expiry', { evidence: [signIn.tokenAnswer] })] : [];
  const taken = tokenRejected(seen, issued);
  const isRefused = taken.some((outcome) => outcome.kind === 'found' && outcome.values?.['asked'] !== 'call');
  return [...taken, ...expiry, ...renewal(seen.refresh, issued, isRefused), ...issuedRefresh(seen, signIn, issued)];
}

/** Only where the metadata offers renewal and it was asked for: many services give it to nobody, and say so. */
function issuedRefresh(seen: Seen, signIn: SignIn, issued: IssuedToken): readonly Outcome<SignedInCode>[] {
  const code = 'auth.refresh-not-issued';
  if (issued.hasRefreshToken) return [];
  const server = observed(signInDocuments(seen).seen['authorization-server']);
  const grants = stringsMember(server && serverDocument(server), 'grant_types_supported') ?? [];
  const [asked, granted] = [signIn.scope, issued.scope].map((scope) => scope?.split(' ').includes('offline_access'));
  if (!grants.includes('refresh_token') || !(asked || granted)) return [skip('not-applicable', code)];
  const values = { granted: granted ? 'yes' : 'no', seconds: String(issued.expiresIn ?? 'none') };
  // A client that was made by hand may have been made without it.
  const confidence = signIn.client === 'given' ? 'possible' : 'likely';
  return [found(code, { values, confidence, evidence: [signIn.tokenAnswer] })];
}
