import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { resourceMetadataUrls } from '../../parsing/well-known.ts';
import { wayIn, wayInNeeds } from '../transport/way-in.ts';
import { searchAtOnce } from './fetch-document.ts';

/** Resource metadata of a server that answered without a sign-in: Claude may take it for a reason to register. */
export const openMetadata = defineProbe({
  key: 'open-metadata',
  after: [...wayInNeeds, 'legacy-sse'],
  plan: 'side',
  async collect(context) {
    const isOpen =
      (await wayIn(context)) !== null ||
      observed(await context.when('legacy-sse'))?.initialize?.reply.kind === 'result';
    if (!isOpen) return new Unavailable('prerequisite');
    return searchAtOnce(context, resourceMetadataUrls(context.target.endpoint), { step: null, limit: 'side' });
  },
});
