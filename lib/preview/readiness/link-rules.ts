import { isPrivateHostname } from '../../kernel/address.ts';
import type { LinkPage, LinkSight, ListingEvidence } from '../../kernel/evidence-listing.ts';
import type { FailureReason, ResponseExchange } from '../../kernel/exchange.ts';
import type { Values } from '../../kernel/finding.ts';
import type { ListingDraft } from '../../kernel/listing.ts';
import { mediaType } from '../../parsing/media-type.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { isSignIn } from './sign-in-page.ts';

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
  | 'scripted'
  /** The answer is no page of text: `type`. */
  | 'other-kind'
  /** What stands there says of itself that nothing is there. */
  | 'absent'
  /** It leads to another site: `host`. */
  | 'elsewhere'
  /** It leads to the home page. */
  | 'to-home'
  /** A privacy policy that speaks neither of privacy nor of data. */
  | 'no-privacy'
  /** A privacy policy that is a PDF: `status`. */
  | 'unread';

/** What can be said of one address that a listing names. */
export type LinkState =
  | { readonly state: 'met'; readonly seen: 'mail' | 'page' | 'text' | 'pdf'; readonly status: number }
  | {
      readonly state: 'confirm';
      readonly because: LinkDoubt;
      /** For the words that say so. */
      readonly values: Values;
    }
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

/** What a row of a listing is judged from. */
export type JudgedListing = Pick<ListingEvidence, 'draft' | 'counts' | 'links'>;

type LinkName = LinkSight['which'];

/** Where each of them is told. */
const members = {
  documentation: 'documentationUrl',
  privacy: 'privacyPolicyUrl',
  support: 'supportContact',
} as const satisfies Readonly<Record<LinkName, keyof ListingDraft>>;

/** One of the addresses that a listing names, trimmed; empty where none was told. */
export function toldLink(draft: ListingDraft, which: LinkName): string {
  return draft[members[which]].trim();
}

/** Judges one of the addresses: from what was typed, and from what was seen of it where somebody looked. */
export function linkState({ draft, counts, links }: JudgedListing, which: LinkName): LinkState {
  const kind = counts.addresses[which];
  if (kind === 'none') return doubt('untold');
  if (which === 'support' && kind === 'mail') return { state: 'met', seen: 'mail', status: 0 };
  const said = inOneLine(toldLink(draft, which), 200);
  if (kind !== 'https')
    return { state: 'unmet', fault: kind === 'http' ? 'plain' : 'text', said, status: 0, reason: '' };
  const sight = links.find((link) => link.which === which);
  return sight === undefined ? doubt('unlooked') : seenState(sight, said);
}

function doubt(because: LinkDoubt, values: Values = {}): LinkState {
  return { state: 'confirm', because, values };
}

type Unmet = (
  fault: LinkFault,
  more?: { status?: number; reason?: 'name' | 'certificate' | 'late' | 'connection' },
) => LinkState;

function seenState(sight: LinkSight, said: string): LinkState {
  const { exchange, refused, page } = sight;
  const unmet: Unmet = (fault, { status = 0, reason = '' as const } = {}) => ({
    state: 'unmet',
    fault,
    said,
    status,
    reason,
  });
  if (refused === 'private-address') return unmet('private');
  if (refused !== null) return unmet(refused === 'not-https' ? 'plain' : 'text');
  if (exchange === null) return doubt('unlooked');
  if (exchange.kind === 'response') return unheld(exchange, page, unmet) ?? whatStands(exchange, sight);
  if (exchange.reason === 'private-address') return unmet('private');
  if (exchange.reason === 'redirect-loop') return unmet('loop');
  return ownFailures.has(exchange.reason) ? doubt('not-seen') : unmet('unreached', { reason: kindOf(exchange.reason) });
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

/** Why an answer is not what is asked for; null where one has to look at what stands in it. */
function unheld(exchange: ResponseExchange, page: LinkPage | null, unmet: Unmet): LinkState | null {
  const { status, finalUrl, bodyBytes } = exchange;
  if (status === 401 || status === 407 || isSignIn(exchange, page)) return unmet('login');
  // A site that wants no programs answers so; whether people see the page cannot be told from here.
  if ([403, 405, 406, 429, 503].includes(status)) return doubt('programs-refused');
  if (isLedInside(exchange)) return unmet('private');
  if (status < 200 || status >= 300) return unmet('status', { status });
  if (finalUrl.startsWith('http:')) return unmet('downgrade');
  const isEmpty = page === null ? bodyBytes === 0 : page.textLength < leastText && !page.hasScript;
  return isEmpty ? unmet('empty') : null;
}

/** A redirect to a private address is not followed: the answer is the redirect itself. */
function isLedInside({ status, headers, finalUrl }: ResponseExchange): boolean {
  const to = headers['location'];
  if (status < 300 || status >= 400 || to === undefined || !URL.canParse(to, finalUrl)) return false;
  return isPrivateHostname(new URL(to, finalUrl).hostname);
}

/** Less is no page that anybody reads. Characters. */
const leastText = 40;
/** A page with a script that shows less may be only what stands there until the script has drawn it. Characters. */
const leastBesideScript = 300;

/** Only what was seen is said: an answer with a success is no proof that the right page stands there. */
function whatStands(exchange: ResponseExchange, { which, page, isElsewhere }: LinkSight): LinkState {
  const { status, url, finalUrl, headers, redirects } = exchange;
  const type = mediaType(headers['content-type']) ?? '';
  if (page === null && type !== 'application/pdf')
    return doubt('other-kind', { type: type === '' ? '?' : inOneLine(type, 80) });
  if (page?.saysAbsent === true) return doubt('absent');
  if (isElsewhere) return doubt('elsewhere', { host: hostOf(finalUrl) });
  if (redirects.length > 0 && isHome(finalUrl) && !isHome(url)) return doubt('to-home');
  if (page === null) return which === 'privacy' ? doubt('unread', { status }) : { state: 'met', seen: 'pdf', status };
  if (page.hasScript && page.textLength < leastBesideScript) return doubt('scripted');
  if (which === 'privacy' && !page.speaksOfPrivacy) return doubt('no-privacy', { status });
  return { state: 'met', seen: type.startsWith('text/') && type !== 'text/html' ? 'text' : 'page', status };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? inOneLine(new URL(url).host, 120) : '';
}

/** The first page of a site, perhaps in one of its languages; not one that its query names. */
function isHome(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  const isFirst = /^\/(?:(?:[a-z]{2}(?:[-_][a-z]{2})?)\/?)?(?:(?:home|index|default)(?:\.[a-z]{2,5})?\/?)?$/i.test(
    pathname,
  );
  return isFirst && !/[?&](?:p|page|page_id|id|path|route)=/i.test(search);
}
