import type { AuthorizationServer, Documents } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';

const paths = ['/authorize', '/token', '/register'] as const;
/** No server has it: what it answers, the server answers to any path. */
const madeUpPath = '/connector-doctor-made-up-path';

/**
 * The endpoints of the oldest fallback, at the connector's origin, when there is no metadata at all. Asked with GET, because a
 * POST could write something there, and beside a made-up path, which shows what the server answers for what it does not have.
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
    const { origin } = new URL(target.endpoint);
    const get = (path: string) =>
      ask({
        step: 5,
        method: 'GET',
        url: `${origin}${path}`,
        headers: { accept: 'text/html, application/json' },
        maxRedirects: 0,
      });
    const [madeUp, ...answers] = await Promise.all([madeUpPath, ...paths].map(get));
    const usual = usualAnswers(resource, server, madeUp?.exchange);
    const endpoints = paths.map((path, index) => {
      const exchange = answers[index]?.exchange;
      return exchange && { path, exchange, exists: exists(path, exchange, usual) };
    });
    return { endpoints: endpoints.filter((endpoint) => endpoint !== undefined) };
  },
});

/** The statuses with which this origin answers requests for what it does not have. */
function usualAnswers(
  resource: Documents,
  server: AuthorizationServer,
  madeUp: Exchange | undefined,
): ReadonlySet<number> {
  const wellKnown = [...resource.attempts, ...server.attempts].filter(({ form }) => form !== 'challenge');
  const statuses = [madeUp, ...wellKnown.map(({ exchange }) => exchange)].flatMap((exchange) =>
    exchange?.kind === 'response' ? [exchange.status] : [],
  );
  return new Set(statuses);
}

/** What a gateway says before it looks at the path proves nothing of the path: a sign-in, a ban, too many requests. */
const beforeThePath: readonly number[] = [401, 403, 404, 407, 410, 429];

function exists(path: string, exchange: Exchange, usual: ReadonlySet<number>): boolean {
  if (exchange.kind === 'failure' || beforeThePath.includes(exchange.status) || exchange.status >= 500) return false;
  if (usual.has(exchange.status)) return false;
  const isPage = /html/i.test(exchange.headers['content-type'] ?? '') && exchange.status === 200;
  const isRedirect = exchange.status >= 300 && exchange.status < 400;
  return path === '/authorize' || !(isPage || isRedirect);
}
