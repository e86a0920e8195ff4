import type { AuthorizationServer, Documents } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';

const paths = ['/authorize', '/token', '/register'] as const;

/**
 * The endpoints of the oldest fallback, at the connector's origin, when there is no metadata at all. Asked with GET: a POST could
 * write something there.
 * @see https://modelcontextprotocol.io/specification/2025-03-26/basic/authorization#fallbacks-for-servers-without-metadata-discovery
 */
export const defaultEndpoints = defineProbe({
  key: 'default-endpoints',
  after: ['resource-metadata', 'authorization-server'],
  plan: 'walk',
  async collect({ when, ask, target }) {
    const resource = observed(await when('resource-metadata'));
    if (!resource || resource.chosen !== null) return new Unavailable('prerequisite');
    const server = observed(await when('authorization-server'));
    if (!server || server.chosen !== null) return new Unavailable('prerequisite');
    const usual = usualRefusals(resource, server);
    const { origin } = new URL(target.endpoint);
    const endpoints = await Promise.all(
      paths.map(async (path) => {
        const answer = await ask({
          step: 5,
          method: 'GET',
          url: `${origin}${path}`,
          headers: { accept: 'text/html, application/json' },
          maxRedirects: 0,
        });
        return { path, exchange: answer.exchange, exists: exists(path, answer.exchange, usual) };
      }),
    );
    return { endpoints };
  },
});

/** The statuses with which this origin answers requests for what it does not have. */
function usualRefusals(resource: Documents, server: AuthorizationServer): ReadonlySet<number> {
  const statuses = [...resource.attempts, ...server.attempts]
    .filter(({ form }) => form !== 'challenge')
    .flatMap(({ exchange }) => (exchange?.kind === 'response' ? [exchange.status] : []));
  return new Set(statuses);
}

function exists(path: string, exchange: Exchange, usual: ReadonlySet<number>): boolean {
  if (exchange.kind === 'failure' || exchange.status === 404 || exchange.status === 410) return false;
  // A gateway that answers 401 (or 405, or a page) to everything says nothing about this path.
  if (usual.has(exchange.status) || exchange.status >= 500) return false;
  const isPage = /html/i.test(exchange.headers['content-type'] ?? '') && exchange.status === 200;
  const isRedirect = exchange.status >= 300 && exchange.status < 400;
  return path === '/authorize' || !(isPage || isRedirect);
}
