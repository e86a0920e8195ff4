import type { FindingCode } from '../../kernel/finding-code.ts';
import type { Report, Withheld } from '../../kernel/report.ts';

/** What today’s checks can say of a report of which something was left out. */
export type CanBeJudgedAgain =
  | { readonly kind: 'all' }
  /** These codes rest on words that were left out: what was written of them stands, and nothing new can be said. */
  | { readonly kind: 'but'; readonly codes: readonly FindingCode[] }
  /** The evidence itself was left out. */
  | { readonly kind: 'never' };

/** Codes that cannot be judged again, by what was left out. Everything else gives the same findings again. */
export const notJudgedWithout: Readonly<Partial<Record<Withheld, readonly FindingCode[]>>> = {
  // They read the very words of descriptions, of which only the length is left.
  tools: ['tools.description-steers-model', 'tools.freeform-without-docs'],
};

/** Whether a report can be judged again although something was left out of it. */
export function canBeJudgedAgain({ withheld = [] }: Pick<Report, 'withheld'>): CanBeJudgedAgain {
  if (withheld.includes('exchanges')) return { kind: 'never' };
  const codes = withheld.flatMap((part) => notJudgedWithout[part] ?? []);
  return codes.length === 0 ? { kind: 'all' } : { kind: 'but', codes };
}
