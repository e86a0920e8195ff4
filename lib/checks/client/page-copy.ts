import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import { browserSources as sources } from './browser-sources.ts';
import { named } from './look-words.ts';
import { whyMissing } from './looks.ts';

/** Is the code of Claude’s page in this tab what the server gives out? */
export const pageCopyCheck = defineCheck({
  topic: 'page-copy',
  needs: [],
  uses: ['page-copy', 'page-traffic'],
  codes: {
    'client.stale-cache': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'This tab has an old copy of Claude’s page',
      detail:
        '{sign, select, gone {The page asks for files of its own code that are no longer there ({files}): it is older than what Claude’s servers give out.} other {The tab’s copy of the page’s own code differs from what the server gives out now ({files}).}} Parts of the page then do not fit each other, and lists stay empty.',
      fix: 'Reload Claude’s page. If it stays like this, clear Claude’s cached files (cookies, and with them the sign-in, stay) and reload again.',
      sources: [sources.caching, sources.errors],
    },
  },
  evaluate({ 'page-copy': copy, 'page-traffic': traffic }): readonly Outcome<'client.stale-cache'>[] {
    const seen = observed(copy);
    const asked = (observed(traffic)?.notes ?? []).flatMap(({ url, need, what }) =>
      need !== null && what.kind === 'gone' ? [fileOf(url)] : [],
    );
    const gone = [...(seen?.gone ?? []), ...asked];
    if (gone.length > 0) return [found('client.stale-cache', { values: { sign: 'gone', files: named(gone) } })];
    if (seen && seen.differing.length > 0) {
      const values = { sign: 'differing', files: named(seen.differing) };
      // A new version may have come out since the page was loaded, and the old one may still work.
      return [found('client.stale-cache', { values, confidence: 'likely' })];
    }
    if (!seen) return [skip(whyMissing(copy), 'client.stale-cache')];
    return seen.compared === 0 ? [skip('vantage', 'client.stale-cache')] : [];
  },
});

function fileOf(url: string): string {
  return url.replace(/\?.*$/s, '').split('/').at(-1) ?? url;
}
