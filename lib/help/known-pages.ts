import { sources } from '../knowledge/sources.ts';
import type { SearchEntry } from './search-entry.ts';

type PageOfSource = SearchEntry['sources'][number];

/** A page by its address: with title and date where it is one of the known sources, else under its own address, undated. */
export function sourceOfUrl(url: string): PageOfSource {
  return known.get(withoutPart(url)) ?? { title: shortAddress(url), url, date: null };
}

const known: ReadonlyMap<string, PageOfSource> = new Map(
  Object.values(sources).map(({ title, url, date }) => [withoutPart(url), { title, url, date }]),
);

/** Without the part of the page that is pointed at. */
function withoutPart(url: string): string {
  return (url.split('#')[0] ?? url).replace(/\/$/, '');
}

function shortAddress(url: string): string {
  return withoutPart(url).replace(/^https:\/\/(?:www\.)?/, '');
}
