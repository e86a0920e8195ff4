import { publicResolver } from '../../lib/standards/public-resolver.ts';

/** What a DNS-over-HTTPS endpoint is called on screen: the built-in one by its owner, others by their host. */
export function resolverName(endpoint: string): string {
  if (endpoint === publicResolver.url) return publicResolver.name;
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}
