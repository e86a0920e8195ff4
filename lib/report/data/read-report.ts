import type { Report } from '../../kernel/report.ts';
import { reportInHtml } from '../html/data-block.ts';
import { linksIn } from '../sharing/link-text.ts';
import { decodeReport, tooLargeWords } from './codec.ts';
import { maxReportLength } from './limits.ts';
import { beforeMail } from './mail-text.ts';

/** What came of reading a report, and in which form it stood there. */
export type ReadReport =
  | { readonly kind: 'report'; readonly report: Report; readonly form: ReportForm }
  /** It has a passphrase, and none was given. */
  | { readonly kind: 'locked' }
  /** What is wrong with it, in one or two sentences that can follow “… cannot be read.” */
  | { readonly kind: 'problem'; readonly problem: string };

export type ReportForm = 'json' | 'html' | 'link';

/**
 * Reads a report from a text of any origin: JSON, the page that holds it, or a link, JSON and links also within other words, as mail
 * programs and forms hand them on, quoted and wrapped. Of several only what can be read counts. Nothing is fetched. Never rejects.
 */
export async function readReport(text: string, passphrase?: string): Promise<ReadReport> {
  if (text.length > maxReportLength) return { kind: 'problem', problem: tooLargeWords() };
  const body = text.replace(/^\uFEFF/, '').trim();
  if (/^[[{]/.test(body)) return decoded(body, 'json');
  let found: ReadReport | null = null;
  for await (const read of readings(body, passphrase)) {
    if (read.kind === 'report') return read;
    // A link that only lacks its passphrase says more than one that is broken.
    if (found === null || (found.kind === 'problem' && read.kind === 'locked')) found = read;
  }
  return found ?? decoded(body, 'json');
}

/** What came of each thing in a text that may be a report, the surest first. */
async function* readings(text: string, passphrase: string | undefined): AsyncGenerator<ReadReport> {
  for (const reading of [text, ...beforeMail(text)]) {
    const inPage = reportInHtml(reading);
    if (inPage !== null) yield decoded(inPage, 'html');
    const within = jsonWithin(reading);
    if (within !== null) yield decoded(within, 'json');
  }
  // These undo by themselves what mail programs do to links.
  const links = linksIn(text);
  if (links.length === 0) return;
  // What seals and unseals is loaded with the first link.
  const { readReportLink } = await import('../sharing/report-link.ts');
  for (const link of links) {
    const contents = await readReportLink(link, passphrase);
    if (contents !== null) yield contents.kind === 'text' ? decoded(contents.text, 'link') : contents;
  }
}

function decoded(text: string, form: ReportForm): ReadReport {
  const read = decodeReport(text);
  return read.ok ? { kind: 'report', report: read.report, form } : { kind: 'problem', problem: read.problem };
}

/** The report between other words: in a fenced block of an issue, below a greeting. */
function jsonWithin(text: string): string | null {
  const named = text.search(/"schema"\s{0,9}:\s{0,9}"connector-doctor\/report@/);
  if (named < 0) return null;
  const begin = text.lastIndexOf('{', named);
  return begin < 0 ? null : text.slice(begin, endOfJson(text, begin));
}

/** Behind the bracket that ends what begins there; behind the last one of the text where none does. */
function endOfJson(text: string, begin: number): number {
  let depth = 0;
  let isInString = false;
  for (let index = begin; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (isInString && character === '\\') index += 1;
    else if (character === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (character === '{') depth += 1;
    else if (character === '}' && (depth -= 1) === 0) return index + 1;
  }
  return text.lastIndexOf('}') + 1;
}
