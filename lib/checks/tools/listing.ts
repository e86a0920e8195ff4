import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap, Listing } from '../../kernel/evidence.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { rpcErrorCodes } from '../../standards/protocol.ts';
import { refusesForWantOfSignIn } from '../auth/sign-in-signs.ts';
import { answered, answerValues } from '../transport/answer-words.ts';
import { opening, openingUses, type OpeningSeen } from '../transport/opening.ts';
import { sources } from '../transport/sources.ts';
import { whyNot } from '../transport/why-not.ts';

type Code = 'tools.list-failed' | 'tools.none' | 'tools.pagination-broken';

const allCodes: readonly Code[] = ['tools.list-failed', 'tools.none', 'tools.pagination-broken'];

/** Can the tools be listed, to the end, and are there any? */
export const listing = defineCheck({
  topic: 'listing',
  needs: ['initialize'],
  uses: [...openingUses, 'listing'],
  codes: {
    'tools.list-failed': {
      severity: 'blocker',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title: 'The server cannot list its tools',
      detail: `tools/list {page, plural, one {} other {(page {page}) }}was answered with {what, select, notAList {a result in which “tools” is not a list} other {${answered}}}. Claude connects and then has no tools to offer.`,
      fix: 'See in the server’s log why tools/list fails. One tool with a broken definition can fail the whole list.',
      sources: [sources.listingTools],
    },
    'tools.none': {
      severity: 'problem',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title: 'The server offers no tools',
      detail:
        '{capability, select, declared {The server answers tools/list with an empty list.} other {The server does not say that it has tools (the “tools” capability is missing), and it lists none.}} Claude shows the connector as connected, and has nothing to use in a chat.',
      fix: 'Register the tools before the server answers its first request. If they depend on the account or on a setting, see that they are there without it.',
      sources: [sources.listingTools],
    },
    'tools.pagination-broken': {
      severity: 'problem',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title: 'The list of tools never ends',
      detail:
        '{how, select, repeated {After {pages} pages the server named a cursor (nextCursor) that it had named before, so that the list goes round in circles.} other {After {pages} pages the server still named a further one.}} Clients stop somewhere, or not at all.',
      fix: 'Leave nextCursor out on the last page, and give every page a cursor of its own.',
      sources: [sources.pagination],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    if (opened.kind === 'sign-in') return [skip('needs-sign-in', ...allCodes)];
    if (opened.kind !== 'works') return [skip('not-reached', ...allCodes)];
    const list = observed(seen.listing) ?? observed(seen['legacy-sse'])?.listing;
    if (!list) return [skip(whyNot(seen.listing), ...allCodes)];
    return judged(seen, list);
  },
});

function judged(seen: OpeningSeen, list: Listing): Outcome<Code>[] {
  const evidence = [list.pages.at(-1)?.exchange];
  const pages = list.pages.length;
  if (list.end === 'cursor-repeated' || list.end === 'too-many-pages') {
    const how = list.end === 'cursor-repeated' ? 'repeated' : 'endless';
    return [found('tools.pagination-broken', { values: { how, pages }, evidence })];
  }
  if (list.end !== 'complete') return failed(seen, list);
  if (list.tools.length > 0) return [];
  const capability = declaresTools(seen, list.era) ? 'declared' : 'missing';
  return [found('tools.none', { values: { capability }, evidence })];
}

function failed(seen: OpeningSeen, list: Listing): Outcome<Code>[] {
  const last = list.pages.at(-1);
  if (!last) return [skip('not-reached', ...allCodes)];
  const { exchange, reply } = last;
  if (exchange.kind === 'failure' && exchange.reason === 'aborted') return [skip('not-reached', ...allCodes)];
  const isRefusal = list.pages.length === 1 && refusesForWantOfSignIn(exchange, reply, undefined);
  if (isRefusal || (exchange.kind === 'response' && exchange.status === 401)) {
    return [skip('needs-sign-in', ...allCodes)];
  }
  const evidence = [exchange];
  const isUnknownMethod = 'error' in reply && reply.error.code === rpcErrorCodes.methodNotFound;
  if (isUnknownMethod && !declaresTools(seen, list.era)) {
    // A server of prompts or resources alone is right to know no tools/list: what people meet is a connector without tools.
    return [found('tools.none', { values: { capability: 'missing' }, evidence })];
  }
  const what = list.end === 'not-a-list' ? 'notAList' : 'answer';
  const values = { page: list.pages.length, what, ...answerValues(exchange, reply) };
  return [
    found('tools.list-failed', { values, evidence }),
    skip('not-reached', 'tools.none', 'tools.pagination-broken'),
  ];
}

function declaresTools(seen: OpeningSeen, era: Listing['era']): boolean {
  const opened: readonly (EvidenceMap['discover'] | null | undefined)[] =
    era === 'modern'
      ? [observed(seen.discover)]
      : [seen.initialize, observed(seen['slash-form']), observed(seen['legacy-sse'])?.initialize];
  return opened.some((evidence) => {
    const capabilities = evidence && resultObject(evidence.reply)?.['capabilities'];
    return isJsonObject(capabilities) && isJsonObject(capabilities['tools']);
  });
}
