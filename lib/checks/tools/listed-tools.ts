import { found, skip, type Found, type Outcome } from '../../kernel/check.ts';
import type { EvidenceKey, Listing } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { SkipReason, Values } from '../../kernel/finding.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { isJsonObject, stringMember, type JsonObject } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { refusesForWantOfSignIn } from '../auth/sign-in-signs.ts';
import { opening, openingUses, type OpeningSeen } from '../transport/opening.ts';
import { whyNot } from '../transport/why-not.ts';

/** What a check must declare as `uses`, beside `needs: ['initialize']`, to judge the listed tools. */
export const listedToolsUses = [...openingUses, 'listing'] as const satisfies readonly EvidenceKey[];

/** The part of what a check sees that holds the listed tools. */
export type ListedToolsSeen = OpeningSeen & { readonly listing: Observation<Listing> };

/** One tool of the list. */
export interface ListedTool {
  /** Its name, else undefined: the check of the listing speaks of tools without one. */
  readonly name: string | undefined;
  /** The name as a sentence shows it, or its number in the list. */
  readonly shown: string;
  readonly tool: JsonObject;
}

/** What a rule sees: the tools, and a way to state what it found about some of them. */
export interface ListedTools {
  readonly tools: readonly ListedTool[];
  /** All pages were read, to the end, and each once. */
  readonly isWhole: boolean;
  /** The exchanges of the listing. */
  readonly evidence: readonly Exchange[];
  /** States one finding about several tools, or nothing when there are none. */
  about<C extends FindingCode>(
    code: C,
    tools: readonly ListedTool[],
    rest?: Omit<Found<C>, 'kind' | 'code'>,
  ): readonly Found<C>[];
}

/**
 * Judges the tools that were listed, wherever that was. Without a list all codes are skipped with the reason; of a list that could be
 * read in part, what was not found is not called passed.
 */
export function judgeListed<C extends FindingCode>(
  seen: ListedToolsSeen,
  codes: readonly C[],
  judge: (listed: ListedTools) => readonly Outcome<C>[],
): readonly Outcome<C>[] {
  const listing = listingOf(seen);
  if (typeof listing === 'string') return [skip(listing, ...codes)];
  const tools = listing.tools.flatMap((tool, index) => (isJsonObject(tool) ? [listedTool(tool, index)] : []));
  if (tools.length === 0) return [skip(whyEmpty(listing), ...codes)];
  const isWhole = listing.end === 'complete' && tools.length === listing.tools.length;
  const said = judge(withEvidence(tools, listing, isWhole));
  return isWhole ? said : [...said, skip('not-reached', ...codes)];
}

/** Up to eight names and how many more there are, as values for `theNames`. */
export function namesOf(tools: readonly { readonly shown: string }[]): Values {
  const shown = tools.slice(0, mostNames).map((tool) => `“${tool.shown}”`);
  return { count: tools.length, names: shown.join(', '), more: tools.length - shown.length };
}

/** The names of tools in a sentence; wants the values of `namesOf`. */
export const theNames = '{names}{more, plural, =0 {} other { and {more} more}}';

const mostNames = 8;
const longestShown = 80;

/** True when the page was refused because somebody must sign in first. */
export function asksForSignIn({ pages }: Listing): boolean {
  const last = pages.at(-1);
  if (!last) return false;
  const isRefusal = pages.length === 1 && refusesForWantOfSignIn(last.exchange, last.reply, undefined);
  return isRefusal || (last.exchange.kind === 'response' && last.exchange.status === 401);
}

function listingOf(seen: ListedToolsSeen): Listing | SkipReason {
  const opened = opening(seen);
  if (opened.kind === 'sign-in') return 'needs-sign-in';
  if (opened.kind !== 'works') return 'not-reached';
  return observed(seen.listing) ?? observed(seen['legacy-sse'])?.listing ?? whyNot(seen.listing);
}

function whyEmpty(listing: Listing): SkipReason {
  if (listing.end === 'complete' && listing.tools.length === 0) return 'not-applicable';
  return asksForSignIn(listing) ? 'needs-sign-in' : 'not-reached';
}

function listedTool(tool: JsonObject, index: number): ListedTool {
  const name = stringMember(tool, 'name');
  const shown = inOneLine(name ?? '', longestShown);
  return { name, shown: shown === '' ? `#${String(index + 1)}` : shown, tool };
}

function withEvidence(tools: readonly ListedTool[], { pages }: Listing, isWhole: boolean): ListedTools {
  const evidence = pages.map(({ exchange }) => exchange);
  return {
    tools,
    isWhole,
    evidence,
    about(code, concerned, rest = {}) {
      if (concerned.length === 0) return [];
      const values = { ...namesOf(concerned), total: tools.length, ...rest.values };
      return [found(code, { ...rest, values, evidence })];
    },
  };
}
