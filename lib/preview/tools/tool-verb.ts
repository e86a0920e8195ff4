import { readingVerbs, writingVerbs } from '../../standards/tool-verbs.ts';

/** The first word of a tool’s name that says whether it reads or writes; the product’s name and the like may stand before it. */
export function verbOf(name: string): { readonly kind: 'reads' | 'writes'; readonly word: string } | undefined {
  for (const word of wordsOf(name).slice(0, mostWords)) {
    if (readingVerbs.has(word)) return { kind: 'reads', word };
    if (writingVerbs.has(word)) return { kind: 'writes', word };
  }
  return undefined;
}

/** True for a name such as “create_report_preview” or “delete_dry_run”: what it speaks of is only shown beforehand. */
export function speaksOfTrial(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word, at) => trials.has(word) || (word === 'dry' && words[at + 1] === 'run'));
}

const mostWords = 3;

const trials: ReadonlySet<string> = new Set([
  'dryrun',
  'estimate',
  'estimates',
  'estimation',
  'plan',
  'preview',
  'previews',
  'simulate',
  'simulation',
]);

function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
