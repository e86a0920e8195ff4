import { say } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { decodeReport } from './codec.ts';
import { hasLinkMark } from '../sharing/link-text.ts';
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
 * Reads a report from a text of any origin: JSON, the page that holds it, or a link, each also with other words around it where mail
 * and forms put some. Never rejects.
 */
export async function readReport(text: string, passphrase?: string): Promise<ReadReport> {
  if (text.length > maxReportLength) {
    return { kind: 'problem', problem: say('It is larger than 64 MiB: no report of Connector Doctor is that large.') };
  }
  const body = text.replace(/^\uFEFF/, '').trim();
  if (!/^[[{]/.test(body) && hasLinkMark(body)) return fromLink(body, passphrase);
  return decoded(body, 'json');
}

async function fromLink(text: string, passphrase: string | undefined): Promise<ReadReport> {
  const { readReportLink } = await import('../sharing/report-link.ts');
  const contents = await readReportLink(text, passphrase);
  if (contents === null) return decoded(text, 'json');
  return contents.kind === 'text' ? decoded(contents.text, 'link') : contents;
}

function decoded(text: string, form: ReportForm): ReadReport {
  const read = decodeReport(text);
  return read.ok ? { kind: 'report', report: read.report, form } : { kind: 'problem', problem: read.problem };
}
