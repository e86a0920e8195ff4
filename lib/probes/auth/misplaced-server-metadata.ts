import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { searchAtOnce, type Place } from './fetch-document.ts';
import { isHopeless, looksLikeServerMetadata } from './server-metadata.ts';

/** Authorization server metadata where no client looks for this issuer. */
export const misplacedServerMetadata = defineProbe({
  key: 'misplaced-server-metadata',
  after: ['authorization-server'],
  plan: 'wider',
  async collect(context) {
    const server = observed(await context.when('authorization-server'));
    if (!server || server.from !== 'resource-metadata' || server.chosen !== null)
      return new Unavailable('prerequisite');
    if (server.attempts.some(isHopeless)) return new Unavailable('prerequisite');
    const asked = new Set(server.attempts.map(({ url }) => url));
    const places = candidates(server.issuer).filter(({ url }) => !asked.has(context.redactUrl(url)));
    if (places.length === 0) return new Unavailable('prerequisite');
    return searchAtOnce(context, places, { step: null, limit: 'side', looksRight: looksLikeServerMetadata });
  },
});

function candidates(issuer: string): readonly Place[] {
  const { origin, pathname } = new URL(issuer);
  const base = `${origin}${pathname.replace(/\/+$/, '')}`;
  return [
    { url: `${base}/.well-known/oauth-authorization-server`, form: 'rfc8414-appended' },
    { url: `${origin}/.well-known/oauth-authorization-server`, form: 'rfc8414-root' },
    { url: `${origin}/.well-known/openid-configuration`, form: 'oidc-root' },
  ];
}
