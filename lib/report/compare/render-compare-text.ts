import { say, sayCount } from '../../i18n/say.ts';
import { clipMiddle, displayWidth } from '../formats/layout.ts';
import { plainLine } from '../formats/plain.ts';
import { pageOf, type Page, type TextOptions } from '../formats/text-page.ts';
import { stopWords } from './cause-words.ts';
import { asIs, bullet, changedLines, loneLines } from './compare-text-lines.ts';
import { breakNames, factNames, factValue, provisoWords, unclearName } from './compare-words.ts';
import { comparedStamps } from './compared-times.ts';
import type { ChangedTool, ComparedReport, Comparison, ToolChange, ToolName } from './comparison.ts';
import { glanceLines, type GlanceLine } from './glance.ts';
import { besideCauses, besideTitles, changedBeside, unseenFindings } from './lone-findings.ts';
import { causeSections } from './render-causes-text.ts';
import { verdictHeadline } from './verdict-headlines.ts';

/** A comparison for people at a terminal: what changed at a glance, then findings, tools and facts. Foreign text is made harmless. */
export function renderComparisonText(comparison: Comparison, options: TextOptions): string {
  const page = pageOf(options);
  const { findings, causes, tools, facts } = comparison;
  const beside = besideCauses(comparison);
  const times = comparedStamps(comparison);
  const blocks: readonly (readonly string[])[] = [
    [
      ...sideLines(say('Before'), comparison.before, times.before, page),
      ...sideLines(say('Now'), comparison.after, times.after, page),
    ],
    glanceLines(comparison).flatMap((line) => glance(line, page)),
    provisoWords(comparison).flatMap((words) => bullet('·', words, page, page.colors.dim)),
    ...causeSections(comparison, page).map(([title, lines]) => section(title, lines, page)),
    section(
      causes.counts.added > 0 ? say(besideTitles.added) : say('New findings'),
      beside.added.flatMap((each) => loneLines('+', each, comparison, 'before', page)),
      page,
    ),
    section(
      causes.counts.gone > 0 ? say(besideTitles.gone) : say('Findings that are gone'),
      beside.gone.flatMap((each) => loneLines('−', each, comparison, 'after', page)),
      page,
    ),
    section(
      say('Earlier findings that could not be looked at this time'),
      unseenFindings(findings).flatMap((each) => loneLines('·', each, comparison, 'after', page)),
      page,
    ),
    section(
      say('Findings with other details'),
      changedBeside(comparison).flatMap((each) => changedLines(each, comparison, page)),
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

function sideLines(label: string, side: ComparedReport, time: string, { room, colors }: Page): readonly string[] {
  const name = side.about === null ? say('What was typed') : plainLine(side.about, 500);
  const rest = `${verdictHeadline(side)} · ${plainLine(time, 40)}`;
  const stop = stopWords(side);
  const margin = ' '.repeat(labelRoom());
  return [
    `${colors.dim(label.padEnd(labelRoom()))}${clipMiddle(name, room)}`,
    `${margin}${rest}`,
    ...(stop === null ? [] : [`${margin}${plainLine(stop, 200)}`]),
  ];
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

const mostNames = 60;

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
