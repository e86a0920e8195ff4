import type { DocumentAttempt, Documents } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { chosenDocument, isHit, searchInOrder } from './fetch-document.ts';
import { discoverServer, firstIssuer } from './server-metadata.ts';

/** The metadata behind a sign-in that only calls ask for: what it says wrong shows up at the first call, long after connecting. */
export const callSignIn = defineProbe({
  key: 'call-sign-in',
  after: ['open-metadata', 'made-up-call'],
  plan: 'side',
  async collect(context) {
    const call = observed(await context.when('made-up-call'))?.exchange;
    const open = observed(await context.when('open-metadata'));
    if (!open || call?.kind !== 'response' || call.status !== 401) return new Unavailable('prerequisite');
    const resource = await resourceDocuments(context, call, open);
    const issuer = firstIssuer(chosenDocument(resource));
    return { resource, server: issuer === undefined ? null : await discoverServer(context, issuer, null) };
  },
});

type Context = Pick<ProbeContext<never>, 'ask' | 'target' | 'redact' | 'redactUrl' | 'ports' | 'signal'>;

/** What the call's challenge names comes first, as it does for a client, and is asked only when it was not asked already. */
async function resourceDocuments(context: Context, call: ResponseExchange, open: Documents): Promise<Documents> {
  const named = bearerChallenge(call.headers['www-authenticate'] ?? '')?.resourceMetadata;
  if (named === undefined) return open;
  const seen = open.attempts.find(({ url }) => URL.canParse(named) && url === context.redactUrl(named));
  const first = seen ? [{ ...seen, form: 'challenge' as const }] : await askNamed(context, named);
  const attempts = [...first, ...open.attempts.filter((attempt) => attempt !== seen)];
  const chosen = attempts.findIndex((attempt) => isHit(attempt));
  return { attempts, chosen: chosen === -1 ? null : chosen };
}

async function askNamed(context: Context, named: string): Promise<readonly DocumentAttempt[]> {
  const place = { url: named, form: 'challenge' } as const;
  return (await searchInOrder(context, [place], { step: null, limit: 'side' })).attempts;
}
