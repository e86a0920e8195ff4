import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap, Listing } from '../../kernel/evidence.ts';
import { isJsonObject, stringMember } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { rpcErrorCodes } from '../../standards/protocol.ts';
import { answered, answerValues } from '../transport/answer-words.ts';
import { opening, openingUses, type OpeningSeen } from '../transport/opening.ts';
import { isCutAtLimit } from '../http/reading-limit.ts';
import { sources } from '../transport/sources.ts';
import { whyNot } from '../transport/why-not.ts';
import { asksForSignIn } from './listed-tools.ts';

type Code = 'tools.list-failed' | 'tools.none' | 'tools.pagination-broken';

const allCodes: readonly Code[] = ['tools.list-failed', 'tools.none', 'tools.pagination-broken'];

/** Can the tools be listed, to the end, and are there any? */
export const listing = defineCheck({
  topic: 'listing',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...openingUses, 'listing'],
  codes: {
    'tools.list-failed': {
      severity: 'blocker',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title:
        '{what, select, badTool {One tool in the server’s list cannot be read, and fails the whole list} badCursor {{fault, select, null {The list ends with a nextCursor that is null, which some clients refuse} other {The list’s nextCursor is no text, and fails the whole list}}} other {{page, plural, one {The server cannot list its tools} other {The server cannot list its tools to the end}}}}',
      detail: `tools/list {page, plural, one {} other {(page {page}) }}{what, select, notAList {was answered with a result in which “tools” is not a list{fault, select, object { of objects} other {}}} badCursor {was answered with a result in which “nextCursor” is {fault, select, null {null, not left out. The official Python client takes that for the end; the TypeScript client drops the whole list} other {neither a text nor left out. The official clients check the result as a whole, and drop all of it}}} badTool {was answered, but tool number {position} {fault, select, name {has no name that is a text} other {is no object}}. The official clients check the list as a whole, and drop all of it} other {${answered}}}. {page, plural, one {{fault, select, null {With a client of that kind the connector has no tools.} other {Claude connects and then has no tools to offer.}}} other {A client that wants all pages then has no tools to offer, another only those of the pages before.}}`,
      fix: '{what, select, badTool {Give that tool a name.} badCursor {Leave nextCursor out on the last page, and let it be a text on all others.} other {See in the server’s log why tools/list fails. One tool with a broken definition can fail the whole list.}}',
      sources: [sources.listingTools],
    },
    'tools.none': {
      severity: 'problem',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title:
        '{capability, select, undeclared {The server lists tools, but does not say that it has any} other {The server offers no tools}}',
      detail:
        '{capability, select, undeclared {{count, plural, one {It lists 1 tool} other {It lists {count} tools}} when asked, but the “tools” capability is missing from its answer to initialize. Clients that go by it do not ask, and then have no tools. If Claude does so too, it shows} declared {The server answers tools/list with an empty list. Claude shows} other {The server does not say that it has tools (the “tools” capability is missing), and it lists none. Claude shows}} the connector as connected, and has nothing to use in a chat.',
      fix: '{capability, select, undeclared {Let the result of initialize carry a “tools” object in its capabilities.} other {Register the tools before the server answers its first request. If they depend on the account or on a setting, see that they are there without it.}}',
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
  const declared = declaresTools(seen, list.era);
  const unreadable = unreadableList(list);
  if (unreadable) return [unreadable];
  if (list.tools.length > 0) return [...badTool(list), ...nullCursor(list), ...undeclared(seen, list)];
  return [found('tools.none', { values: { capability: declared ? 'declared' : 'missing', count: 0 }, evidence })];
}

/** A list without a single object is no list of tools, and a cursor of another kind than text fails the page that carries it. */
function unreadableList(list: Listing): Outcome<Code> | undefined {
  const last = list.pages.at(-1);
  if (!last) return undefined;
  const evidence = list.pages.map(({ exchange }) => exchange);
  const words = answerValues(last.exchange, last.reply);
  if (list.tools.length > 0 && !list.tools.some(isJsonObject)) {
    const values = { page: 1, what: 'notAList', position: 0, fault: 'object', ...words };
    return found('tools.list-failed', { values, evidence });
  }
  const cursor = resultObject(last.reply)?.['nextCursor'];
  if (cursor === undefined || cursor === null || typeof cursor === 'string') return undefined;
  const values = { page: list.pages.length, what: 'badCursor', position: 0, fault: 'none', ...words };
  return found('tools.list-failed', { values, evidence, confidence: 'likely' });
}

/** Some libraries write null where they mean to leave it out. */
function nullCursor(list: Listing): Outcome<Code>[] {
  const last = list.pages.at(-1);
  if (!last || resultObject(last.reply)?.['nextCursor'] !== null) return [];
  const words = answerValues(last.exchange, last.reply);
  const values = { page: list.pages.length, what: 'badCursor', position: 0, fault: 'null', ...words };
  const evidence = [last.exchange];
  return [found('tools.list-failed', { values, evidence, severity: 'warning', confidence: 'likely' })];
}

/** The official clients hold the list against its schema, in which every tool is an object with a name, and refuse it as a whole. */
function badTool(list: Listing): Outcome<Code>[] {
  const index = list.tools.findIndex((tool) => stringMember(tool, 'name') === undefined);
  const last = list.pages.at(-1);
  if (index === -1 || !last) return [];
  const values = {
    page: 1,
    what: 'badTool',
    position: index + 1,
    fault: isJsonObject(list.tools[index]) ? 'name' : 'object',
    ...answerValues(last.exchange, last.reply),
  };
  return [
    found('tools.list-failed', { values, evidence: list.pages.map(({ exchange }) => exchange), confidence: 'likely' }),
  ];
}

/** Some official clients go by the capability and ask for no tools without it, others ask all the same. */
function undeclared(seen: OpeningSeen, list: Listing): Outcome<Code>[] {
  if (declaresTools(seen, list.era)) return [];
  const values = { capability: 'undeclared', count: list.tools.length };
  return [found('tools.none', { values, evidence: list.pages.map(({ exchange }) => exchange), confidence: 'likely' })];
}

function failed(seen: OpeningSeen, list: Listing): Outcome<Code>[] {
  const last = list.pages.at(-1);
  if (!last) return [skip('not-reached', ...allCodes)];
  const { exchange, reply } = last;
  // We stopped reading, not the server: the check of the size speaks.
  const isCut: boolean = isCutAtLimit(exchange);
  if (isCut) return [skip('not-reached', ...allCodes)];
  if (exchange.kind === 'failure' && exchange.reason === 'aborted') return [skip('not-reached', ...allCodes)];
  if (asksForSignIn(list)) return [skip('needs-sign-in', ...allCodes)];
  const evidence = [exchange];
  const isUnknownMethod = 'error' in reply && reply.error.code === rpcErrorCodes.methodNotFound;
  if (isUnknownMethod && !declaresTools(seen, list.era)) {
    // A server of prompts or resources alone is right to know no tools/list: what people meet is a connector without tools.
    return [found('tools.none', { values: { capability: 'missing', count: 0 }, evidence })];
  }
  const what = list.end === 'not-a-list' ? 'notAList' : 'answer';
  const values = { page: list.pages.length, what, position: 0, fault: 'none', ...answerValues(exchange, reply) };
  // The tools of the pages before could be read: what clients make of these alone differs.
  const severity = list.pages.length > 1 ? ({ severity: 'problem' } as const) : {};
  // What fails at the server may pass: it was asked once.
  const sureness = exchange.kind === 'response' && exchange.status >= 500 ? ({ confidence: 'likely' } as const) : {};
  return [
    found('tools.list-failed', { values, evidence, ...severity, ...sureness }),
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
