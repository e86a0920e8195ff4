import { say } from '../../lib/i18n/say.ts';
import type { BrowserObservations } from '../../lib/kernel/browser-observations.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type {
  AboutLook,
  BundleToJudge,
  FromEngine,
  KeptToJudge,
  ListingToJudge,
  ToEngine,
} from '../../lib/messaging/engine-messages.ts';

/**
 * Has a look at this browser judged where the checks and their words live. Rejects with a sentence for people when that cannot be had.
 * `id` is the look's own.
 */
export type Judge = (id: string, observations: BrowserObservations, about: AboutLook) => Promise<Report>;

/**
 * Has a report that is kept judged again with these answers and this listing, or only put into words of this language. Rejects like
 * `Judge`. `id` is the report’s.
 */
export type JudgeAgain = (
  id: string,
  account: KeptToJudge['account'],
  language: string,
  listing?: ListingToJudge,
) => Promise<Pick<JudgedAgain, 'report' | 'ending'>>;

/** Has what was read of a bundle judged. Rejects like `Judge`. */
export type JudgeBundle = (
  id: string,
  bundle: Omit<BundleToJudge, 'runId'>,
) => Promise<Pick<JudgedAgain, 'report' | 'ending'>>;

type Judged = Extract<FromEngine, { kind: 'judged' }>;
type JudgedAgain = Extract<FromEngine, { kind: 'judged-again' }>;

/** The background's side of judging. */
export interface Judging {
  readonly judge: Judge;
  readonly again: JudgeAgain;
  readonly bundle: JudgeBundle;
  /** Takes what the engine says of a look; false when the message is about something else. */
  hear(message: Exclude<FromEngine, { kind: 'hello' }>): boolean;
  /** The engine knows these: other looks are lost. */
  reconcile(known: readonly string[]): void;
}

/** Judging itself takes some milliseconds; opening the engine's document on a busy machine takes longer. Milliseconds. */
const patienceMs = 20_000;

interface Waiting {
  resolve(answer: Judged | JudgedAgain): void;
  reject(problem: Error): void;
}

/** Makes it; `tell` opens the engine where it has to. */
export function createJudging(tell: (message: ToEngine) => Promise<void>): Judging {
  const waiting = new Map<string, Waiting>();
  const take = (runId: string): Waiting | undefined => {
    const one = waiting.get(runId);
    waiting.delete(runId);
    return one;
  };
  const giveUp = (runId: string, why: string): void => {
    take(runId)?.reject(new Error(`${say('What was seen could not be judged.')} ${why}`));
  };
  const asked = (id: string, messageOf: (runId: string) => ToEngine): Promise<Judged | JudgedAgain> =>
    new Promise((resolve, reject) => {
      // The same look may be judged again before the engine has let the first go.
      const runId = `${ofLooks}${id}:${crypto.randomUUID()}`;
      const timer = setTimeout(
        () => giveUp(runId, say('The part that judges did not answer. Check again.')),
        patienceMs,
      );
      waiting.set(runId, {
        resolve(answer) {
          clearTimeout(timer);
          resolve(answer);
        },
        reject(problem) {
          clearTimeout(timer);
          reject(problem);
        },
      });
      tell(messageOf(runId)).catch((error: unknown) => {
        const words = error instanceof Error ? error.message : String(error);
        giveUp(runId, say('The browser did not open the part that judges ({words}).', { words }));
      });
    });
  return {
    judge: async (id, observations, about) =>
      (await asked(id, (runId) => ({ kind: 'judge', look: { runId, observations, about } }))).report,
    async again(reportId, account, language, listing) {
      const answer = await asked(reportId, (runId) => ({
        kind: 'judge-again',
        kept: { runId, reportId, account, language, listing: listing ?? null },
      }));
      return withEnding(answer);
    },
    async bundle(id, bundle) {
      return withEnding(await asked(id, (runId) => ({ kind: 'judge-bundle', bundle: { runId, ...bundle } })));
    },
    hear(message) {
      const { kind, runId } = message;
      if (!isOfLook(runId)) return false;
      if (kind === 'judged' || kind === 'judged-again') take(runId)?.resolve(message);
      else if (kind === 'failed') giveUp(runId, message.problem);
      return true;
    },
    reconcile(known) {
      for (const runId of [...waiting.keys()]) {
        if (!known.includes(runId)) giveUp(runId, say('The browser closed the part that judges. Check again.'));
      }
    },
  };
}

function withEnding(answer: Judged | JudgedAgain): JudgedAgain {
  if (answer.kind === 'judged-again') return answer;
  throw new Error('The part that judges answered something else.');
}

/** Whether what is judged asks, and no run: nobody waits for permissions with it. */
export function isOfLook(runId: string): boolean {
  return runId.startsWith(ofLooks);
}

/** Sets what is judged apart from runs, whose ids are UUIDs. */
const ofLooks = 'look:';
