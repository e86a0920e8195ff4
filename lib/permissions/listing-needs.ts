import type { ListingDraft } from '../kernel/listing.ts';
import { originPattern } from '../kernel/origin-pattern.ts';
import type { PermissionNeeds } from './ask.ts';
import { browserFamily } from './browser-family.ts';
import { permissionsOf, type BrowserFamily } from './permission-sets.ts';

/** The pages of a listing that can be looked at: https addresses, each once. */
export function lookedAtLinks({ documentationUrl, privacyPolicyUrl, supportContact }: ListingDraft): readonly URL[] {
  const urls = [documentationUrl, privacyPolicyUrl, supportContact]
    .map((text) => text.trim())
    .filter((text) => URL.canParse(text))
    .map((text) => new URL(text))
    .filter(({ protocol }) => protocol === 'https:');
  return [...new Map(urls.map((url) => [url.href, url])).values()];
}

/** What has to be allowed before those pages are looked at. */
export function listingNeeds(draft: ListingDraft, family: BrowserFamily = browserFamily()): PermissionNeeds {
  return {
    origins: [...new Set(lookedAtLinks(draft).flatMap(({ href }) => originPattern(href) ?? []))],
    permissions: permissionsOf(family).optional.filter((name) => name === 'webRequest'),
  };
}
