import type { Result } from '../../lib/kernel/result.ts';
import type { FromEngine } from '../../lib/messaging/engine-messages.ts';
import type { Commands, RunRequest } from '../../lib/messaging/protocol.ts';
import { consentsOf } from '../../lib/runs/consents.ts';
import { beginRun, type Ending } from '../../lib/runs/run-life.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { dropAllReports, dropParts, dropReport, readParts } from '../../lib/storage/reports.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import type { EngineLink } from './engine-link.ts';
import { readEnvironment } from './environment.ts';
import type { PermissionWaits } from './permission-waits.ts';
import { keepNewest, keepPart, keepReport } from './report-keeping.ts';
import type { RunBook } from './run-book.ts';
import { heldOrKept, mayBegin, readIntent, type HeldRun } from './run-intents.ts';

type RunCommand = 'startRun' | 'cancelRun' | 'runAgain' | 'goOnWithout' | 'forgetRun' | 'forgetEverything';

/** The commands that concern runs. */
export type RunCommands = {
  readonly [C in RunCommand]: (request: Parameters<Commands[C]>[0]) => Promise<ReturnType<Commands[C]>>;
};

/** Runs from the wish to the report. */
export interface RunService {
  readonly commands: RunCommands;
  /** Takes what the engine says. */
  hear(message: Exclude<FromEngine, { kind: 'hello' }>): Promise<void>;
  /** The engine knows these runs: others that should be under way are lost, and what was seen of them is put together. */
  reconcile(known: readonly string[]): Promise<void>;
  /** Permissions have changed: what waited for them begins. Settles when it has. */
  look(): Promise<void>;
  /** Forgets wishes that were never allowed. */
  sweep(): Promise<void>;
}

export interface RunServiceOptions {
  readonly book: RunBook;
  readonly engine: Pick<EngineLink, 'tell' | 'has'>;
  readonly waits: Pick<PermissionWaits, 'decline' | 'forget'>;
  /** Told when a run begins, and when one has ended. */
  readonly onActivity: () => void;
}

const mostAtOnce = 8;
const wishesLastMs = 60 * 60_000;

/** Makes the service. It holds secrets of runs that wait for a permission, in memory alone. */
export function createRunService(options: RunServiceOptions): RunService {
  const { book, engine, waits, onActivity } = options;
  const held = new Map<string, HeldRun>();
  const beginning = new Set<string>();

  const begin = async (state: RunState): Promise<void> => {
    const { id } = state;
    if (beginning.has(id)) return;
    beginning.add(id);
    try {
      const run = heldOrKept(state, held.get(id));
      held.delete(id);
      if (!run) return await fail(id, secretsGoneWords);
      await book.advance(id, { kind: 'started' });
      onActivity();
      const { choices, claude } = state;
      const [settings, environment] = await Promise.all([readSettings(), readEnvironment()]);
      await engine.tell({ kind: 'start', run: { runId: id, ...run, choices, claude, settings, environment } });
    } catch (error) {
      await fail(id, notOpenedWords(error));
    } finally {
      beginning.delete(id);
    }
  };
  const fail = async (id: string, problem: string): Promise<void> => {
    await book.advance(id, { kind: 'failed', problem });
    onActivity();
  };
  const start = async (request: RunRequest): Promise<Result<{ readonly runId: string }>> => {
    const underWay = (await book.all()).filter((state) => !isOver(state) && state.phase !== 'needs-permission');
    if (underWay.length >= mostAtOnce)
      return problem(`${mostAtOnce} checks are under way: wait for one of them to end.`);
    const intent = await readIntent(request, crypto.randomUUID());
    const state = beginRun(intent, Date.now());
    await book.add(state);
    held.set(state.id, { text: request.text, secrets: request.secrets });
    // Not awaited: the screen that asked sees in the state what becomes of it.
    if (intent.missing === null) void begin(state);
    return { ok: true, value: { runId: state.id } };
  };
  /** A run that waits and of which nothing was seen has not begun. */
  const isWish = async ({ id, phase }: RunState): Promise<boolean> =>
    phase === 'needs-permission' && !engine.has(id) && !beginning.has(id) && (await readParts(id)).length === 0;
  /** Has a report made of what was saved of a run that is over. */
  const assemble = async (state: RunState): Promise<void> => {
    if (state.outcome !== null || state.phase === 'complete' || engine.has(state.id)) return;
    if ((await readParts(state.id)).length === 0) return;
    const { id: runId, choices, claude, startedAt, updatedAt: endedAt, phase } = state;
    const status = phase === 'cancelled' ? 'cancelled' : 'interrupted';
    const [settings, environment] = await Promise.all([readSettings(), readEnvironment()]);
    const { plans } = choices;
    const consents = consentsOf(choices, settings);
    await engine
      .tell({ kind: 'assemble', run: { runId, plans, consents, claude, environment, startedAt, endedAt, status } })
      .catch((error: unknown) => fail(runId, notOpenedWords(error)));
  };
  const finish = async (id: string, report: Report, ending: Ending): Promise<void> => {
    const state = await book.get(id);
    waits.forget(id);
    if (state?.outcome === null) {
      const isKept = await keepReport(id, report, ending.outcome.headline);
      await book.advance(id, { kind: 'finished', ending: isKept ? ending : unkept(ending) });
    }
    await dropParts(id);
    await keepNewest(book, (await readSettings()).keepReports);
    onActivity();
  };
  const cancel = async (state: RunState): Promise<void> => {
    const { id } = state;
    held.delete(id);
    waits.forget(id);
    const next = await book.advance(id, { kind: 'cancelled' });
    if (engine.has(id)) await engine.tell({ kind: 'cancel', runId: id });
    else if (next) await assemble(next);
    onActivity();
  };
  const forget = async (state: RunState): Promise<void> => {
    if (!isOver(state)) await cancel(state);
    await book.drop(state.id);
    await Promise.all([dropParts(state.id), dropReport(state.id)]);
  };
  const known = async (id: string): Promise<RunState | null> => book.get(id);

  return {
    commands: {
      startRun: start,
      async cancelRun({ runId }) {
        const state = await known(runId);
        if (!state) return unknownRun;
        if (!isOver(state)) await cancel(state);
        return done;
      },
      async runAgain({ runId }) {
        const state = await known(runId);
        if (!state) return unknownRun;
        if (!isOver(state)) return problem('This check is still under way.');
        const run = heldOrKept(state, undefined);
        if (!run) return problem(secretsGoneWords);
        return start({ ...run, choices: state.choices, claude: state.claude, tabId: state.tabId });
      },
      async goOnWithout({ runId }) {
        const state = await known(runId);
        if (!state) return unknownRun;
        if (state.phase !== 'needs-permission') return problem('This check does not wait for a permission.');
        const wish = await isWish(state);
        const origins = waits.decline(runId, state.missingOrigins);
        const next = await book.advance(runId, { kind: 'went-on-without', origins });
        if (wish && next) void begin(next);
        return done;
      },
      async forgetRun({ runId }) {
        const state = await known(runId);
        if (state) await forget(state);
        return done;
      },
      async forgetEverything() {
        for (const state of await book.all()) await forget(state);
        await dropAllReports();
        return done;
      },
    },
    async hear(message) {
      const { runId } = message;
      if (!(await known(runId))) return dropParts(runId);
      if (message.kind === 'part') return keepPart(runId, message.part);
      if (message.kind === 'finished') return finish(runId, message.report, message.ending);
      if (message.kind === 'failed') return fail(runId, message.problem);
      await book.advance(runId, { kind: 'progress', ...message.progress });
    },
    async reconcile(knownIds) {
      for (const state of await book.all()) {
        if (knownIds.includes(state.id) || beginning.has(state.id) || (await isWish(state))) continue;
        const next = isOver(state) ? state : await book.advance(state.id, { kind: 'lost' });
        if (next) await assemble(next);
      }
      onActivity();
    },
    async look() {
      const begun: Promise<void>[] = [];
      for (const state of await book.all()) {
        if (state.phase === 'needs-permission' && (await isWish(state)) && (await mayBegin(state)))
          begun.push(begin(state));
      }
      await Promise.all(begun);
    },
    async sweep() {
      for (const state of await book.all()) {
        const isOld = Date.now() - state.updatedAt > wishesLastMs;
        if (isOld && (await isWish(state))) await forget(state);
      }
    },
  };
}

const done = { ok: true, value: null } as const;
const unknownRun = problem('This check is not known any more.');

const secretsGoneWords =
  'It was given something secret (a header, a client secret, or a key in the address), which is kept in memory only and is gone now. Start the check again and give it once more.';

function notOpenedWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return `The browser did not open the page in which checks run (${words}). Allow what it asks for, and check again.`;
}

function unkept(ending: Ending): Ending {
  const next = `The full report could not be kept: this browser has no room left. ${ending.outcome.next}`;
  return { ...ending, outcome: { ...ending.outcome, next } };
}

function problem(words: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem: words };
}
