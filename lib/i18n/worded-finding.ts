import type { CodeDefinition } from '../kernel/check.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Report, WordedFinding } from '../kernel/report.ts';
import { wordsOf } from './words.ts';

/** A finding with the words of its code, as this vantage has them, and the guides that walk one through its fix. */
export function wordedFinding(
  finding: Finding,
  definition: CodeDefinition,
  { vantage, guides }: { readonly vantage: Report['vantage']; readonly guides: readonly string[] },
): WordedFinding {
  const { title, detail, fix } = wordsOf(definition, finding.values, vantage);
  return {
    ...finding,
    title,
    detail,
    fix: [{ kind: 'text', text: fix }, ...guides.map((guide) => ({ kind: 'guide' as const, guide }))],
    who: finding.who ?? definition.who,
    sources: definition.sources,
  };
}
