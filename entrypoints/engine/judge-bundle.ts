import { bundleReport } from '../../lib/bundle-report.ts';
import { languageOf } from '../../lib/i18n/language.ts';
import { loadLanguage } from '../../lib/i18n/load-language.ts';
import type { BundleToJudge } from '../../lib/messaging/engine-messages.ts';
import { endingOf } from '../../lib/runs/run-outcome.ts';
import type { Examined } from './examine.ts';

/** Makes a report of what was read of a bundle. */
export async function judgeBundle({ evidence, language, ...about }: BundleToJudge): Promise<Examined> {
  await loadLanguage(languageOf(language));
  const { startedAt, durationMs, environment } = about;
  const report = bundleReport(evidence, { startedAt, durationMs, environment, vantage: 'extension' });
  return { report, ending: endingOf(report) };
}
