import { say, sayCount } from '../../i18n/say.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { confidenceNames, severityNames } from '../words/finding-groups.ts';
import { saidFinding } from '../words/finding-words.ts';
import { clipMiddle, displayWidth, wrap } from '../formats/layout.ts';
import { plainLine } from '../formats/plain.ts';
import { minuteOf } from '../words/run-words.ts';
import { pageOf, type Page, type Style, type TextOptions } from '../formats/text-page.ts';
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
import { glanceLines, type GlanceLine } from './glance.ts';
import { goneFindings, unseenFindings } from './lone-findings.ts';
import { verdictHeadline } from './verdict-headlines.ts';

/** A comparison for people at a terminal: what changed at a glance, then findings, tools and facts. Foreign text is made harmless. */
export function renderComparisonText(comparison: Comparison, options: TextOptions): string {
  const page = pageOf(options);
  const { findings, tools, facts } = comparison;
  const blocks: readonly (readonly string[])[] = [
    [...sideLines(say('Before'), comparison.before, page), ...sideLines(say('Now'), comparison.after, page)],
    glanceLines(comparison).flatMap((line) => glance(line, page)),
    provisoWords(comparison).flatMap((words) => bullet('·', words, page, page.colors.dim)),
    section(
      say('New findings'),
      findings.added.flatMap((each) => loneLines('+', each, comparison, 'before', page)),
      page,
    ),
    section(
      say('Findings that are gone'),
      goneFindings(findings).flatMap((each) => loneLines('−', each, comparison, 'after', page)),
      page,
    ),
    section(
      say('Earlier findings that could not be looked at this time'),
      unseenFindings(findings).flatMap((each) => loneLines('·', each, comparison, 'after', page)),
      page,
    ),
    section(
      say('Findings with other details'),
      findings.changed.flatMap((each) => changedLines(each, comparison, page)),
      page,
    ),
    section(say('Tools removed'), nameLines('−', tools.removed, tools.counts.removed, page), page),
    section(say('Tools added'), nameLines('+', tools.added, tools.counts.added, page), page),
    section(
      say('Tools that seem to have a new name'),
      tools.renamed.flatMap(({ before, after }) => bullet('~', `${before.name} → ${after.name}`, page)),
      page,
    ),
    section(
      say('Tools changed'),
      tools.changed.flatMap((tool) => toolLines(tool, page)),
      page,
    ),
    section(
      say('Otherwise'),
      facts.flatMap((fact) =>
        bullet(
          '~',
          `${say(factNames[fact.what])}: ${factValue(fact, fact.before)} → ${factValue(fact, fact.after)}`,
          page,
        ),
      ),
      page,
    ),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function sideLines(label: string, side: ComparedReport, { room, colors }: Page): readonly string[] {
  const name = side.about === null ? say('What was typed') : plainLine(side.about, 500);
  const rest = `${verdictHeadline(side)} · ${plainLine(minuteOf(side.createdAt), 40)}`;
  return [`${colors.dim(label.padEnd(labelRoom()))}${clipMiddle(name, room)}`, `${' '.repeat(labelRoom())}${rest}`];
}

/** The wider of the two labels, and a space. */
function labelRoom(): number {
  return Math.max(displayWidth(say('Before')), displayWidth(say('Now'))) + 1;
}

function glance({ tone, words }: GlanceLine, page: Page): readonly string[] {
  const { colors } = page;
  if (tone === 'worse') return bullet('✕', words, page, colors.red);
  return tone === 'better' ? bullet('✓', words, page, colors.green) : bullet('·', words, page);
}

function section(title: string, lines: readonly string[], { colors }: Page): readonly string[] {
  return lines.length === 0 ? [] : [colors.bold(title), ...lines];
}

const asIs: Style = (text) => text;

function bullet(
  mark: string,
  text: string,
  { room, labelWidth }: Page,
  style: Style = asIs,
  indent = 0,
): readonly string[] {
  const margin = ' '.repeat(indent);
  return wrap(plainLine(text), room + labelWidth - 2 - indent).map((line, index) =>
    style(`${margin}${index === 0 ? mark : ' '} ${line}`),
  );
}

function loneLines(
  mark: string,
  lone: LoneFinding,
  comparison: Comparison,
  other: 'before' | 'after',
  page: Page,
): readonly string[] {
  const { finding } = lone;
  const marks = [finding.code, say(severityNames[finding.severity]), elsewhereWords(lone, other)].filter(
    (each) => each !== null,
  );
  const own = other === 'before' ? comparison.after : comparison.before;
  return [...bullet(mark, titleOf(finding, own), page), ...bullet(' ', marks.join(' · '), page, page.colors.dim)];
}

function titleOf(finding: WordedFinding, { vantage, subject }: ComparedReport): string {
  return saidFinding(finding, { vantage, subject }).title;
}

function changedLines(
  { after, severity, confidence, values }: ChangedFinding,
  comparison: Comparison,
  page: Page,
): readonly string[] {
  const differences = [
    ...(severity ? [`${say(severityNames[severity.before])} → ${say(severityNames[severity.after])}`] : []),
    ...(confidence ? [`${say(confidenceNames[confidence.before])} → ${say(confidenceNames[confidence.after])}`] : []),
    ...Object.entries(values).map(([name, pair]) => `${name}: ${valueText(pair.before)} → ${valueText(pair.after)}`),
  ];
  return [
    ...bullet('~', titleOf(after, comparison.after), page),
    ...bullet(' ', after.code, page, page.colors.dim),
    ...differences.slice(0, mostValues).flatMap((words) => bullet(' ', words, page, page.colors.dim)),
  ];
}

const mostValues = 6;
const mostNames = 60;

function valueText(value: string | number | null): string {
  return value === null ? '–' : plainLine(String(value), 120);
}

function nameLines(mark: string, names: readonly ToolName[], count: number, page: Page): readonly string[] {
  const shown = names
    .slice(0, mostNames)
    .flatMap(({ name, title }) => bullet(mark, title === null ? name : `${name} (${title})`, page));
  const left = count - Math.min(names.length, mostNames);
  return left > 0 ? [...shown, ...bullet(' ', moreWords(left), page)] : shown;
}

function moreWords(count: number): string {
  return sayCount(count, { one: 'and {count} more', other: 'and {count} more' });
}

function toolLines({ name, changes, more, cut }: ChangedTool, page: Page): readonly string[] {
  return [
    ...bullet('~', name, page),
    ...changes.slice(0, mostChanges).flatMap((change) => changeLines(change, page)),
    ...(more + changes.length > mostChanges
      ? bullet(' ', moreWords(more + Math.max(0, changes.length - mostChanges)), page, asIs, 2)
      : []),
    ...(cut ? bullet(' ', say('It is too large to be compared to its end.'), page, page.colors.dim, 2) : []),
  ];
}

const mostChanges = 12;

function changeLines({ path, kind, before, after, breaks, unclear }: ToolChange, page: Page): readonly string[] {
  const [from, to] = [before, after].map((text) => (text === null ? '' : plainLine(text, 160)));
  const words =
    kind === 'added'
      ? `${path}: ${to ?? ''}`
      : kind === 'removed'
        ? `${path}: ${from ?? ''}`
        : `${path}: ${from ?? ''} → ${to ?? ''}`;
  const mark = kind === 'added' ? '+' : kind === 'removed' ? '−' : '~';
  const why = breaks === null ? [] : bullet('✕', say(breakNames[breaks]), page, page.colors.red, 4);
  const doubt = unclear ? bullet('?', say(unclearName), page, asIs, 4) : [];
  return [...bullet(mark, words, page, asIs, 2), ...why, ...doubt];
}
