import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { ExtensionsSeen, ReplacedFunction } from '../../kernel/evidence-browser.ts';
import { observed } from '../../kernel/observation.ts';
import { speakingFunctions } from '../../standards/page-marks.ts';
import { browserSources as sources } from './browser-sources.ts';
import { believedExtension } from './extension-names.ts';
import { named } from './look-words.ts';
import { searched } from './looks.ts';

const mostReplacers = 12;

/** Are the functions that Claude’s page calls the browser’s own? */
export const pageScriptsCheck = defineCheck({
  topic: 'page-scripts',
  needs: ['page-integrity'],
  uses: ['extensions', 'bisect'],
  codes: {
    'client.page-script-patched': {
      severity: 'problem',
      // Who it is rests on the page’s word.
      confidence: 'likely',
      step: null,
      who: 'you',
      title:
        '{by, select, extension {{extension} stands between Claude’s page and the browser} some {An extension stands between Claude’s page and the browser} other {A script from outside may stand between Claude’s page and the browser}}',
      detail:
        'On Claude’s page {functions} are not the browser’s own any more. {by, select, extension {The address of {extension} stands in what took their place. Whatever the page asks for through them passes through it first, and may be held back or changed there.} some {The address of an extension stands in what took their place. Whatever the page asks for through them passes through it first, and may be held back or changed there. Which extension it is can be told with the permission to see them.} other {The script that replaced them has no address that could be followed. User-script managers work so; a script of the page itself may do so as well, which is no fault.}}',
      fix: '{by, select, extension {Switch {extension} off for claude.ai, or altogether, reload Claude’s page and see whether it works.{searched, select, no { “Find the extension” shows whether it is the reason.} other {}}} some {{searched, select, no {“Find the extension” shows which one it is, and puts everything back. Then let it leave claude.ai alone, and reload Claude’s page.} named {The search has named an extension that stands in Claude’s way: let it leave claude.ai alone, and reload Claude’s page.} other {Let extensions that the search did not try leave claude.ai alone, and reload Claude’s page.}}} other {If you use a user-script manager, switch it off for claude.ai, reload Claude’s page and see whether it works.{searched, select, no { “Find the extension” tries that by itself.} other {}}}}',
      sources: [sources.contentScripts, sources.directoryFails],
    },
  },
  evaluate({ 'page-integrity': { replaced, runsScripts }, extensions, bisect }) {
    const relevant = replaced.filter(({ name }) => speakingFunctions.test(name));
    if (relevant.length === 0 && runsScripts === false) return [skip('prerequisite', 'client.page-script-patched')];
    const all = relevant.map(({ name, by }) => ({ name, ...replacerOf(by, observed(extensions)) }));
    return all
      .filter(({ by }) => by !== 'page')
      .filter((each, at, those) => those.findIndex(isSameReplacer(each)) === at)
      .slice(0, mostReplacers)
      .map((replacer) => {
        const { by, extension } = replacer;
        const functions = named(all.filter(isSameReplacer(replacer)).map(({ name }) => name));
        const weight = by === 'unknown' ? ({ severity: 'warning', confidence: 'possible' } as const) : {};
        return found('client.page-script-patched', {
          values: { by, extension, functions, searched: searched(bisect) },
          ...weight,
        });
      });
  },
});

interface Replacer {
  readonly by: 'extension' | 'some' | 'unknown' | 'page';
  /** Its name; empty for others. */
  readonly extension: string;
}

function isSameReplacer(one: Replacer): (other: Replacer) => boolean {
  return ({ by, extension }) => by === one.by && extension === one.extension;
}

function replacerOf(by: ReplacedFunction['by'], seen: ExtensionsSeen | undefined): Replacer {
  if (by.kind !== 'extension') return { by: by.kind, extension: '' };
  const believed = believedExtension(by.id, seen);
  if (believed.kind === 'known') return { by: 'extension', extension: believed.name };
  return { by: believed.kind === 'some' ? 'some' : 'unknown', extension: '' };
}
