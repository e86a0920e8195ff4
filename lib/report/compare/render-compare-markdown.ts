import { say, sayCount } from '../../i18n/say.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { confidenceNames, severityNames } from '../words/finding-groups.ts';
import { saidFinding } from '../words/finding-words.ts';
import { markdownCode, markdownText } from '../formats/markdown-text.ts';
import { minuteOf } from '../words/run-words.ts';
import { breakNames, elsewhereWords, factNames, factValue, provisoWords, unclearName } from './compare-words.ts';
import type {
  ChangedFinding,
  ChangedTool,
  ComparedReport,
  Comparison,
  LoneFinding,
  ToolChange,
  ToolName,
} from './comparison.ts';
import { glanceLines } from './glance.ts';
import { goneFindings, unseenFindings } from './lone-findings.ts';
import { verdictHeadline } from './verdict-headlines.ts';

/** A comparison as Markdown for release notes, issues and mails. Foreign text cannot become markup. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const { findings, tools, facts, before, after } = comparison;
  const sections = [
    `# ${say('What changed')}`,
    [sideLine(say('Before'), before), sideLine(say('Now'), after)].join('\n'),
    glanceLines(comparison)
      .map(({ tone, words }) => `- ${tone === 'worse' ? `**${markdownText(words)}**` : markdownText(words)}`)
      .join('\n'),
    provisoWords(comparison)
      .map((words) => markdownText(words))
      .join('\n\n'),
    section(
      say('New findings'),
      findings.added.map((each) => loneItem(each, after, 'before')),
    ),
    section(
      say('Findings that are gone'),
      goneFindings(findings).map((each) => loneItem(each, before, 'after')),
    ),
    section(
      say('Earlier findings that could not be looked at this time'),
      unseenFindings(findings).map((each) => loneItem(each, before, 'after')),
    ),
    section(
      say('Findings with other details'),
      findings.changed.map((each) => changedItem(each, after)),
    ),
    section(say('Tools removed'), nameItems(tools.removed, tools.counts.removed)),
    section(say('Tools added'), nameItems(tools.added, tools.counts.added)),
    section(
      say('Tools that seem to have a new name'),
      tools.renamed.map((pair) => `- ${markdownCode(pair.before.name, 200)} → ${markdownCode(pair.after.name, 200)}`),
    ),
    ...(tools.changed.length > 0 ? [`## ${say('Tools changed')}`, ...tools.changed.map(toolSection)] : []),
    section(
      say('Otherwise'),
      facts.map(
        (fact) =>
          `- ${say(factNames[fact.what])}: ${markdownText(factValue(fact, fact.before), 500)} → ${markdownText(factValue(fact, fact.after), 500)}`,
      ),
    ),
    `Connector Doctor ${comparison.tool.version}`,
  ];
  return `${sections.filter((each) => each !== '').join('\n\n')}\n`;
}

function sideLine(label: string, side: ComparedReport): string {
  const name = side.about === null ? say('What was typed') : markdownCode(side.about, 500);
  return `- ${label}: ${name}, ${markdownText(verdictHeadline(side))}, ${markdownText(minuteOf(side.createdAt), 40)}`;
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.join('\n')}`;
}

function loneItem(lone: LoneFinding, own: ComparedReport, other: 'before' | 'after'): string {
  const { finding } = lone;
  const words = elsewhereWords(lone, other);
  const marks = [say(severityNames[finding.severity]), ...(words === null ? [] : [words])].join(', ');
  return `- ${titleOf(finding, own)} (${markdownCode(finding.code, 120)}, ${marks})`;
}

function titleOf(finding: WordedFinding, own: ComparedReport): string {
  return markdownText(saidFinding(finding, own).title, 400);
}

function changedItem({ after, severity, confidence, values }: ChangedFinding, own: ComparedReport): string {
  const differences = [
    ...(severity ? [`${say(severityNames[severity.before])} → ${say(severityNames[severity.after])}`] : []),
    ...(confidence ? [`${say(confidenceNames[confidence.before])} → ${say(confidenceNames[confidence.after])}`] : []),
    ...Object.entries(values)
      .slice(0, mostValues)
      .map(([name, pair]) => `${markdownCode(name, 60)}: ${valueText(pair.before)} → ${valueText(pair.after)}`),
  ];
  return [
    `- ${titleOf(after, own)} (${markdownCode(after.code, 120)})`,
    ...differences.map((each) => `  - ${each}`),
  ].join('\n');
}

const mostValues = 12;

function valueText(value: string | number | null): string {
  return value === null ? '–' : markdownCode(String(value), 200);
}

function nameItems(names: readonly ToolName[], count: number): readonly string[] {
  const items = names.map(
    ({ name, title }) => `- ${markdownCode(name, 200)}${title === null ? '' : ` ${markdownText(title, 200)}`}`,
  );
  return count > names.length ? [...items, `- ${moreWords(count - names.length)}`] : items;
}

function moreWords(count: number): string {
  return sayCount(count, { one: 'and {count} more', other: 'and {count} more' });
}

function toolSection({ name, changes, more, cut }: ChangedTool): string {
  const items = [
    ...changes.map(changeItem),
    ...(more > 0 ? [`- ${moreWords(more)}`] : []),
    ...(cut ? [`- ${say('It is too large to be compared to its end.')}`] : []),
  ];
  return `### ${markdownCode(name, 200)}\n\n${items.join('\n')}`;
}

function changeItem({ path, kind, before, after, breaks, unclear }: ToolChange): string {
  const [from, to] = [before, after].map((text) => (text === null ? '' : markdownCode(text, 300)));
  const place = markdownCode(path, 400);
  const words = {
    added: () => say('{place} added: {value}', { place, value: to ?? '' }),
    removed: () => say('{place} removed: {value}', { place, value: from ?? '' }),
    changed: () => `${place}: ${from ?? ''} → ${to ?? ''}`,
  }[kind]();
  if (unclear) return `- ${words} (${say(unclearName)})`;
  return breaks === null ? `- ${words}` : `- ${words} (**${say(breakNames[breaks])}**)`;
}
