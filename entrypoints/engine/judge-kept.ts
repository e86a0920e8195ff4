import { judgeAgain } from '../../lib/judge-again.ts';
import { languageOf } from '../../lib/i18n/language.ts';
import { loadLanguage } from '../../lib/i18n/load-language.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { EngineEnd } from '../../lib/messaging/engine-channel.ts';
import type { KeptToJudge, ListingToJudge } from '../../lib/messaging/engine-messages.ts';
import { observedValue } from '../../lib/report/data/evidence-value.ts';
import { endingOf } from '../../lib/runs/run-outcome.ts';
import { readReport } from '../../lib/storage/reports.ts';
import type { Examined } from './examine.ts';

interface Surroundings extends Pick<EngineEnd, 'calls'> {
  readonly signal: AbortSignal;
}

/**
 * Judges a report that is kept again, with what the person tells of their account or of a listing now, or puts it into words again.
 * Rejects when it is not there any more.
 */
export async function judgeKept(
  { runId, reportId, account, listing, language }: KeptToJudge,
  surroundings: Surroundings,
): Promise<Examined> {
  await loadLanguage(languageOf(language));
  const kept = await readReport(reportId);
  if (kept === null) throw new Error('the report is gone');
  const told = account === 'as-kept' ? kept : { ...kept, account };
  if (listing !== null) return judged(kept, await listed(told, listing, runId, surroundings));
  if (account === 'as-kept') return { report: kept, ending: endingOf(kept) };
  return judged(kept, judgeAgain(told, new Date()));
}

function judged(before: Report, after: Report): Examined {
  const { judgedAgainAt, ...rest } = after;
  // By the same version nothing else was judged anew, and nobody needs to be told.
  const isOfToday = before.tool.version === rest.tool.version && before.judgedAgainAt === undefined;
  const report = isOfToday || judgedAgainAt === undefined ? rest : { ...rest, judgedAgainAt };
  return { report, ending: endingOf(report) };
}

/** What asks for pages is loaded with the first listing. */
async function listed(
  report: Report,
  { draft, lookAtLinks }: ListingToJudge,
  runId: string,
  { calls, signal }: Surroundings,
): Promise<Report> {
  const [{ withListing }, { createBrowserPorts }] = await Promise.all([
    import('../../lib/told-listing.ts'),
    import('../../lib/adapters/browser/ports.ts'),
  ]);
  // As it was when the report was made: behind a proxy, what is dialled says nothing of the page.
  const addressesAreEvidence = observedValue(report.evidence, 'typed')?.['connectTo'] !== true;
  const ports = await createBrowserPorts({ calls, runId, addressesAreEvidence });
  return withListing(report, draft, { ports, lookAtLinks, signal, judgedAt: new Date() });
}
