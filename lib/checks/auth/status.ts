import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Values } from '../../kernel/finding.ts';
import { observed } from '../../kernel/observation.ts';
import type { RpcReply } from '../../kernel/rpc-reply.ts';
import { answerKind } from '../http/answer-kind.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { discovery, discoveryUses, whyUnseen, type DiscoverySeen } from './discovery.ts';
import { gaveCredential } from './own-credential.ts';
import { opened, refusals, type Refusal } from './refusals.ts';
import { refusalText } from './sign-in-words.ts';
import { sources } from './sources.ts';

type Code = 'auth.wrong-status' | 'auth.challenge-on-success';

type Seen = DiscoverySeen & { readonly typed: EvidenceMap['typed'] };

const allCodes: readonly Code[] = ['auth.wrong-status', 'auth.challenge-on-success'];

const quoted = '{spoke, select, yes { The server said: “{said}”.} other {}}';
const what =
  '{asked, select, list {The request for the tools} call {A tool call} other {The first request}} was answered with HTTP status {status}';

/** Refusals for want of a sign-in that do not say so by a 401, the only answer that makes Claude begin one. */
export const statusCheck = defineCheck({
  topic: 'status',
  needs: ['initialize', 'typed'],
  uses: discoveryUses,
  codes: {
    'auth.wrong-status': {
      severity: 'blocker',
      confidence: 'certain',
      step: 4,
      who: 'author',
      title:
        '{sign, select, none {The server refuses the request with {status}; if it wants a sign-in, it must answer 401} other {The server asks for a sign-in with {status} in place of 401}}',
      detail: `${what}{redirected, select, yes { after a redirect to {to}} other {}}, and the request carried no token. {sign, select, header {Its WWW-Authenticate header asks for a sign-in.} words {Its words ask for a sign-in.} metadata {The server publishes sign-in metadata for this address, so a sign-in is probably meant.} other {{reason, select, stated {Its words name no sign-in, so another reason is as likely; a missing sign-in is a frequent one.} other {Nothing in it says why; a missing sign-in is the most frequent reason.}}}}${quoted} Claude begins a sign-in only after a 401.`,
      fix: '{reason, select, stated {If what the server says is not the reason, answer every} other {Answer every}} request without a valid token with 401 and “WWW-Authenticate: Bearer resource_metadata="…"”. Where a gateway or the platform before the server refuses, let the MCP path through to the server.',
      sources: [sources.authentication, sources.unauthorized, sources.metadataChallenge],
    },
    'auth.challenge-on-success': {
      severity: 'problem',
      confidence: 'certain',
      step: 4,
      who: 'author',
      title: 'The server asks for a sign-in in an answer that counts as success',
      detail: `${what}, but it is a refusal for want of a sign-in.${quoted} Claude begins a sign-in only after a 401 and ignores a challenge on any other status.`,
      fix: 'Answer requests without a valid token with HTTP status 401 and a WWW-Authenticate header, not with an error inside a 200.',
      sources: [sources.authentication, sources.bearerChallenge],
    },
  },
  evaluate(seen) {
    // Nothing was asked without a token: auth.own-header-refused speaks.
    if (gaveCredential(seen.typed) && refusals(seen).length > 0) return [skip('not-applicable', ...allCodes)];
    const outcomes = refusals(seen).map(outcomeOf);
    if (outcomes.length > 0) return [...outcomes, ...others(outcomes)];
    return withoutRefusal(seen);
  },
});

function outcomeOf({ exchange, reply, sign, asked }: Refusal): Outcome<Code> {
  const values = { asked, sign, reason: 'none', ...answerValues(exchange, reply) };
  const isFirst = asked === 'first';
  if (isSuccess(exchange)) {
    // Refused at the first request, nothing of the connector works.
    const severity = isFirst ? 'blocker' : 'problem';
    return found('auth.challenge-on-success', { values, evidence: [exchange], severity });
  }
  const confidence = sign === 'metadata' ? 'likely' : 'certain';
  const severity = asked === 'call' ? 'problem' : 'blocker';
  return found('auth.wrong-status', { values, evidence: [exchange], severity, confidence });
}

/** A refusal that led to a page of success is still one by its redirect. */
function isSuccess(exchange: Exchange): boolean {
  return exchange.kind === 'response' && exchange.status < 300 && exchange.redirects.length === 0;
}

function others(outcomes: readonly Outcome<Code>[]): Outcome<Code>[] {
  const codes = outcomes.flatMap((outcome) => (outcome.kind === 'found' ? [outcome.code] : []));
  return allCodes.filter((code) => !codes.includes(code)).map((code) => skip('not-applicable', code));
}

function withoutRefusal(seen: Seen): Outcome<Code>[] {
  // A sign-in was asked for as it should be.
  if (discovery(seen).kind !== 'none') return [];
  const { exchange, reply, works } = opened(seen);
  if (works !== null) {
    const call = observed(seen['made-up-call']);
    const asksAtCalls = call?.exchange.kind === 'response' && call.exchange.status === 401;
    return asksAtCalls ? [] : [skip('not-applicable', ...allCodes)];
  }
  if (answerKind(exchange, reply) === 'forbidden') {
    if (gaveCredential(seen.typed)) return [skip('not-applicable', ...allCodes)];
    const answered = answerValues(exchange, reply);
    const reason = statesReason(String(answered['said'])) ? 'stated' : 'none';
    const values = { asked: 'first', sign: 'none', reason, ...answered };
    return [
      found('auth.wrong-status', { values, evidence: [exchange], confidence: 'possible' }),
      skip('not-applicable', 'auth.challenge-on-success'),
    ];
  }
  const metadata = seen['metadata-without-challenge'];
  const because = exchange.kind === 'failure' || observed(metadata) ? 'not-reached' : whyUnseen(metadata);
  return [skip(because, 'auth.wrong-status'), skip('not-reached', 'auth.challenge-on-success')];
}

/** The status in words is no reason. */
function statesReason(said: string): boolean {
  return (
    /\w/.test(said) && !/^(?:(?:error )?403 ?[:–-]? ?)?(?:forbidden|access denied|permission denied)?[.!]?$/i.test(said)
  );
}

function answerValues(exchange: Exchange, reply: RpcReply): Values {
  if (exchange.kind === 'failure') return { status: 0, said: '', spoke: 'no', redirected: 'no', to: '' };
  const first = exchange.redirects[0];
  const said = inOneLine(refusalText(exchange, reply).split('\n')[0] ?? '');
  return {
    status: first?.status ?? exchange.status,
    said,
    spoke: said === '' ? 'no' : 'yes',
    redirected: first ? 'yes' : 'no',
    to: inOneLine(first?.to ?? ''),
  };
}
