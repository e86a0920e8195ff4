import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { ReplacedFunction } from '../../kernel/evidence-browser.ts';
import { observed } from '../../kernel/observation.ts';
import { speakingFunctions } from '../../standards/page-marks.ts';
import { browserSources as sources } from './browser-sources.ts';
import { nameOfExtension } from './extension-names.ts';
import { named } from './look-words.ts';

const mostNamedExtensions = 12;

/** Are the functions that Claude’s page calls the browser’s own? */
export const pageScriptsCheck = defineCheck({
  topic: 'page-scripts',
  needs: ['page-integrity'],
  uses: ['extensions'],
  codes: {
    'client.page-script-patched': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'you',
      title:
        '{by, select, extension {{extension} stands between Claude’s page and the browser} other {A script from outside may stand between Claude’s page and the browser}}',
      detail:
        '{by, select, extension {On Claude’s page {functions} are not the browser’s own any more: {extension} has put its own in their place. Whatever the page asks for through them passes through it first, and may be held back or changed there.} other {On Claude’s page {functions} are not the browser’s own any more, and the script that replaced them has no address. User-script managers work so; a script of the page itself may do so as well, which is no fault.}}',
      fix: '{by, select, extension {Switch {extension} off for claude.ai, or altogether, reload Claude’s page and see whether it works.} other {If you use a user-script manager, switch it off for claude.ai, reload Claude’s page and see whether it works. “Find the extension” tries that by itself.}}',
      sources: [sources.contentScripts, sources.directoryFails],
    },
  },
  evaluate({ 'page-integrity': { replaced, runsScripts }, extensions }) {
    const known = observed(extensions);
    const relevant = replaced.filter(({ name }) => speakingFunctions.test(name));
    const ids = new Set(relevant.flatMap(({ by }) => (by.kind === 'extension' ? [by.id] : [])));
    const byUnknown = relevant.filter(({ by }) => by.kind === 'unknown');
    if (relevant.length === 0 && runsScripts === false) return [skip('prerequisite', 'client.page-script-patched')];
    return [
      ...[...ids].slice(0, mostNamedExtensions).map((id) => {
        const own = relevant.filter(({ by }) => by.kind === 'extension' && by.id === id);
        const values = { by: 'extension', extension: nameOfExtension(id, known), functions: functionsOf(own) };
        return found('client.page-script-patched', { values });
      }),
      ...(byUnknown.length === 0
        ? []
        : [
            found('client.page-script-patched', {
              severity: 'warning',
              confidence: 'possible',
              values: { by: 'unknown', extension: '', functions: functionsOf(byUnknown) },
            }),
          ]),
    ];
  },
});

function functionsOf(list: readonly ReplacedFunction[]): string {
  return named(list.map(({ name }) => name));
}
