import type { WordedFinding } from '../kernel/report.ts';
import { counted } from './counted.ts';

/** A finding's fixes as sentences. */
export function fixWords(finding: WordedFinding): string {
  return finding.fix.map((fix) => (fix.kind === 'text' ? fix.text : `See the guide “${fix.guide}”.`)).join(' ');
}

/** True where nothing has to be changed: then it does not matter who could. */
export function isIdle(finding: WordedFinding): boolean {
  return finding.severity === 'note' && /^Nothing (?:needs|has) to be /.test(fixWords(finding));
}

/** The title where the details do not stand beside it: a guess is called one, and tools are named. */
export function titleAlone(finding: WordedFinding): string {
  const guess = finding.confidence === 'possible' ? ' (possible)' : '';
  const names = toolNames(finding);
  return `${finding.title}${guess}${names === '' ? '' : `: ${names}`}`;
}

const mostNames = 3;

/** The first tools that a finding is about, as its check wrote them: “a”, “b” … and how many more. */
function toolNames({ code, title, values }: WordedFinding): string {
  const { names, count } = values;
  if (!code.startsWith('tools.') || typeof names !== 'string' || names === '') return '';
  const each = names.split(/(?<=”), (?=“)/);
  if (each.length === 1 && title.includes(names)) return '';
  const shown = each.slice(0, mostNames);
  const left = (typeof count === 'number' ? count : each.length) - shown.length;
  return `${shown.join(', ')}${left > 0 ? ` and ${counted(left, 'more', 'more')}` : ''}`;
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  const end = text.search(/[.!?](?=\s)/);
  return end === -1 ? text : text.slice(0, end + 1);
}
