import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { chosenDocument, searchInOrder } from './fetch-document.ts';
import { discoverServer, firstIssuer, isHopeless, looksLikeServerMetadata } from './server-metadata.ts';

/**
 * Metadata of the first authorization server that the resource names (Claude asks no other), or, without resource metadata,
 * of the connector's own origin, as clients did before 2025-06-18.
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 */
export const authorizationServer = defineProbe({
  key: 'authorization-server',
  after: ['resource-metadata'],
  plan: 'walk',
  async collect(context) {
    const resource = observed(await context.when('resource-metadata'));
    if (!resource) return new Unavailable('prerequisite');
    if (resource.chosen === null) return originServer();
    const issuer = firstIssuer(chosenDocument(resource));
    return issuer === undefined ? new Unavailable('prerequisite') : discoverServer(context, issuer, 6);

    async function originServer() {
      const { origin } = new URL(context.target.endpoint);
      const places = ['oauth-authorization-server', 'openid-configuration'].map((name) => ({
        url: `${origin}/.well-known/${name}`,
        form: 'origin' as const,
      }));
      const search = { step: 6, looksRight: looksLikeServerMetadata, giveUp: isHopeless } as const;
      return { issuer: origin, from: 'origin' as const, ...(await searchInOrder(context, places, search)) };
    }
  },
});
