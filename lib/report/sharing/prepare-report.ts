import { withholdable, type Report, type Withheld } from '../../kernel/report.ts';
import { changeAnswers } from './answered-words.ts';
import { leaveOutAddresses } from './leave-out-addresses.ts';
import { leaveOutExtensions, withoutVersions } from './leave-out-extensions.ts';
import { leaveOutHosts } from './leave-out-hosts.ts';
import { withoutHoursOfCertificates } from './leave-out-hours.ts';
import { leaveOutMachines } from './leave-out-machines.ts';
import { leaveOutNames } from './leave-out-names.ts';
import { leaveOutPaths } from './leave-out-paths.ts';
import { leaveOutSystem } from './leave-out-system.ts';
import { leaveOutTools } from './leave-out-tools.ts';
import { withoutTypedText } from './leave-out-typed.ts';
import { createReplacer } from './replacer.ts';
import { changeTexts, textsOf } from './report-texts.ts';
import { filler, withoutListedNames, withoutToolsIn, withoutWords, type ToolsLeftOut } from './tool-words.ts';

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
 * The report as it leaves this machine. Pure: the same report and choices give the same answer, and preparing what is prepared changes
 * nothing more, for what stands in place of names stays. What a report says to be left out is left out anew: whoever wrote it may have
 * said so without doing it. The note is the person’s own and stays as it is.
 */
export function prepareReport(report: Report, { withhold, note }: Preparation): Report {
  const left = withholdable.filter((part) => withhold.includes(part) || report.withheld?.includes(part));
  const noted = { ...report, note: note ?? report.note, ...(left.length > 0 && { withheld: left }) };
  return left.length === 0 ? noted : withoutParts(noted, new Set(left));
}

function withoutParts(report: Report, parts: ReadonlySet<Withheld>): Report {
  const replaced = parts.size === 1 && parts.has('exchanges') ? report : withoutNames(report, parts);
  // At the very end: what stands in exchanges alone is numbered all the same, so that marks are the same with and without them.
  return parts.has('exchanges') ? withoutExchanges(replaced) : replaced;
}

function withoutNames(report: Report, parts: ReadonlySet<Withheld>): Report {
  const replacer = createReplacer();
  const texts = textsOf(report);
  const pseudonyms = parts.has('host') ? leaveOutHosts(report, texts, replacer) : null;
  if (parts.has('paths')) leaveOutPaths(report, texts, replacer);
  if (pseudonyms) leaveOutAddresses(report, 'public', replacer);
  if (parts.has('addresses')) leaveOutAddresses(report, 'private', replacer);
  if (parts.has('extensions')) leaveOutExtensions(report, replacer);
  const tools = parts.has('tools') ? leaveOutTools(report, replacer) : null;
  // After everything that has a structure: of two that begin at one place, the longer one counts, then the one that was named first.
  if (pseudonyms) leaveOutNames(report, { texts, pseudonyms }, replacer);
  const typed = pseudonyms ? withoutHoursOfCertificates(withoutTypedText(report)) : report;
  const nameless = pseudonyms ? leaveOutMachines(typed, texts, replacer) : typed;
  const bare = parts.has('system') ? leaveOutSystem(nameless, replacer) : nameless;
  const wordless = tools === null ? bare : withoutTools(bare, tools);
  const changed = changeTexts(wordless, (text) => replacer.replace(text));
  return parts.has('extensions') ? withoutVersions(changed) : changed;
}

function withoutTools(report: Report, tools: ToolsLeftOut): Report {
  const unnamed = {
    ...report,
    evidence: withoutListedNames(withoutWords(report.evidence, filler), tools.names),
    facts: { ...report.facts, tools: withoutTitles(report.facts.tools, tools) },
    findings: report.findings.map((finding) => withoutToolsIn(finding, tools)),
  };
  return tools.inAnswers === null ? unnamed : changeAnswers(unnamed, tools.inAnswers);
}

function withoutTitles(tools: Report['facts']['tools'], { names }: ToolsLeftOut): Report['facts']['tools'] {
  if (tools === null) return null;
  return {
    ...tools,
    items: tools.items.map((item) => ({
      ...item,
      name: names.get(item.name) ?? item.name,
      title: item.title && filler(item.title),
    })),
  };
}

function withoutExchanges(report: Report): Report {
  return {
    ...report,
    exchanges: [],
    evidence: {},
    findings: report.findings.map((finding) => ({ ...finding, evidence: [] })),
  };
}
