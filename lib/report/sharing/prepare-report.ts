import { withholdable, type Report, type Withheld } from '../../kernel/report.ts';
import { leaveOutAddresses } from './leave-out-addresses.ts';
import { leaveOutExtensions, withoutVersions } from './leave-out-extensions.ts';
import { leaveOutHosts } from './leave-out-hosts.ts';
import { leaveOutPaths } from './leave-out-paths.ts';
import { leaveOutSystem } from './leave-out-system.ts';
import { leaveOutTools, withoutWords } from './leave-out-tools.ts';
import { createReplacer } from './replacer.ts';
import { changeTexts, textsOf } from './report-texts.ts';

/** What a report is prepared with before it leaves this machine: the person decides both. */
export interface Preparation {
  /** What is left out. What stands here is gone from every format, for all are views of what `prepareReport` answers with. */
  readonly withhold: readonly Withheld[];
  /** A short note of their own; null for none. */
  readonly note: string | null;
}

/** Nothing is left out and nothing is added. */
export const asItIs: Preparation = { withhold: [], note: null };

/**
 * The report as it leaves this machine. Pure: the same report and choices give the same answer, preparing what is prepared changes
 * nothing more, and what was left out before stays out. The note is the person’s own and stays as it is.
 */
export function prepareReport(report: Report, { withhold, note }: Preparation): Report {
  const left = withholdable.filter((part) => withhold.includes(part) || report.withheld?.includes(part));
  const fresh = left.filter((part) => report.withheld?.includes(part) !== true);
  const noted = { ...report, note: note ?? report.note, ...(left.length > 0 && { withheld: left }) };
  return fresh.length === 0 ? noted : withoutParts(noted, new Set(fresh));
}

function withoutParts(report: Report, parts: ReadonlySet<Withheld>): Report {
  const replaced = parts.size === 1 && parts.has('exchanges') ? report : withoutNames(report, parts);
  // At the very end: what stands in exchanges alone is numbered all the same, so that marks are the same with and without them.
  return parts.has('exchanges') ? withoutExchanges(replaced) : replaced;
}

function withoutNames(report: Report, parts: ReadonlySet<Withheld>): Report {
  const replacer = createReplacer();
  const texts = textsOf(report);
  if (parts.has('host')) leaveOutHosts(report, texts, replacer);
  if (parts.has('paths')) leaveOutPaths(report, texts, replacer);
  if (parts.has('host')) leaveOutAddresses(report, 'public', replacer);
  if (parts.has('addresses')) leaveOutAddresses(report, 'private', replacer);
  if (parts.has('extensions')) leaveOutExtensions(report, replacer);
  if (parts.has('tools')) leaveOutTools(report, replacer);
  const bare = parts.has('system') ? leaveOutSystem(report, replacer) : report;
  const changed = changeTexts(bare, (text) => replacer.replace(text));
  const versionless = parts.has('extensions') ? withoutVersions(changed) : changed;
  return parts.has('tools') ? { ...versionless, evidence: withoutWords(versionless.evidence) } : versionless;
}

function withoutExchanges(report: Report): Report {
  return {
    ...report,
    exchanges: [],
    evidence: {},
    findings: report.findings.map((finding) => ({ ...finding, evidence: [] })),
  };
}
