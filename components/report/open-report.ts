import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';

/** A report from a file: somebody else’s, whoever wrote it. */
export type Opened =
  | { readonly kind: 'report'; readonly name: string; readonly report: Report }
  | { readonly kind: 'problem'; readonly name: string; readonly words: string };

/** Reads a saved report. Never rejects: what is wrong with it is said in one or two sentences. */
export async function openReport(file: File): Promise<Opened> {
  const name = plainLine(file.name, 120);
  const codec = await import('../../lib/report/data/codec.ts');
  // Four bytes a code unit at most: a larger file is too long whatever it holds, and is not read.
  if (file.size > codec.maxReportLength * 4) {
    return { kind: 'problem', name, words: say('It is larger than any report of Connector Doctor.') };
  }
  const text = await file.text().catch(() => null);
  if (text === null)
    return { kind: 'problem', name, words: say('The browser could not read it: it may have been moved.') };
  const decoded = codec.decodeReport(text);
  return decoded.ok
    ? { kind: 'report', name, report: decoded.report }
    : { kind: 'problem', name, words: decoded.problem };
}
