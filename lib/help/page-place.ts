import { places, type PlaceId } from '../knowledge/places.ts';

/** The address without what is filled in for a connector. */
interface PlainPlace {
  readonly origin: string;
  readonly path: string;
  /** Members of the query that name the page itself. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

/**
 * Whether the page at this address is the place, or one below it: the same host and path, with the members of the query that name the
 * place. What is filled in for a connector does not count, since Claude may take it out of the address.
 */
export function isAtPlace(address: string, id: PlaceId): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const { origin, path, query } = plainPlace(id);
  return (
    url.origin === origin &&
    isBelow(url.pathname, path) &&
    query.every(([name, value]) => url.searchParams.get(name) === value)
  );
}

/** The origin of a place, such as `https://claude.ai`. */
export function originOfPlace(id: PlaceId): string {
  return plainPlace(id).origin;
}

function plainPlace(id: PlaceId): PlainPlace {
  const { origin, pathname, searchParams } = new URL(places[id].url);
  return { origin, path: withoutSlash(pathname), query: [...searchParams].filter(([, value]) => !/[{}]/.test(value)) };
}

function isBelow(pathname: string, path: string): boolean {
  const asked = withoutSlash(pathname);
  return asked === path || asked.startsWith(`${path}/`);
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
