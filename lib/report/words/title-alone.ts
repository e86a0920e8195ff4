import { say } from '../../i18n/say.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { andMore, saidFinding, type Wording } from './finding-words.ts';

/** The title where the details do not stand beside it: a guess is called one, and tools are named. */
export function titleAlone(finding: WordedFinding, wording: Wording): string {
  const said = saidFinding(finding, wording).title;
  const title = finding.confidence === 'possible' ? say('{title} (possible)', { title: said }) : said;
  const names = toolNames(finding);
  return `${title}${names === '' ? '' : `: ${names}`}`;
}

const mostNames = 3;

/** The first tools that a finding is about, as its check wrote them: “a”, “b” … and how many more. */
function toolNames({ code, title, values }: WordedFinding): string {
  const { names, count } = values;
  if (!code.startsWith('tools.') || typeof names !== 'string' || names === '') return '';
  const each = names.split(/(?<=”), (?=“)/);
  if (each.length === 1 && title.includes(names)) return '';
  const shown = each.slice(0, mostNames).map(inQuotes).join(', ');
  return andMore(shown, (typeof count === 'number' ? count : each.length) - Math.min(each.length, mostNames));
}

/** A name in the quotation marks of the reader’s language. */
function inQuotes(name: string): string {
  const bare = /^“(.*)”$/s.exec(name)?.[1];
  return bare === undefined ? name : say('“{words}”', { words: bare });
}
