import type { Verification } from '../guides/guide.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import type { SkipReason } from '../kernel/finding.ts';
import type { Report } from '../kernel/report.ts';

/** What a report says of what a step should have brought about. */
export type Judged =
  | { readonly kind: 'met' }
  /** These are found (still). */
  | { readonly kind: 'found'; readonly codes: readonly FindingCode[] }
  /** It could not be seen: `because` is why the first of what matters was not looked at, null where the report ended early or is open. */
  | { readonly kind: 'unseen'; readonly because: SkipReason | null };

/** A verification that a report answers. */
export type ReportVerification = Exclude<Verification, { readonly kind: 'page' | 'no-error-on-page' }>;

/**
 * Judges a step by a report that was made for it: of the connector for `check`, of this browser else. Nothing counts as gone that was not
 * looked for: a code has to be among what was passed, or to be of no concern for this connector.
 */
export function judgeStep(verification: ReportVerification, report: Report): Judged {
  const gone = verification.kind === 'status-page' ? [incident] : verification.gone;
  const found = gone.filter((code) => report.findings.some((finding) => finding.code === code));
  if (found.length > 0) return { kind: 'found', codes: found };
  if (report.run.status !== 'complete') return { kind: 'unseen', because: null };
  return gone.length === 0 ? judgeWhole(report) : judgeCodes(gone, report);
}

const incident: FindingCode = 'client.service-incident';

function judgeWhole({ verdict, primary }: Report): Judged {
  if (verdict === 'broken') return { kind: 'found', codes: primary ? [primary.code] : [] };
  return verdict === 'unknown' ? { kind: 'unseen', because: null } : { kind: 'met' };
}

/** With nothing of it looked at, all of it being of no concern proves nothing either. */
function judgeCodes(gone: readonly FindingCode[], { passed, skipped }: Report): Judged {
  const left = gone.filter((code) => !passed.includes(code));
  const reasons = left.map((code) => skipped.find((each) => each.code === code)?.because ?? null);
  const missing = reasons.findIndex((because) => because !== 'not-applicable');
  if (missing !== -1) return { kind: 'unseen', because: reasons[missing] ?? null };
  return left.length === gone.length ? { kind: 'unseen', because: 'not-applicable' } : { kind: 'met' };
}
