import { say } from '../../lib/i18n/say.ts';
import { send } from '../../lib/messaging/commands.ts';
import { plainLine } from '../../lib/report/plain.ts';
import { savePictures } from '../../lib/storage/pictures.ts';
import { noAnswerWords } from '../state/start-run.ts';

/** A bundle that is being read, or why that came to nothing. */
export type BundleReading =
  | { readonly kind: 'reading'; readonly name: string; readonly bytes: number; readonly cancel: () => void }
  | { readonly kind: 'problem'; readonly name: string; readonly words: string };

export type BundleRead =
  | { readonly kind: 'kept'; readonly reportId: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'problem'; readonly words: string };

/** Reads a bundle in this page, has it judged, and keeps its report with its icon. Nothing of it is run or sent anywhere. Never rejects. */
export async function readBundle(file: File, signal: AbortSignal): Promise<BundleRead> {
  const startedAt = Date.now();
  try {
    const { openBundle } = await import('../../lib/bundles/open-bundle.ts');
    const { evidence, pictures } = await openBundle(file, file.name, signal);
    const answer = await send('judgeBundle', { evidence, startedAt, durationMs: Date.now() - startedAt });
    if (!answer.ok) return { kind: 'problem', words: answer.problem };
    const { reportId } = answer.value;
    // Without room for its icon, the bundle is shown without.
    if (pictures.length > 0) await savePictures(reportId, pictures).catch(() => undefined);
    return { kind: 'kept', reportId };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' };
    return { kind: 'problem', words: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  if (error instanceof DOMException) return say('The browser could not read it: it may have been moved.');
  const words = error instanceof Error ? plainLine(error.message, 200) : '';
  return words === '' ? say(noAnswerWords) : say('It could not be looked at ({words}).', { words });
}
