import { defineCheck, found, skip } from '../../kernel/check.ts';
import { bundleSources as sources } from './sources.ts';

/** Where a bundle can be listed: nowhere in the directory any more, which its author has to know before anything else. */
export const bundleListingCheck = defineCheck({
  topic: 'listing',
  needs: ['bundle'],
  codes: {
    'bundle.listing-closed': {
      severity: 'note',
      confidence: 'certain',
      step: null,
      who: 'author',
      title: 'Bundles are no longer accepted in the directory',
      detail:
        'Anthropic’s page on submissions, read on 1 September 2026, says that listings of local servers (.mcpb) have ended. Until February 2026 they could be submitted. Everybody can still install the file in Claude Desktop, unless their organization has switched that off.',
      fix: 'To be found in the directory, run the server where it can be reached at an https address and submit it as a remote connector, or ship the bundle in a plugin. Otherwise give people the file itself.',
      sources: [sources.submission],
    },
  },
  evaluate: ({ bundle: { fault } }) =>
    fault === null ? [found('bundle.listing-closed')] : [skip('prerequisite', 'bundle.listing-closed')],
});
