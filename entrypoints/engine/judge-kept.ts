import { judgeAgain } from '../../lib/doctor.ts';
import { languageOf } from '../../lib/i18n/language.ts';
import { loadLanguage } from '../../lib/i18n/load-language.ts';
import type { KeptToJudge } from '../../lib/messaging/engine-messages.ts';
import { endingOf } from '../../lib/runs/run-outcome.ts';
import { readReport } from '../../lib/storage/reports.ts';
import type { Examined } from './examine.ts';

/** Judges a report that is kept again, with what the person tells of their account now, or puts it into words again. Rejects when it is not there any more. */
export async function judgeKept({ reportId, account, language }: KeptToJudge): Promise<Examined> {
  await loadLanguage(languageOf(language));
  const kept = await readReport(reportId);
  if (kept === null) throw new Error('the report is gone');
  if (account === 'as-kept') return { report: kept, ending: endingOf(kept) };
  const { judgedAgainAt, ...judged } = judgeAgain({ ...kept, account }, new Date());
  // By the same version nothing else was judged anew, and nobody needs to be told.
  const isOfToday = kept.tool.version === judged.tool.version && kept.judgedAgainAt === undefined;
  const report = isOfToday || judgedAgainAt === undefined ? judged : { ...judged, judgedAgainAt };
  return { report, ending: endingOf(report) };
}
