import { say } from '../../lib/i18n/say.ts';
import { send } from '../../lib/messaging/commands.ts';
import type { Commands } from '../../lib/messaging/protocol.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { dropReport } from '../../lib/storage/reports.ts';
import { noAnswerWords } from '../state/start-run.ts';

/** A bundle that is being read, or why that came to nothing. */
export type BundleReading =
  | { readonly kind: 'reading'; readonly name: string; readonly bytes: number; readonly cancel: () => void }
  /** It has its report, but the person went elsewhere meanwhile. */
  | { readonly kind: 'read'; readonly name: string; readonly show: () => void }
  | { readonly kind: 'problem'; readonly name: string; readonly words: string };

export type BundleRead =
  | { readonly kind: 'kept'; readonly reportId: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'problem'; readonly words: string };

/**
 * Reads a bundle in this page, has it judged, and its report kept with its icon. Nothing of it is run or sent anywhere. Of what was
 * cancelled nothing is kept. Never rejects.
 */
export async function readBundle(file: File, signal: AbortSignal): Promise<BundleRead> {
  const startedAt = Date.now();
  try {
    const { openBundle } = await import('../../lib/bundles/open-bundle.ts');
    const { evidence, pictures } = await openBundle(file, file.name, signal);
    signal.throwIfAborted();
    const answer = await send('judgeBundle', { evidence, pictures, startedAt, durationMs: Date.now() - startedAt });
    if (signal.aborted) return await takenBack(answer);
    if (!answer.ok) return { kind: 'problem', words: answer.problem };
    return { kind: 'kept', reportId: answer.value.reportId };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' };
    return { kind: 'problem', words: problemOf(error) };
  }
}

/** What is being judged cannot be called off, so its report is taken away as soon as it is there. */
async function takenBack(answer: ReturnType<Commands['judgeBundle']>): Promise<BundleRead> {
  if (answer.ok) await dropReport(answer.value.reportId);
  return { kind: 'cancelled' };
}

function problemOf(error: unknown): string {
  if (error instanceof DOMException) return say('The browser could not read it: it may have been moved.');
  const words = error instanceof Error ? plainLine(error.message, 200) : '';
  return words === '' ? say(noAnswerWords) : say('It could not be looked at ({words}).', { words });
}
