import type { Report } from '../../lib/kernel/report.ts';
import { formats, type Format } from '../../lib/report/formats/formats.ts';
import type { RenderOptions } from '../../lib/report/formats/render-options.ts';
import type { FormatOffer } from './format-offers.ts';
import { tellIn, type ReportLanguage } from './report-language.ts';
import { saveText } from './save-text.ts';

/** Hands a prepared report to the browser as a file, and answers with its name. */
export async function saveReport(
  report: Report,
  { format, ending, type }: FormatOffer,
  language: ReportLanguage,
): Promise<string> {
  const name = fileName(report, ending);
  saveText(name, await textOf(report, format, language), type);
  return name;
}

/** A prepared report in one of its forms. */
export async function textOf(report: Report, format: Format, language: ReportLanguage): Promise<string> {
  const render = await formats[format]();
  return tellIn(language, () => render(report, documentOptions));
}

/** For a reader elsewhere: lines as long as in a mail. */
export const documentOptions: RenderOptions = { color: false, width: 80, isSent: true };

/**
 * “connector-doctor mcp.acme.dev 2026-11-21.json”: nothing in it that a file system takes amiss, and no host where it was left out of the
 * report.
 */
export function fileName(
  { target, createdAt, withheld }: Pick<Report, 'target' | 'createdAt' | 'withheld'>,
  ending: string,
): string {
  const host = target && 'host' in target && withheld?.includes('host') !== true ? target.host : '';
  const parts = ['connector-doctor', safe(host), safe(createdAt.slice(0, 10))].filter((part) => part !== '');
  return `${parts.join(' ')}.${ending}`;
}

function safe(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
}
