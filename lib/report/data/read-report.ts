import type { Report } from '../../kernel/report.ts';
import { reportInHtml } from '../html/data-block.ts';
import { hasLinkMark } from '../sharing/link-text.ts';
import { decodeReport, tooLargeWords } from './codec.ts';
import { maxReportLength } from './limits.ts';

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
 * programs and forms hand them on. Nothing is fetched. Never rejects.
 */
export async function readReport(text: string, passphrase?: string): Promise<ReadReport> {
  if (text.length > maxReportLength) return { kind: 'problem', problem: tooLargeWords() };
  const body = text.replace(/^\uFEFF/, '').trim();
  if (/^[[{]/.test(body)) return decoded(body, 'json');
  const inPage = reportInHtml(body);
  if (inPage !== null) return decoded(inPage, 'html');
  const fromLink = hasLinkMark(body) ? await readLink(body, passphrase) : null;
  return fromLink ?? decoded(jsonWithin(body) ?? body, 'json');
}

/** What seals and unseals is loaded with the first link. */
async function readLink(text: string, passphrase: string | undefined): Promise<ReadReport | null> {
  const { readReportLink } = await import('../sharing/report-link.ts');
  const contents = await readReportLink(text, passphrase);
  return contents?.kind === 'text' ? decoded(contents.text, 'link') : contents;
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
  const end = text.lastIndexOf('}');
  return begin >= 0 && end > named ? text.slice(begin, end + 1) : null;
}
