import type { FindingCode } from '../../kernel/finding-code.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';

/** Whether a finding tells of a rule of the directory alone: Claude Desktop installs a bundle with it all the same. */
export function isDirectoryRule(code: FindingCode): boolean {
  return rules.includes(code);
}

/** Whether all that is wrong with a bundle is what the directory’s rules ask for. */
export function isHeldByDirectoryOnly({
  subject,
  verdict,
  primary,
}: Pick<Report, 'subject' | 'verdict' | 'primary'>): boolean {
  return subject === 'bundle' && verdict === 'degraded' && primary !== null && isDirectoryRule(primary.code);
}

/** What a bundle’s author has to know before anything else is mended: that the directory takes none. Null where it was not told. */
export function closedListing({ subject, findings }: Pick<Report, 'subject' | 'findings'>): WordedFinding | null {
  return (subject === 'bundle' && findings.find(({ code }) => code === 'bundle.listing-closed')) || null;
}

const rules: readonly FindingCode[] = ['bundle.privacy-policies-missing', 'bundle.readme-privacy-missing'];
