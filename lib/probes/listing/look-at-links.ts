import type { LinkSight, ListingEvidence } from '../../kernel/evidence-listing.ts';
import type { ListingDraft } from '../../kernel/listing.ts';
import type { Answer, ProbeContext } from '../../kernel/probe.ts';
import { linkPage, plainPage } from '../../parsing/link-page.ts';
import { listingCounts } from '../../parsing/listing-counts.ts';
import { isEventStream, mediaType } from '../../parsing/media-type.ts';
import { isSameSite } from '../../parsing/same-site.ts';
import { refusal } from '../network/refusal.ts';

type LinkContext = Pick<ProbeContext<never>, 'ask' | 'target' | 'redact' | 'redactUrl'>;

/** A page needs no more to be told from an empty one. */
const mostPageBytes = 64 * 1024;

/** Reads what was told, and asks for the pages that it names: each once, without credentials, as somebody would who opens it. */
export async function listingEvidence(
  draft: ListingDraft,
  context: LinkContext,
  { withLinks }: { readonly withLinks: boolean },
): Promise<ListingEvidence> {
  const { readDescription } = await import('../../parsing/description.ts');
  const links = withLinks ? await Promise.all(addressesOf(draft).map((link) => lookAt(link, context))) : [];
  return { draft, counts: listingCounts(draft), descriptionFaults: readDescription(draft.description).faults, links };
}

interface Link {
  readonly which: LinkSight['which'];
  readonly url: string;
}

/** An e-mail address is no page, and what is no address of the web is not asked: their text says enough. */
function addressesOf({ documentationUrl, privacyPolicyUrl, supportContact }: ListingDraft): readonly Link[] {
  const all: readonly Link[] = [
    { which: 'documentation', url: documentationUrl.trim() },
    { which: 'privacy', url: privacyPolicyUrl.trim() },
    { which: 'support', url: supportContact.trim() },
  ];
  return all.filter(({ url }) => /^https:/i.test(url));
}

async function lookAt({ which, url }: Link, context: LinkContext): Promise<LinkSight> {
  const refused = refusal(context.target, url);
  const shown = URL.canParse(url) ? context.redactUrl(url.slice(0, 2_048)) : context.redact(url.slice(0, 2_048));
  if (refused !== null) return { which, url: shown, exchange: null, refused, isElsewhere: false, page: null };
  const answer = await context.ask({
    step: 12,
    method: 'GET',
    url: withoutFragment(url),
    headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' },
    limit: 'side',
    maxRedirects: 5,
    wantBytes: true,
    maxBytes: mostPageBytes,
    onHead: ({ headers }) => (isEventStream(headers['content-type']) ? 'stop' : 'go-on'),
  });
  const { exchange } = answer;
  const isElsewhere = exchange.kind === 'response' && !isSameSite(url, exchange.finalUrl);
  return { which, url: shown, exchange, refused: null, isElsewhere, page: pageOf(answer) };
}

function withoutFragment(url: string): string {
  const bare = new URL(url);
  bare.hash = '';
  return bare.href;
}

const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

const plainTypes: ReadonlySet<string> = new Set(['text/plain', 'text/markdown']);

function pageOf(answer: Answer): LinkSight['page'] {
  if (answer.kind !== 'response') return null;
  const type = mediaType(answer.headers['content-type']) ?? '';
  if (htmlTypes.has(type)) return linkPage(new TextDecoder().decode(answer.bytes));
  return plainTypes.has(type) ? plainPage(new TextDecoder().decode(answer.bytes)) : null;
}
