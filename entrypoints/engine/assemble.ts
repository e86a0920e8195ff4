import { reportOfParts } from '../../lib/doctor.ts';
import { languageOf } from '../../lib/i18n/language.ts';
import { loadLanguage } from '../../lib/i18n/load-language.ts';
import type { UnfinishedRun } from '../../lib/messaging/engine-messages.ts';
import { claudeMember } from '../../lib/runs/claude-member.ts';
import { endingOf } from '../../lib/runs/run-outcome.ts';
import { readParts } from '../../lib/storage/reports.ts';
import type { Examined } from './examine.ts';

/** Makes a report of what was saved of a run that nobody brought to its end. */
export async function assemble(run: UnfinishedRun): Promise<Examined> {
  await loadLanguage(languageOf(run.language));
  const { plans, consents, startedAt, endedAt, status, environment, claude, account } = run;
  const report = reportOfParts(await readParts(run.runId), {
    plans,
    consents,
    vantage: 'extension',
    environment,
    claude: claudeMember(claude),
    account,
    startedAt,
    durationMs: Math.max(0, endedAt - startedAt),
    status,
  });
  return { report, ending: endingOf(report) };
}
