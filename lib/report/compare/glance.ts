import { say, sayCount } from '../../i18n/say.ts';
import { isFault } from '../../kernel/gravity.ts';
import type { Values } from '../../kernel/finding.ts';
import type { Verdict } from '../../kernel/report.ts';
import { plainLine } from '../formats/plain.ts';
import { apartWords, factValue } from './compare-words.ts';
import type { ChangedTool, ComparedReport, Comparison, FactChange } from './comparison.ts';
import { unseenFindings } from './lone-findings.ts';
import { verdictHeadline } from './verdict-headlines.ts';

/** `worse` needs somebody to act, `better` is good news, `plain` is neither. */
export interface GlanceLine {
  readonly tone: 'worse' | 'better' | 'plain';
  readonly words: string;
}

/** What changed at a glance, the gravest first: each a sentence. Never empty. */
export function glanceLines(comparison: Comparison): readonly GlanceLine[] {
  const apart = apartWords(comparison);
  if (apart !== null) return apartLines(apart, comparison);
  const lines = [...worseLines(comparison), ...betterLines(comparison), ...plainLines(comparison)];
  if (lines.length > 0) return lines;
  return [{ tone: 'plain', words: say('Nothing that can be seen from here is different.') }];
}

/**
 * Of two things that were never one, no finding came or went. What the second does with calls that the first takes is told all the same:
 * it may be about to take its place.
 */
function apartLines(apart: string, comparison: Comparison): readonly GlanceLine[] {
  const { before, after, findings } = comparison;
  const verdicts = { first: verdictHeadline(before), second: verdictHeadline(after) };
  const counts = { first: findings.gone.length, second: findings.added.length, both: findings.same };
  const words = [
    apart,
    say('The first one: “{first}”. The second one: “{second}”.', verdicts),
    say(
      'Findings of the first one alone: {first}. Of the second one alone: {second}. The same in both: {both}.',
      counts,
    ),
  ];
  return [...told(words, 'plain'), ...told(breaking(comparison), 'worse'), ...told(toolChanges(comparison), 'plain')];
}

function worseLines(comparison: Comparison): readonly GlanceLine[] {
  const { graver, before, after } = comparison;
  const words = [
    rank[after.verdict] > rank[before.verdict] && comparable(before, after) && verdictLine(before, after),
    ...breaking(comparison),
    graver > 0 &&
      sayCount(graver, { one: '{count} new blocker or problem.', other: '{count} new blockers or problems.' }),
  ];
  return told(words, 'worse');
}

/** What breaks the use that people make of the tools. */
function breaking({ tools: { counts, changed, whole }, facts }: Comparison): readonly (string | false)[] {
  const narrowed = changed.filter(takesLess).length;
  return [
    counts.removed > 0 &&
      whole.after &&
      sayCount(counts.removed, {
        one: '{count} tool removed: instructions and chats that use it will fail.',
        other: '{count} tools removed: instructions and chats that use them will fail.',
      }),
    counts.renamed > 0 &&
      whole.after &&
      sayCount(counts.renamed, {
        one: '{count} tool seems to have a new name: instructions and chats that use the old one will fail.',
        other: '{count} tools seem to have new names: instructions and chats that use the old ones will fail.',
      }),
    narrowed > 0 &&
      sayCount(narrowed, {
        one: '{count} tool takes less than before: calls that worked may be refused.',
        other: '{count} tools take less than before: calls that worked may be refused.',
      }),
    facts.some(({ breaks }) => breaks === 'sign-in-added') &&
      say('A sign-in is asked for now: everybody has to connect again.'),
  ];
}

function betterLines({ findings, before, after }: Comparison): readonly GlanceLine[] {
  const gone = findings.gone.filter(({ elsewhere }) => elsewhere === 'passed').length;
  const unseen = unseenFindings(findings).length;
  return [
    ...told(
      [
        rank[after.verdict] < rank[before.verdict] && comparable(before, after) && verdictLine(before, after),
        gone > 0 &&
          sayCount(gone, {
            one: '{count} finding is gone: its check passes now.',
            other: '{count} findings are gone: their checks pass now.',
          }),
      ],
      'better',
    ),
    ...told(
      [
        unseen > 0 &&
          sayCount(unseen, {
            one: '{count} earlier finding could not be looked at this time: it may still be there.',
            other: '{count} earlier findings could not be looked at this time: they may still be there.',
          }),
      ],
      'plain',
    ),
  ];
}

function plainLines(comparison: Comparison): readonly GlanceLine[] {
  const { tools, findings, facts, before, after } = comparison;
  const mild = findings.added.filter(({ finding }) => !isFault(finding)).length;
  const words = [
    stopLine(before, after),
    ...toolChanges(comparison),
    mild > 0 && sayCount(mild, { one: '{count} new warning or note.', other: '{count} new warnings or notes.' }),
    tools.reordered && say('The tools stand in another order.'),
    findings.changed.length > 0 &&
      sayCount(findings.changed.length, {
        one: '{count} finding is there in both, with other details.',
        other: '{count} findings are there in both, with other details.',
      }),
    versionLine(facts),
    tokensLine(facts),
  ];
  return told(words, 'plain');
}

function toolChanges({ tools: { counts, changed, whole } }: Comparison): readonly (string | false)[] {
  const unclear = changed.filter(isUnclear).length;
  const harmless = counts.changed - changed.filter(takesLess).length - unclear;
  return [
    counts.removed > 0 &&
      !whole.after &&
      sayCount(counts.removed, {
        one: '{count} tool not seen this time.',
        other: '{count} tools not seen this time.',
      }),
    counts.added > 0 && sayCount(counts.added, { one: '{count} tool added.', other: '{count} tools added.' }),
    unclear > 0 &&
      sayCount(unclear, {
        one: '{count} tool changed so that it cannot be told whether it takes less.',
        other: '{count} tools changed so that it cannot be told whether they take less.',
      }),
    harmless > 0 &&
      sayCount(harmless, {
        one: '{count} tool changed without taking less.',
        other: '{count} tools changed without taking less.',
      }),
  ];
}

function stopLine(before: ComparedReport, after: ComparedReport): string | false {
  const [from, to] = [before.stop?.step ?? 0, after.stop?.step ?? 0];
  if (from === to || from === 0 || to === 0) return false;
  return say('Claude stopped at step {before}; now it stops at step {after}.', { before: from, after: to });
}

function versionLine(facts: readonly FactChange[]): string | false {
  const change = facts.find(({ what }) => what === 'server-version');
  return change !== undefined && say('Version {after}, before {before}.', bothOf(change));
}

function tokensLine(facts: readonly FactChange[]): string | false {
  const change = facts.find(({ what }) => what === 'tokens');
  return change !== undefined && say('All tools together take about {after} tokens, before {before}.', bothOf(change));
}

function bothOf(change: FactChange): Values {
  return {
    before: plainLine(factValue(change, change.before), 60),
    after: plainLine(factValue(change, change.after), 60),
  };
}

/** Whether calls that worked may be refused. */
function takesLess({ changes }: ChangedTool): boolean {
  return changes.some(({ breaks }) => breaks !== null);
}

function isUnclear(tool: ChangedTool): boolean {
  return !takesLess(tool) && tool.changes.some(({ unclear }) => unclear);
}

function told(words: readonly (string | false)[], tone: GlanceLine['tone']): readonly GlanceLine[] {
  return words.flatMap((each) => (each === false ? [] : [{ tone, words: each }]));
}

/** From good to bad; what could not be checked is neither. */
const rank: Readonly<Record<Verdict, number>> = { ready: 0, 'sign-in-needed': 0, unknown: 1, degraded: 2, broken: 3 };

function comparable(before: ComparedReport, after: ComparedReport): boolean {
  return before.verdict !== 'unknown' && after.verdict !== 'unknown' && before.subject === after.subject;
}

function verdictLine(before: ComparedReport, after: ComparedReport): string {
  const values = { before: verdictHeadline(before), after: verdictHeadline(after) };
  return say('Before: “{before}”. Now: “{after}”.', values);
}
