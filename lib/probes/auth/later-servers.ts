import { stringsMember } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { chosenDocument } from './fetch-document.ts';
import { discoverServer } from './server-metadata.ts';

const mostServers = 2;

/** Metadata of the authorization servers named after the first, when the first fails: Claude would not ask them. */
export const laterServers = defineProbe({
  key: 'later-servers',
  after: ['resource-metadata', 'authorization-server'],
  plan: 'wider',
  async collect(context) {
    const document = chosenDocument(observed(await context.when('resource-metadata')));
    const later = (stringsMember(document, 'authorization_servers') ?? []).slice(1, 1 + mostServers);
    if (later.length === 0) return new Unavailable('prerequisite');
    const first = observed(await context.when('authorization-server'));
    if (!first || first.chosen !== null) return new Unavailable('prerequisite');
    return { servers: await Promise.all(later.map((issuer) => discoverServer(context, issuer, null))) };
  },
});
