import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { stringsMember } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { Observation } from '../../kernel/observation.ts';
import { answerKind } from '../http/answer-kind.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { discovery, discoveryUses, foundSignIn, type Discovery, type DiscoverySeen } from './discovery.ts';
import { gaveCredential, namesOf, ownCredentials } from './own-credential.ts';
import { opened, refusals } from './refusals.ts';
import { refusalText } from './sign-in-words.ts';
import { sources } from './sources.ts';

type Code = 'auth.own-header-used' | 'auth.own-header-refused';

type Seen = DiscoverySeen & {
  readonly typed: EvidenceMap['typed'];
  readonly 'open-metadata': Observation<EvidenceMap['open-metadata']>;
};

const asHeader = 'a request header that an organization sets for the connector, which is a beta for some organizations';

/** The person's own request headers (`--header`): with them, what a client meets without them was not seen. */
export const ownHeader = defineCheck({
  topic: 'own-header',
  needs: ['initialize', 'typed'],
  uses: [...discoveryUses, 'open-metadata'],
  codes: {
    'auth.own-header-used': {
      severity: 'note',
      confidence: 'certain',
      step: 4,
      who: 'author',
      title: 'The server answered with the header that you gave; whether it does without was not asked',
      detail: `Every request carried your own header ({names}). {offers, select, oauth {The server also publishes sign-in metadata, by which Claude can sign in by itself; that was not tried.} other {{kind, select, credential {Claude must send the same: without OAuth that is possible only as ${asHeader}.} other {If the server needs it, Claude must send it as well, as ${asHeader}.}}}}`,
      fix: 'Run the check again without {vantage, select, extension {a header of your own} other {--header}} to see what Claude meets when it has no such header.',
      sources: [sources.authentication, sources.addUnlisted],
    },
    'auth.own-header-refused': {
      severity: 'blocker',
      confidence: 'certain',
      step: 4,
      who: 'you',
      title:
        '{sure, select, no {The server refuses the request that carries your header} other {The credential that you gave{vantage, select, extension {} other { with --header}} was refused}}',
      detail: `{asked, select, list {The request for the tools} other {The first request}} carried your own header ({names}) and was answered with HTTP status {status}.{spoke, select, yes { The server said: “{said}”.} other {}}{sure, select, no { Whether the header is the reason cannot be told.} other {}}{offers, select, oauth { Claude does not need it: the server offers a sign-in with OAuth.} other {}}`,
      fix: '{offers, select, oauth {Run the check again without {vantage, select, extension {a header of your own} other {--header}}, as Claude signs in by itself.} other {See that the credential is complete and still valid, and that the header has the form that the server asks for, such as {vantage, select, extension {Authorization with the value “Bearer …”} other {--header "Authorization: Bearer …"}}. Run the check without {vantage, select, extension {it} other {--header}} to see what Claude meets when it has none.}}',
      sources: [sources.authentication, sources.addUnlisted, sources.unauthorized],
    },
  },
  evaluate(seen) {
    const { typed } = seen;
    if (typed.headerNames.length === 0)
      return [skip('not-applicable', 'auth.own-header-used', 'auth.own-header-refused')];
    const search = discovery(seen);
    const refusal = refusals(seen).find(({ asked }) => asked !== 'call');
    const first = opened(seen);
    if (search.kind === 'none' && !refusal && first.works !== null) return [used(seen, first.exchange)];
    const unused = skip('not-reached', 'auth.own-header-used');
    if (!gaveCredential(typed)) return [unused, skip('not-applicable', 'auth.own-header-refused')];
    return [unused, ...refused(seen, search)];
  },
});

function used({ typed, ...seen }: Seen, exchange: RpcEvidence['exchange']): Outcome<Code> {
  const metadata = observed(seen['open-metadata']);
  const document = metadata?.attempts[metadata.chosen ?? -1]?.document;
  const offers = (stringsMember(document, 'authorization_servers') ?? []).length > 0 ? 'oauth' : 'none';
  const kind = gaveCredential(typed) ? 'credential' : 'other';
  const values = { names: namesOf(typed.headerNames), kind, offers };
  return found('auth.own-header-used', { values, evidence: [exchange] });
}

function refused(seen: Seen, search: Discovery): Outcome<Code>[] {
  const refusal = refusals(seen).find(({ asked }) => asked !== 'call');
  if (search.kind !== 'none') {
    const reply = { kind: 'other-type', contentType: '' } as const;
    return [refusedBy(seen, { exchange: search.challenge, reply }, weight(search))];
  }
  if (refusal) {
    const confidence = refusal.sign === 'metadata' ? 'likely' : 'certain';
    return [refusedBy(seen, refusal, { confidence, asked: refusal.asked === 'list' ? 'list' : 'first' })];
  }
  const first = opened(seen);
  const isForbidden = first.works === null && answerKind(first.exchange, first.reply) === 'forbidden';
  if (!isForbidden) return [skip('not-reached', 'auth.own-header-refused')];
  return [refusedBy(seen, first, { confidence: 'possible' })];
}

interface Weight {
  readonly severity?: 'note' | 'blocker';
  readonly confidence?: 'certain' | 'likely' | 'possible';
  readonly asked?: 'first' | 'list';
  readonly offers?: 'oauth' | 'none';
}

function weight(search: Exclude<Discovery, { kind: 'none' }>): Weight {
  if (search.kind === 'unseen') return { confidence: 'likely' };
  const isOAuth = foundSignIn(search) || search.kind === 'misplaced' || search.kind === 'broken';
  return isOAuth ? { severity: 'note', offers: foundSignIn(search) ? 'oauth' : 'none' } : {};
}

function refusedBy({ typed }: Seen, { exchange, reply }: RpcEvidence, weighed: Weight): Outcome<Code> {
  const { severity = 'blocker', confidence = 'certain', asked = 'first', offers = 'none' } = weighed;
  const said = exchange.kind === 'response' ? inOneLine(refusalText(exchange, reply).split('\n')[0] ?? '') : '';
  const values = {
    names: namesOf(ownCredentials(typed)),
    status: exchange.kind === 'response' ? (exchange.redirects[0]?.status ?? exchange.status) : 0,
    said,
    spoke: said === '' ? 'no' : 'yes',
    sure: confidence === 'possible' ? 'no' : 'yes',
    asked,
    offers,
  };
  return found('auth.own-header-refused', { values, evidence: [exchange], severity, confidence });
}
