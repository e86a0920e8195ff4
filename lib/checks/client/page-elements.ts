import { defineCheck, found, skip } from '../../kernel/check.ts';
import { claudePageElements } from '../../standards/claude-page-elements.ts';
import { browserSources as sources } from './browser-sources.ts';
import { named } from './look-words.ts';
import { searched } from './looks.ts';

/** Is every part of Claude’s page shown that its document holds? */
export const pageElementsCheck = defineCheck({
  topic: 'page-elements',
  needs: ['page-integrity'],
  uses: ['bisect'],
  codes: {
    'client.page-elements-hidden': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'A style from outside hides parts of Claude’s page',
      detail:
        '{count, plural, one {A part of the page is} other {# parts of the page are}} in the document and not shown ({parts}), although no style of Claude’s own says so. Element blockers and style managers hide parts so, often by a rule that was made for another site.',
      fix: 'Switch element hiding (“cosmetic filtering”) or your own styles off for claude.ai and reload Claude’s page.{searched, select, no { “Find the extension” shows which one it is.} named { The search has named it.} other { The extensions that the search had switched off do not do it.}}',
      sources: [sources.contentScripts],
    },
  },
  evaluate({ 'page-integrity': { hidden, runsScripts }, bisect }) {
    const injected = hidden.filter(({ by }) => by === 'injected').map(({ what }) => what);
    if (injected.length > 0) {
      const parts = named(injected.map(wordsOf));
      return [
        found('client.page-elements-hidden', {
          values: { count: new Set(injected).size, parts, searched: searched(bisect) },
        }),
      ];
    }
    // A page that runs no scripts has nothing of its own to hide.
    return runsScripts === false ? [skip('prerequisite', 'client.page-elements-hidden')] : [];
  },
});

function wordsOf(what: string): string {
  return claudePageElements.find(({ id }) => id === what)?.words ?? what;
}
