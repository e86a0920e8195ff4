import { isPrivateHostname } from '../../kernel/address.ts';
import type { LinkPage, LinkSight } from '../../kernel/evidence-listing.ts';
import type { FailureReason, ResponseExchange } from '../../kernel/exchange.ts';
import type { ListingDraft } from '../../kernel/listing.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { signInPages } from '../../standards/login-walls.ts';

/** What in an address does not hold. */
export type LinkFault =
  'text' | 'plain' | 'private' | 'unreached' | 'status' | 'login' | 'empty' | 'downgrade' | 'loop';

/** Why it cannot be told whether an address holds. */
export type LinkDoubt =
  /** The author did not tell one. */
  | 'untold'
  /** Nobody looked at it. */
  | 'unlooked'
  /** A permission was missing, or this machine's own network was in the way. */
  | 'not-seen'
  /** The site turns programs away, which says nothing of people. */
  | 'programs-refused'
  /** What people see is drawn by a script. */
  | 'scripted';

/** What can be said of one address that a listing names. */
export type LinkState =
  | { readonly state: 'met' }
  | { readonly state: 'confirm'; readonly because: LinkDoubt }
  | {
      readonly state: 'unmet';
      readonly fault: LinkFault;
      /** As it was told, in one line. */
      readonly said: string;
      /** HTTP status, 0 where there was none. */
      readonly status: number;
      /** Why nobody could be reached. */
      readonly reason: 'name' | 'certificate' | 'late' | 'connection' | '';
    };

type LinkName = LinkSight['which'];

/** Where each of them is told. */
const members = {
  documentation: 'documentationUrl',
  privacy: 'privacyPolicyUrl',
  support: 'supportContact',
} as const satisfies Readonly<Record<LinkName, keyof ListingDraft>>;

/** The addresses that a listing names, trimmed; empty where none was told. */
export function toldLink(draft: ListingDraft, which: LinkName): string {
  return draft[members[which]].trim();
}

/** Judges one of the addresses: from its text, and from what was seen of it where somebody looked. */
export function linkState(draft: ListingDraft, links: readonly LinkSight[], which: LinkName): LinkState {
  const told = toldLink(draft, which);
  if (told === '') return { state: 'confirm', because: 'untold' };
  if (which === 'support' && isMail(told)) return { state: 'met' };
  const fault = textFault(told);
  const said = inOneLine(told, 200);
  if (fault !== null) return { state: 'unmet', fault, said, status: 0, reason: '' };
  const sight = links.find((link) => link.which === which);
  return sight === undefined ? { state: 'confirm', because: 'unlooked' } : seenState(sight, said);
}

/** An e-mail address, plain, with `mailto:`, or as a report shows it when it was taken out. */
export function isMail(text: string): boolean {
  const bare = text.trim().replace(/^mailto:/i, '');
  return /^[^\s@:/]{1,64}@[^\s@:/]+\.[^\s@:/.]{2,63}$/.test(bare) || /^redacted-email-\d+$/.test(bare);
}

function textFault(told: string): LinkFault | null {
  if (!URL.canParse(told)) return 'text';
  const { protocol, username, password } = new URL(told);
  if (protocol === 'http:') return 'plain';
  return protocol !== 'https:' || username !== '' || password !== '' ? 'text' : null;
}

function seenState({ exchange, refused, page }: LinkSight, said: string): LinkState {
  const unmet = (
    fault: LinkFault,
    more: { status?: number; reason?: 'name' | 'certificate' | 'late' | 'connection' } = {},
  ): LinkState => ({
    state: 'unmet',
    fault,
    said,
    status: more.status ?? 0,
    reason: more.reason ?? '',
  });
  if (refused === 'private-address') return unmet('private');
  if (refused !== null) return unmet(refused === 'not-https' ? 'plain' : 'text');
  if (exchange === null) return { state: 'confirm', because: 'unlooked' };
  if (exchange.kind === 'failure') {
    if (exchange.reason === 'private-address') return unmet('private');
    if (exchange.reason === 'redirect-loop') return unmet('loop');
    return ownFailures.has(exchange.reason)
      ? { state: 'confirm', because: 'not-seen' }
      : unmet('unreached', { reason: kindOf(exchange.reason) });
  }
  return answered(exchange, page, unmet);
}

/** What befell our own side, or was given up for want of time, tells nothing of the page. */
const ownFailures: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'no-permission',
  'blocked-by-client',
  'proxy',
  'aborted',
  'unknown',
]);

function kindOf(reason: FailureReason) {
  if (reason === 'dns') return 'name';
  if (reason.startsWith('tls-')) return 'certificate';
  return reason === 'timeout' ? 'late' : 'connection';
}

function answered(
  exchange: ResponseExchange,
  page: LinkPage | null,
  unmet: (fault: LinkFault, more?: { status?: number }) => LinkState,
): LinkState {
  const { status, finalUrl } = exchange;
  if (status === 401 || status === 407 || isSignIn(exchange, page)) return unmet('login');
  // A site that wants no programs answers so; whether people see the page cannot be told from here.
  if ([403, 405, 406, 429, 503].includes(status)) return { state: 'confirm', because: 'programs-refused' };
  if (isLedInside(exchange)) return unmet('private');
  if (status < 200 || status >= 300) return unmet('status', { status });
  if (finalUrl.startsWith('http:')) return unmet('downgrade');
  if (page === null) return exchange.bodyBytes === 0 ? unmet('empty') : { state: 'met' };
  if (page.textLength >= leastText) return { state: 'met' };
  return page.hasScript ? { state: 'confirm', because: 'scripted' } : unmet('empty');
}

/** A redirect to a private address is not followed: the answer is the redirect itself. */
function isLedInside({ status, headers, finalUrl }: ResponseExchange): boolean {
  const to = headers['location'];
  if (status < 300 || status >= 400 || to === undefined || !URL.canParse(to, finalUrl)) return false;
  return isPrivateHostname(new URL(to, finalUrl).hostname);
}

/** Less is no page that anybody reads. Characters. */
const leastText = 40;

/** It was led to a page of a sign-in, or is one: a page of its own that asks for a password and says little else. */
function isSignIn({ redirects, finalUrl }: ResponseExchange, page: LinkPage | null): boolean {
  if (redirects.length > 0 && leadsToSignIn(finalUrl)) return true;
  return page !== null && page.asksForPassword && (redirects.length > 0 || page.textLength < longestSignIn);
}

const longestSignIn = 1_000;

function leadsToSignIn(url: string): boolean {
  if (signInPages.some(({ marks }) => marks.some(({ address }) => address?.test(url) === true))) return true;
  if (!URL.canParse(url)) return false;
  return /\/(?:log-?in|sign-?in|auth\/login|users\/sign_in|sso|accounts\/login)(?:[/.]|$)/i.test(new URL(url).pathname);
}
