import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';

/** What somebody hands over to be read: a file, or what they pasted (a report, a page that carries one, a link to one). */
export type Handed =
  | { readonly kind: 'file'; readonly file: File }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** It was put where reports are asked for, whatever it looks like. */
      readonly isForReports?: boolean;
    };

/** What was handed over, once it was read. `name` is the file’s; null for what was pasted. */
export type OpenedReport =
  | { readonly kind: 'report'; readonly name: string | null; readonly report: Report }
  /** Nobody can read it without its passphrase. */
  | { readonly kind: 'locked'; readonly name: string | null; readonly text: string }
  | { readonly kind: 'problem'; readonly name: string | null; readonly words: string };

/** Reads somebody’s report. Never rejects: what is wrong with it is said in one or two sentences. */
export async function openReport(handed: Handed, passphrase?: string): Promise<OpenedReport> {
  const name = handed.kind === 'file' ? plainLine(handed.file.name, 120) : null;
  const { maxReportLength } = await import('../../lib/report/data/limits.ts');
  // Four bytes a code unit at most: a larger file is too long whatever it holds, and is not read.
  if (handed.kind === 'file' && handed.file.size > maxReportLength * 4) {
    return { kind: 'problem', name, words: say('It is larger than any report of Connector Doctor.') };
  }
  const text = handed.kind === 'text' ? handed.text : await textOf(handed.file);
  if (text === null) {
    return { kind: 'problem', name, words: say('The browser could not read it: it may have been moved.') };
  }
  return readText(name, text, passphrase);
}

async function textOf(file: File): Promise<string | null> {
  const [{ fileText }, bytes] = await Promise.all([
    import('../../lib/report/data/file-text.ts'),
    file.arrayBuffer().catch(() => null),
  ]);
  return bytes && fileText(new Uint8Array(bytes));
}

async function readText(name: string | null, text: string, passphrase?: string): Promise<OpenedReport> {
  const { readReport } = await import('../../lib/report/data/read-report.ts');
  const read = await readReport(text, passphrase);
  if (read.kind === 'report') return { kind: 'report', name, report: read.report };
  return read.kind === 'locked' ? { kind: 'locked', name, text } : { kind: 'problem', name, words: read.problem };
}
