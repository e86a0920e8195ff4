import { say } from '../../lib/i18n/say.ts';
import type { Result } from '../../lib/kernel/result.ts';
import { receive } from '../../lib/messaging/commands.ts';
import type { Commands } from '../../lib/messaging/protocol.ts';
import { timesForgotten } from '../../lib/storage/reports.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { answered } from './answered.ts';
import { readEnvironment } from './environment.ts';
import type { Judging } from './judging.ts';
import { keepNewest, keepReport } from './report-keeping.ts';
import type { RunBook } from './run-book.ts';

interface Room {
  readonly book: RunBook;
  readonly judging: Pick<Judging, 'bundle'>;
  readonly language: () => Promise<string>;
}

/** Passes what a screen has read of a bundle to the part that judges, and keeps the report. To be called when the background starts. */
export function takeBundles(room: Room): void {
  receive('judgeBundle', ({ data, sender }) => answered(sender, () => judged(room, data)));
}

async function judged(
  { book, judging, language }: Room,
  { pictures, ...look }: Parameters<Commands['judgeBundle']>[0],
): Promise<Result<{ readonly reportId: string }>> {
  const since = timesForgotten();
  const reportId = crypto.randomUUID();
  const about = { environment: await readEnvironment(), language: await language() };
  const { report, ending } = await judging.bundle(reportId, { ...look, ...about });
  const keeping = await keepReport(reportId, report, ending.outcome.headline, { kind: 'new', since, pictures });
  if (keeping === 'gone') {
    return {
      ok: false,
      problem: say('Everything was forgotten while it was being judged, so its report was not kept. Choose it again.'),
    };
  }
  if (keeping !== 'kept') {
    return { ok: false, problem: say('There is no room for its report in this browser.') };
  }
  await keepNewest(book, (await readSettings()).keepReports);
  return { ok: true, value: { reportId } };
}
