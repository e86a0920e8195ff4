import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { AuthorizationServer, EvidenceMap } from '../../kernel/evidence.ts';
import { stringMember } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { IdentityProvider } from '../../standards/identity-provider-types.ts';
import { authorizationOutcome } from './authorization-refusal.ts';
import { whyUnseen } from './discovery.ts';
import { adviceInWords, providerOf, serverDocument, trapsInWords } from './provider-fix.ts';
import { subjectOf } from './server-document.ts';
import { documentUses, signInDocuments } from './sign-in-documents.ts';
import { sources } from './sources.ts';

/** What shows that a known trap is past. */
const past = ['registration', 'authorization-page', 'sign-in-endpoints', 'sign-in'] as const;

type Seen = { readonly [K in (typeof past)[number]]: Observation<EvidenceMap[K]> };

/** Which product signs people in, and what is known of it. */
export const provider = defineCheck({
  topic: 'provider',
  needs: ['initialize', 'typed'],
  uses: [...documentUses, ...past],
  codes: {
    'auth.provider': {
      severity: 'note',
      confidence: 'certain',
      step: 6,
      who: 'author',
      title: 'People sign in with {name}',
      detail: `{traps, select, past {{name} was recognized by its metadata. What people run into with it elsewhere does not arise here.} other {${trapsInWords}}}`,
      fix: `{traps, select, past {Nothing needs to be done.} other {Nothing needs to be done if people can connect. ${adviceInWords}}}`,
      sources: [sources.authentication],
    },
  },
  evaluate(given) {
    const { search, seen } = signInDocuments(given);
    if (search.kind === 'none' || search.kind === 'unseen') return [skip(search.because, 'auth.provider')];
    const server = observed(seen['authorization-server']);
    if (!server) return [skip(whyUnseen(seen['authorization-server']), 'auth.provider')];
    // Nobody named the connector's origin as a sign-in service, and without metadata nothing says that it is one.
    if (server.from === 'origin' && server.chosen === null) return [skip('not-reached', 'auth.provider')];
    const product = providerOf(server, search.challenge);
    if (!product) return [skip('not-applicable', 'auth.provider')];
    const traps = isPast(product, server, seen) ? 'past' : 'ahead';
    const values = { provider: product.id, name: product.name, traps };
    const evidence = [server.attempts[server.chosen ?? 0]?.exchange];
    return [found('auth.provider', { values, evidence, subject: subjectOf(server) })];
  },
});

/** True when this run saw that what people run into with this product does not arise here. */
function isPast({ trapsAbout }: IdentityProvider, server: AuthorizationServer, seen: Seen): boolean {
  if (trapsAbout === 'registration') {
    const isNamed = stringMember(serverDocument(server), 'registration_endpoint') !== undefined;
    return !isNamed || (observed(seen.registration)?.attempts.some(({ made }) => made) ?? false);
  }
  if (trapsAbout !== 'resource') return false;
  const visit = observed(seen['authorization-page']);
  const looks = observed(seen['sign-in-endpoints']);
  const isShown = visit !== undefined && authorizationOutcome(visit, looks) === 'shown';
  return isShown || (observed(seen['sign-in'])?.issued ?? null) !== null;
}
