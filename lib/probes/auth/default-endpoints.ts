import type { AuthorizationServer, Documents, EvidenceMap } from '../../kernel/evidence.ts';
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
    const send = async (method: 'GET' | 'OPTIONS', path: string) => {
      const headers = { accept: 'text/html, application/json' };
      const { exchange } = await ask({ step: 5, method, url: `${origin}${path}`, headers, maxRedirects: 0 });
      return { path, exchange };
    };
    const get = (path: string) => send('GET', path);
    const [madeUp, ...answers] = await Promise.all([get(madeUpPath), ...paths.map(get)]);
    const usual = usualAnswers(resource, server, madeUp.exchange);
    const endpoints = answers.map(({ path, exchange }) => ({
      path,
      exchange,
      exists: exists(path, exchange, usual) || (path === '/authorize' && failsAlone(exchange, madeUp.exchange)),
    }));
    const [authorize, ...others] = endpoints;
    const isHalf = authorize?.exists === true && !others.every((endpoint) => endpoint.exists);
    return { endpoints: isHalf ? await lookForPosting(endpoints) : endpoints };

    // Some frameworks do not know a path at all in which GET has no place, and say so only when they are asked for their methods.
    async function lookForPosting(known: readonly Endpoint[]): Promise<readonly Endpoint[]> {
      const missing = known.filter((endpoint) => !endpoint.exists).map(({ path }) => path);
      const [unknown, ...options] = await Promise.all([madeUpPath, ...missing].map((path) => send('OPTIONS', path)));
      if (unknown && takesPost(unknown.exchange)) return known;
      return known.map((endpoint) => {
        const exchange = options.find(({ path }) => path === endpoint.path)?.exchange;
        return exchange && takesPost(exchange) ? { path: endpoint.path, exchange, exists: true } : endpoint;
      });
    }
  },
});

type Endpoint = EvidenceMap['default-endpoints']['endpoints'][number];

function takesPost(exchange: Exchange): boolean {
  if (exchange.kind === 'failure' || exchange.status >= 300) return false;
  return /\bPOST\b/i.test(exchange.headers['allow'] ?? '');
}

/** An error of its own, where other paths are not found: the application is there, and fails over the missing parameters. */
function failsAlone(exchange: Exchange, madeUp: Exchange): boolean {
  return exchange.kind === 'response' && exchange.status === 500 && madeUp.kind === 'response' && madeUp.status === 404;
}

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
