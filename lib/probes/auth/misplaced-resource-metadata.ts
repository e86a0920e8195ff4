import { stringMember, stringsMember, type Json } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { searchAtOnce, type Place } from './fetch-document.ts';

const document = '.well-known/oauth-protected-resource';

/** Resource metadata where no client looks: below the MCP path, below its parents, or inserted for another path. */
export const misplacedResourceMetadata = defineProbe({
  key: 'misplaced-resource-metadata',
  after: ['resource-metadata', 'authorization-server', 'default-endpoints'],
  plan: 'wider',
  async collect(context) {
    const { when, options, target } = context;
    const resource = observed(await when('resource-metadata'));
    if (!resource || resource.chosen !== null) return new Unavailable('prerequisite');
    const [server, defaults] = await Promise.all([when('authorization-server'), when('default-endpoints')]);
    const wayFound =
      (observed(server)?.chosen ?? null) !== null ||
      (observed(defaults)?.endpoints.every((endpoint) => endpoint.exists) ?? false);
    if (wayFound && !options.thorough) return new Unavailable('not-asked');
    const asked = new Set(resource.attempts.map(({ url }) => url));
    const places = candidates(target.endpoint).filter(({ url }) => !asked.has(context.redactUrl(url)));
    return searchAtOnce(context, places, { step: null, limit: 'side', looksRight: looksLikeResourceMetadata });
  },
});

function looksLikeResourceMetadata(found: Json): boolean {
  return stringsMember(found, 'authorization_servers') !== undefined || stringMember(found, 'resource') !== undefined;
}

/** The likeliest first. */
function candidates(endpoint: string): readonly Place[] {
  const { origin, pathname } = new URL(endpoint);
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const parents = segments.map((_, index) => segments.slice(0, segments.length - index).join('/'));
  const last = segments.at(-1);
  const urls = [
    ...parents.slice(0, 3).map((parent) => `${origin}/${parent}/${document}`),
    ...(segments.length > 0 ? [`${origin}/${document}/${segments.join('/')}/`] : []),
    ...(segments.length > 1 && last !== undefined ? [`${origin}/${document}/${last}`] : []),
    `${origin}/${document}/mcp`,
    `${origin}/${document}.json`,
    `${origin}/oauth-protected-resource`,
  ];
  return urls.map((url) => ({ url, form: 'appended' as const }));
}
