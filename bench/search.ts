import { searchEntries } from '../lib/help/search-entries.ts';
import { createSearch } from '../lib/help/search.ts';
import { questions } from '../lib/knowledge/questions.ts';
import holdout from '../tests/unit/help/holdout.json' with { type: 'json' };
import paraphrases from '../tests/unit/help/paraphrases.json' with { type: 'json' };
import { median } from './measure.ts';

const rounds = 5;

/** How long the search through all help takes: to build, and for each key of questions that are typed letter by letter. */
export function measureSearch(): void {
  const cold = timed(() => createSearch(searchEntries()));
  const builds = Array.from({ length: 2 * rounds + 1 }, () => timed(() => createSearch(searchEntries())));
  const search = createSearch(searchEntries());
  const keys = [...new Set(typed().flatMap(beginnings))];
  // The machine may be busy: of some rounds, the quickest is what the key itself costs.
  const perKey = Array.from({ length: rounds }, () => keys.map((key) => timed(() => search(key))));
  const costs = keys.map((_key, index) => Math.min(...perKey.map((round) => round[index] ?? Infinity)));
  const every = perKey.flat();
  process.stdout.write(
    `search: built in ${cold.toFixed(0)} ms cold, ${median(builds).toFixed(0)} ms warm; ${keys.length} keys, each the quickest of ${rounds}: ` +
      `median ${median(costs).toFixed(2)} ms, p99 ${part(costs, 0.99).toFixed(2)} ms, most ${part(costs, 1).toFixed(2)} ms (budget 5); all rounds p99 ${part(every, 0.99).toFixed(2)} ms\n`,
  );
}

function typed(): readonly string[] {
  return [
    ...Object.values(questions).map(({ question }) => question),
    ...Object.values(paraphrases).flat(),
    ...Object.values(holdout.questions).flat(),
    ...Object.values(holdout.german),
  ];
}

function beginnings(text: string): readonly string[] {
  return Array.from(text, (_letter, index) => text.slice(0, index + 1));
}

/** Milliseconds. */
function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function part(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
