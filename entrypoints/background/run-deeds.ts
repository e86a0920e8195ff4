import { msg, say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { consentsOf } from '../../lib/runs/consents.ts';
import type { Ending } from '../../lib/runs/run-life.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { accountMember, lastingAnswers, readAccountAnswers } from '../../lib/storage/account-answers.ts';
import { dropParts, dropReport, timesForgotten } from '../../lib/storage/reports.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { chosenLanguage } from '../language/chosen-language.ts';
import type { EngineLink } from './engine-link.ts';
import { readEnvironment } from './environment.ts';
import type { PermissionWaits } from './permission-waits.ts';
import { dropSeen, keepNewest, keepReport, seenOf, type Keeping } from './report-keeping.ts';
import type { RunBook } from './run-book.ts';
import { heldOrKept, type HeldRun } from './run-intents.ts';

/** Where runs are worked on. */
export interface RunRoom {
  readonly book: RunBook;
  readonly engine: Pick<EngineLink, 'tell' | 'has'>;
  readonly waits: Pick<PermissionWaits, 'decline' | 'forget'>;
  /** Has everything else forgotten that is kept beside runs. */
  readonly forgetOthers: () => Promise<void>;
  /** Told when a run begins, and when one has ended. */
  readonly onActivity: () => void;
  /** What wishes need and nobody writes down: in memory alone. */
  readonly held: Map<string, HeldRun>;
  /** Runs of which the engine is being told right now. */
  readonly beginning: Set<string>;
}

/** Hands a run to the engine. Twice at a time does nothing. */
export async function begin(room: RunRoom, state: RunState): Promise<void> {
  const { book, engine, held, beginning, onActivity } = room;
  const { id, choices, claude } = state;
  if (beginning.has(id)) return;
  beginning.add(id);
  try {
    const run = heldOrKept(state, held.get(id));
    held.delete(id);
    if (!run) return await fail(room, id, say(secretsGoneWords));
    await book.advance(id, { kind: 'started' });
    onActivity();
    const [settings, environment, answers] = await Promise.all([
      readSettings(),
      readEnvironment(),
      readAccountAnswers(),
    ]);
    const language = chosenLanguage(settings.language);
    const account = accountMember(lastingAnswers(answers));
    await engine.tell({
      kind: 'start',
      run: { runId: id, ...run, choices, claude, account, settings, environment, language },
    });
  } catch (error) {
    await fail(room, id, notOpenedWords(error));
  } finally {
    beginning.delete(id);
  }
}

/** Ends a run that came to nothing, with a sentence that says why. */
export async function fail({ book, onActivity }: RunRoom, id: string, problem: string): Promise<void> {
  await book.advance(id, { kind: 'failed', problem });
  onActivity();
}

/** Whether a run waits that has not begun: nothing was seen of it. */
export async function isWish({ engine, beginning }: RunRoom, { id, phase }: RunState): Promise<boolean> {
  if (phase !== 'needs-permission' || engine.has(id) || beginning.has(id)) return false;
  return (await seenOf(id)).length === 0;
}

/** Has a report made of what was saved of a run that is over, where there is none. */
export async function assemble(room: RunRoom, state: RunState): Promise<void> {
  const { id: runId, choices, claude, startedAt, updatedAt: endedAt, phase, outcome } = state;
  if (outcome !== null || phase === 'complete' || room.engine.has(runId)) return;
  if ((await seenOf(runId)).length === 0) return;
  const [settings, environment, answers] = await Promise.all([readSettings(), readEnvironment(), readAccountAnswers()]);
  const { plans } = choices;
  const account = accountMember(lastingAnswers(answers));
  const status = phase === 'cancelled' ? 'cancelled' : 'interrupted';
  const consents = consentsOf(choices, settings);
  const language = chosenLanguage(settings.language);
  const run = { runId, plans, consents, claude, account, environment, startedAt, endedAt, status, language } as const;
  await room.engine.tell({ kind: 'assemble', run }).catch((error: unknown) => fail(room, runId, notOpenedWords(error)));
}

/** Keeps what came of a run. A second report of the same run is not wanted. */
export async function finish(room: RunRoom, id: string, report: Report, ending: Ending): Promise<void> {
  const { book, waits, onActivity } = room;
  const since = timesForgotten();
  waits.forget(id);
  if ((await book.get(id))?.outcome === null) {
    const keeping = await keepReport(id, report, ending.outcome.headline, { kind: 'new', since, pictures: [] });
    if (keeping === 'no-room' || keeping === 'refused') ending = unkept(ending, keeping);
    await book.advance(id, { kind: 'finished', ending });
  }
  await dropSeen(id);
  await keepNewest(book, (await readSettings()).keepReports);
  onActivity();
}

/** Ends a run at once; what was seen of it is put together. */
export async function cancel(room: RunRoom, { id }: RunState): Promise<void> {
  const { book, engine, waits, held, onActivity } = room;
  held.delete(id);
  waits.forget(id);
  const next = await book.advance(id, { kind: 'cancelled' });
  if (engine.has(id)) await engine.tell({ kind: 'cancel', runId: id });
  else if (next) await assemble(room, next);
  onActivity();
}

/** Forgets that there was a run; what was kept of it stays. */
export async function letGo(room: RunRoom, state: RunState): Promise<void> {
  if (!isOver(state)) await cancel(room, state);
  await room.book.drop(state.id);
}

/** Forgets a run and everything that was kept of it. */
export async function forget(room: RunRoom, state: RunState): Promise<void> {
  await letGo(room, state);
  await Promise.all([dropParts(state.id), dropReport(state.id)]);
}

/** Lets a run go on without the hosts that it waits for. */
export async function goOn(room: RunRoom, state: RunState): Promise<void> {
  const wish = await isWish(room, state);
  const origins = room.waits.decline(state.id, state.missingOrigins);
  const next = await room.book.advance(state.id, { kind: 'went-on-without', origins });
  if (wish && next) void begin(room, next);
}

/** To be said of a run that cannot be made, or made again, from what is kept of it. */
export const secretsGoneWords = msg(
  'This check was given something secret (a header, a client secret, or a key in the address), which is kept in memory only and is gone now. Start it again and give it once more.',
);

function notOpenedWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return say(
    'The browser did not open the page in which checks run ({words}). Allow what it asks for, and check again.',
    { words },
  );
}

function unkept(ending: Ending, keeping: Extract<Keeping, 'no-room' | 'refused'>): Ending {
  const why =
    keeping === 'no-room'
      ? say('The full report could not be kept: this browser has no room left.')
      : say('The full report could not be kept: this browser keeps no data for it here.');
  const next = `${why} ${ending.outcome.next}`;
  return { ...ending, outcome: { ...ending.outcome, next } };
}
