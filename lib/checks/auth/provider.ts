import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { AuthorizationServer } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { observed } from '../../kernel/observation.ts';
import { whyUnseen } from './discovery.ts';
import { adviceInWords, serverDocument, trapsInWords } from './provider-fix.ts';
import { recognizeProvider } from './recognize-provider.ts';
import { subjectOf } from './server-document.ts';
import { documentUses, signInDocuments } from './sign-in-documents.ts';
import { sources } from './sources.ts';

/** Which product signs people in, and what is known of it. */
export const provider = defineCheck({
  topic: 'provider',
  needs: ['initialize', 'typed'],
  uses: documentUses,
  codes: {
    'auth.provider': {
      severity: 'note',
      confidence: 'certain',
      step: 6,
      who: 'author',
      title: 'People sign in with {name}',
      detail: trapsInWords,
      fix: `Nothing needs to be done if people can connect. ${adviceInWords}`,
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
    const { challenge } = search;
    const product = recognizeProvider({
      issuer: server.issuer,
      document: serverDocument(server),
      ...(isItself(server, challenge) && { challenge: challenge.headers['www-authenticate'] }),
    });
    if (!product) return [skip('not-applicable', 'auth.provider')];
    const values = { provider: product.id, name: product.name };
    const evidence = [server.attempts[server.chosen ?? 0]?.exchange];
    return [found('auth.provider', { values, evidence, subject: subjectOf(server) })];
  },
});

/** True when the connector is its own authorization server, so that what its 401 says tells of both. */
function isItself({ issuer }: AuthorizationServer, { url }: ResponseExchange): boolean {
  return URL.canParse(issuer) && URL.canParse(url) && new URL(issuer).origin === new URL(url).origin;
}
