import { say } from '../../lib/i18n/say.ts';
import type { Result } from '../../lib/kernel/result.ts';
import type { FromEngine } from '../../lib/messaging/engine-messages.ts';
import type { Commands, RunRequest } from '../../lib/messaging/protocol.ts';
import { beginRun } from '../../lib/runs/run-life.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import { dropAllReports } from '../../lib/storage/reports.ts';
import { dropKept, dropSeen, keepPart, keepPictures } from './report-keeping.ts';
import {
  assemble,
  begin,
  cancel,
  fail,
  finish,
  forget,
  goOn,
  isWish,
  letGo,
  secretsGoneWords,
  type RunRoom,
} from './run-deeds.ts';
import { heldOrKept, mayBegin, readIntent } from './run-intents.ts';

type RunCommand =
  'startRun' | 'cancelRun' | 'runAgain' | 'askedAgain' | 'goOnWithout' | 'forgetRun' | 'forgetEverything';

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
  /** Permissions have changed: what waited for them begins. */
  look(): Promise<void>;
  /** Forgets wishes that were never allowed, and lets runs go on that wait too long: they keep the background awake. */
  sweep(): Promise<void>;
}

const mostAtOnce = 8;
const wishesLastMs = 60 * 60_000;
const waitsLastMs = 15 * 60_000;
/** A host that is allowed later than this after the question is allowed for another reason. */
const questionLastsMs = 5 * 60_000;

/** Makes the service. It holds secrets of runs that wait for a permission, in memory alone. */
export function createRunService(place: Omit<RunRoom, 'held' | 'beginning'>): RunService {
  const room: RunRoom = { ...place, held: new Map(), beginning: new Set() };
  return {
    commands: commandsIn(room),
    hear: (message) => hear(room, message),
    reconcile: (known) => reconcile(room, known),
    look: () => look(room),
    sweep: () => sweep(room),
  };
}

function commandsIn(room: RunRoom): RunCommands {
  return {
    startRun: (request) => start(room, request),
    cancelRun: ({ runId }) =>
      withRun(room, runId, async (state) => {
        if (!isOver(state)) await cancel(room, state);
        return done;
      }),
    runAgain: ({ runId }) => withRun(room, runId, (state) => startAgain(room, state)),
    askedAgain: ({ runId }) =>
      withRun(room, runId, async () => {
        const next = await room.book.advance(runId, { kind: 'asked-again' });
        // A host that was allowed meanwhile for another reason is told of by nobody.
        if (next && (await isWish(room, next)) && (await mayBegin(next))) void begin(room, next);
        return done;
      }),
    goOnWithout: ({ runId }) =>
      withRun(room, runId, async (state) => {
        if (state.phase !== 'needs-permission') return problem(say('This check does not wait for a permission.'));
        await goOn(room, state);
        return done;
      }),
    async forgetRun({ runId }) {
      const state = await room.book.get(runId);
      if (state) await forget(room, state);
      return done;
    },
    async forgetEverything() {
      for (const state of await room.book.all()) await letGo(room, state);
      await Promise.all([dropAllReports(), room.forgetOthers()]);
      return done;
    },
  };
}

async function withRun<T>(
  { book }: RunRoom,
  runId: string,
  deed: (state: RunState) => Promise<Result<T>>,
): Promise<Result<T>> {
  const state = await book.get(runId);
  return state ? deed(state) : problem(say('This check is not known any more.'));
}

async function start(room: RunRoom, request: RunRequest): Promise<Result<{ readonly runId: string }>> {
  const { book, held } = room;
  const underWay = (await book.all()).filter((state) => !isOver(state) && state.phase !== 'needs-permission');
  if (underWay.length >= mostAtOnce) {
    return problem(say('{count} checks are under way: wait for one of them to end.', { count: mostAtOnce }));
  }
  const intent = await readIntent(request, crypto.randomUUID());
  const state = beginRun(intent, Date.now());
  await book.add(state);
  held.set(state.id, { text: request.text, secrets: request.secrets });
  // Not awaited: the screen that asked sees in the state what becomes of it.
  if (intent.missing === null) void begin(room, state);
  else void beginIfAllowedMeanwhile(room, state);
  return { ok: true, value: { runId: state.id } };
}

/** An answer that came before the wish was written down is told of by nobody. */
async function beginIfAllowedMeanwhile(room: RunRoom, state: RunState): Promise<void> {
  if (!(await mayBegin(state))) return;
  const now = await room.book.get(state.id);
  if (now && (await isWish(room, now))) await begin(room, now);
}

async function startAgain(room: RunRoom, state: RunState): Promise<Result<{ readonly runId: string }>> {
  if (!isOver(state)) return problem(say('This check is still under way.'));
  const run = heldOrKept(state, undefined);
  if (!run) return problem(say(secretsGoneWords));
  return start(room, { ...run, choices: state.choices, claude: state.claude, tabId: state.tabId });
}

async function hear(room: RunRoom, message: Exclude<FromEngine, { kind: 'hello' }>): Promise<void> {
  const { runId } = message;
  if (!(await room.book.get(runId))) return dropSeen(runId);
  await take(room, message);
  // Forgotten while it was written down: what came too late for that goes, too.
  if (!(await room.book.get(runId))) await dropKept(runId);
}

async function take(room: RunRoom, message: Exclude<FromEngine, { kind: 'hello' }>): Promise<void> {
  const { runId } = message;
  switch (message.kind) {
    case 'part':
      return keepPart(runId, message.part);
    case 'pictures':
      return keepPictures(runId, message.pictures);
    case 'finished':
      return finish(room, runId, message.report, message.ending);
    case 'failed':
      return fail(room, runId, message.problem);
    case 'progress':
      await room.book.advance(runId, { kind: 'progress', ...message.progress });
      return;
    case 'judged':
    case 'judged-again':
    // What was asked by id of its own, and is heard before it comes here.
  }
}

async function reconcile(room: RunRoom, known: readonly string[]): Promise<void> {
  const { book, beginning, onActivity } = room;
  for (const state of await book.all()) {
    if (known.includes(state.id) || beginning.has(state.id) || (await isWish(room, state))) continue;
    const next = isOver(state) ? state : await book.advance(state.id, { kind: 'lost' });
    if (next) await assemble(room, next);
  }
  onActivity();
}

/** Of several wishes for a host only the last one was meant by the answer: the others may be what the person said no to before. */
async function look(room: RunRoom): Promise<void> {
  const begun: Promise<void>[] = [];
  const hosts = new Set<string | null>();
  const lastAskedFirst = [...(await room.book.all())].sort((a, b) => b.updatedAt - a.updatedAt);
  for (const state of lastAskedFirst) {
    if (hosts.has(state.host) || Date.now() - state.updatedAt > questionLastsMs) continue;
    if (!(await isWish(room, state)) || !(await mayBegin(state))) continue;
    hosts.add(state.host);
    begun.push(begin(room, state));
  }
  await Promise.all(begun);
}

async function sweep(room: RunRoom): Promise<void> {
  for (const state of await room.book.all()) {
    const waitedMs = state.phase === 'needs-permission' ? Date.now() - state.updatedAt : 0;
    if (waitedMs < waitsLastMs) continue;
    if (!(await isWish(room, state))) await goOn(room, state);
    else if (waitedMs > wishesLastMs) await letGo(room, state);
  }
}

const done = { ok: true, value: null } as const;

function problem(words: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem: words };
}
