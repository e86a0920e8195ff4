import type { Report } from '../../lib/kernel/report.ts';
import { prepareReport } from '../../lib/report/sharing/prepare-report.ts';

/** A link that holds a report, and what would shorten it. */
export interface MadeLinkTo {
  readonly link: string;
  /** How long it would be without the exchanges, where that makes it short enough to arrive whole; else null. UTF-16 code units. */
  readonly leaner: number | null;
}

/** UTF-16 code units up to which programs usually leave a link whole. */
export const usualLinkLength = 2_000;

/** Makes a link of a prepared report; an empty passphrase locks nothing. */
export async function makeLink(report: Report, viewer: string, passphrase: string): Promise<MadeLinkTo> {
  const { reportLink } = await import('../../lib/report/sharing/report-link.ts');
  const options = { viewer, passphrase: passphrase === '' ? null : passphrase };
  const link = await reportLink(report, options);
  if (link.length <= usualLinkLength || report.exchanges.length === 0) return { link, leaner: null };
  const lean = prepareReport(report, { withhold: ['exchanges'], note: report.note });
  const { length } = await reportLink(lean, options);
  return { link, leaner: length <= usualLinkLength ? length : null };
}
