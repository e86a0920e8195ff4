import { say, sayCount } from '../../i18n/say.ts';
import { markdownCode, markdownText } from '../formats/markdown-text.ts';
import { stopWords } from './cause-words.ts';
import { changedItem, loneItem, section } from './compare-markdown-items.ts';
import { breakNames, factNames, factValue, provisoWords, unclearName } from './compare-words.ts';
import { comparedStamps } from './compared-times.ts';
import type { ChangedTool, ComparedReport, Comparison, ToolChange, ToolName } from './comparison.ts';
import { glanceLines } from './glance.ts';
import { besideCauses, besideTitles, changedBeside, unseenFindings } from './lone-findings.ts';
import { causeSections } from './render-causes-markdown.ts';
import { verdictHeadline } from './verdict-headlines.ts';

/** A comparison as Markdown for release notes, issues and mails. Foreign text cannot become markup. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const { findings, causes, tools, facts, before, after } = comparison;
  const beside = besideCauses(comparison);
  const times = comparedStamps(comparison);
  const sections = [
    `# ${say('What changed')}`,
    [sideLine(say('Before'), before, times.before), sideLine(say('Now'), after, times.after)].join('\n'),
    glanceLines(comparison)
      .map(({ tone, words }) => `- ${tone === 'worse' ? `**${markdownText(words)}**` : markdownText(words)}`)
      .join('\n'),
    provisoWords(comparison)
      .map((words) => markdownText(words))
      .join('\n\n'),
    ...causeSections(comparison),
    section(
      causes.counts.added > 0 ? say(besideTitles.added) : say('New findings'),
      beside.added.map((each) => loneItem(each, after, 'before')),
    ),
    section(
      causes.counts.gone > 0 ? say(besideTitles.gone) : say('Findings that are gone'),
      beside.gone.map((each) => loneItem(each, before, 'after')),
    ),
    section(
      say('Earlier findings that could not be looked at this time'),
      unseenFindings(findings).map((each) => loneItem(each, before, 'after')),
    ),
    section(
      say('Findings with other details'),
      changedBeside(comparison).map((each) => changedItem(each, comparison)),
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

function sideLine(label: string, side: ComparedReport, time: string): string {
  const name = side.about === null ? say('What was typed') : markdownCode(side.about, 500);
  const stop = stopWords(side);
  const words = [name, markdownText(verdictHeadline(side)), markdownText(time, 40)].join(', ');
  return stop === null ? `- ${label}: ${words}` : `- ${label}: ${words}. ${markdownText(stop, 200)}`;
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
