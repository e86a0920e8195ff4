import { msg, say } from '../../i18n/say.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { steps } from '../../kernel/step.ts';
import { saidFinding } from '../words/finding-words.ts';
import type { ChangedFinding, ComparedReport, Comparison } from './comparison.ts';

/** What stands above each kind of cause. */
export const causeTitles = {
  gone: msg('Causes that are gone'),
  added: msg('New causes'),
  stayed: msg('What stayed'),
} as const;

/** What stands above what follows from a cause. */
export const followTitles = {
  wentWith: msg('With it went'),
  cameWith: msg('From it follow'),
  isLeft: msg('Followed from it and is still there'),
  wasThere: msg('Follows from it and was there before'),
  noLonger: msg('Does not follow any more'),
  newly: msg('Follows from it now'),
} as const;

/** Where Claude stops, as a sentence; null where it stops nowhere that is known. */
export function stopWords({ stop, subject }: Pick<ComparedReport, 'stop' | 'subject'>): string | null {
  if (stop === null || subject !== 'connector') return null;
  if (stop.step === 0) return say('Claude’s own dialog refuses this address.');
  // A report of another version may have another name for it.
  const name = stop.name === steps[stop.step] ? say(stop.name) : stop.name;
  return say('Claude stops at step {step} of 12: {name}.', { step: stop.step, name });
}

/** What a finding that is there in both says otherwise now: the sentences of both; null where only what no sentence tells is different. */
export function saidOtherwise(
  { before, after }: Pick<ChangedFinding, 'before' | 'after'>,
  own: Comparison,
): { readonly before: string; readonly after: string } | null {
  const [earlier, later] = [saidFinding(before, own.before), saidFinding(after, own.after)];
  if (earlier.detail !== later.detail) return { before: earlier.detail, after: later.detail };
  return earlier.title === later.title ? null : { before: earlier.title, after: later.title };
}

/** The title of a finding in the words of the report that it stands in. */
export function titleIn(finding: WordedFinding, own: Pick<Report, 'vantage' | 'subject'>): string {
  return saidFinding(finding, own).title;
}
