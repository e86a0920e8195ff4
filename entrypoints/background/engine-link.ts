import type { Browser } from 'wxt/browser';
import type { BackgroundCalls } from '../../lib/messaging/background-calls.ts';
import { acceptEngine, type BackgroundEnd } from '../../lib/messaging/engine-channel.ts';
import type { FromEngine, ToEngine } from '../../lib/messaging/engine-messages.ts';
import type { EngineDocument } from './engine-document.ts';

export interface EngineLinkOptions {
  readonly document: EngineDocument;
  readonly calls: BackgroundCalls;
  /** Everything but the greeting. */
  readonly onMessage: (message: Exclude<FromEngine, { kind: 'hello' }>) => Promise<void>;
  /** These runs are known to the engine; all others that should be there are lost. Also told when there is no engine at all. */
  readonly onKnown: (runIds: readonly string[]) => Promise<void>;
  /** What came of a run or a look is taken down, and the engine has let it go. */
  readonly onSettled: () => void;
  /** The connection is gone: what the engine had asked, it asks again when it comes back. */
  readonly onGone: () => void;
}

/** The way to the engine, which is opened when it is needed and closed when it has nothing to do. */
export interface EngineLink {
  /** For `runtime.onConnect`: takes the port if it is the engine's. */
  accept(port: Browser.runtime.Port): void;
  /** Tells the engine, as soon as it is there. Rejects when it cannot be opened. */
  tell(message: ToEngine): Promise<void>;
  /** Whether it still has this run or look, as far as is known here. */
  has(runId: string): boolean;
  /** Looks whether the engine is still there, and says so to `onKnown` if it is not. */
  check(): Promise<void>;
}

/** An engine that does not speak for so long after its document was opened never will. Milliseconds. */
const patienceMs = 60_000;

/** Makes the link; nothing is opened yet. */
export function createEngineLink({
  document,
  calls,
  onMessage,
  onKnown,
  onSettled,
  onGone,
}: EngineLinkOptions): EngineLink {
  const queue: ToEngine[] = [];
  const runs = new Set<string>();
  let end: BackgroundEnd | null = null;
  let silentSince = Date.now();

  const dispatch = (message: ToEngine): void => {
    for (const runId of idOf(message)) runs.add(runId);
    if (message.kind === 'settled') runs.delete(message.runId);
    end?.tell(message);
  };
  // What is told before the engine has said which runs it knows would look lost in its greeting: it waits in the queue.
  const greet = async (greeting: BackgroundEnd | null, runIds: readonly string[]): Promise<void> => {
    runs.clear();
    for (const runId of runIds) runs.add(runId);
    await onKnown([...runIds, ...queue.flatMap(idOf)]);
    end = greeting;
    for (const message of queue.splice(0)) dispatch(message);
    await rest();
  };
  const rest = async (): Promise<void> => {
    if (runs.size > 0 || queue.length > 0) return;
    end = null;
    await document.close();
    // Somebody came while it was being closed.
    if (queue.length > 0) await document.open();
  };
  const take = async (from: BackgroundEnd | null, message: FromEngine): Promise<void> => {
    if (message.kind === 'hello') return greet(from, message.runIds);
    await onMessage(message);
    if (message.kind === 'part' || message.kind === 'pictures' || message.kind === 'progress') return;
    dispatch({ kind: 'settled', runId: message.runId });
    onSettled();
    await rest();
  };
  return {
    accept(port) {
      const accepted = acceptEngine(port, {
        calls,
        onMessage: (message) => take(accepted, message),
        onGone: () => {
          if (end === accepted) end = null;
          silentSince = Date.now();
          onGone();
        },
      });
    },
    async tell(message) {
      if (end) return dispatch(message);
      queue.push(message);
      silentSince = Date.now();
      try {
        await document.open();
      } catch (error) {
        queue.splice(queue.indexOf(message), 1);
        throw error;
      }
    },
    has: (runId) => runs.has(runId) || queue.some((message) => idOf(message).includes(runId)),
    async check() {
      if (end) return;
      const isOpen = await document.isOpen();
      if (isOpen && Date.now() - silentSince < patienceMs) return;
      if (isOpen) await document.close();
      runs.clear();
      await onKnown(queue.flatMap(idOf));
    },
  };
}

function idOf(message: ToEngine): readonly string[] {
  if (message.kind === 'start' || message.kind === 'assemble') return [message.run.runId];
  if (message.kind === 'judge-bundle') return [message.bundle.runId];
  if (message.kind === 'judge-again') return [message.kept.runId];
  return message.kind === 'judge' ? [message.look.runId] : [];
}
