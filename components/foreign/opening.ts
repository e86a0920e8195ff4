import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { openReport, type Handed, type OpenedReport } from '../report/open-report.ts';

/** What was handed over, as it stands on the page. `name` is the file’s; null for what was pasted. */
export type Opened =
  | { readonly kind: 'reading'; readonly name: string | null; readonly cancel: () => void }
  | {
      readonly kind: 'locked';
      readonly name: string | null;
      /** Why the passphrase that was given does not open it, as a sentence; null before the first one. */
      readonly problem: string | null;
      readonly isTrying: boolean;
      readonly unlock: (passphrase: string) => void;
    }
  | { readonly kind: 'report'; readonly name: string | null; readonly report: Report }
  | { readonly kind: 'problem'; readonly name: string | null; readonly words: string };

/**
 * Reads what was handed over and tells each stage of it; null: it was cancelled. After the signal was aborted nothing more is told.
 * The passphrase is held by nothing once it was tried.
 */
export async function beginOpening(
  handed: Handed,
  abort: AbortController,
  show: (opened: Opened | null) => void,
): Promise<void> {
  const name = handed.kind === 'file' ? plainLine(handed.file.name, 120) : null;
  const tell = (opened: Opened): void => {
    if (!abort.signal.aborted) show(opened);
  };
  const cancel = (): void => {
    abort.abort();
    show(null);
  };
  tell({ kind: 'reading', name, cancel });
  // What is read at once keeps the page busy: that it is being read stands there before.
  await nextFrame();
  if (!abort.signal.aborted) tell(shownAs(await openReport(handed), tell));
}

function shownAs(read: OpenedReport, tell: (opened: Opened) => void): Opened {
  if (read.kind !== 'locked') return read;
  const { name, text } = read;
  const locked = (problem: string | null, isTrying = false): Opened => ({
    kind: 'locked',
    name,
    problem,
    isTrying,
    unlock: (passphrase) => {
      if (passphrase === '') return tell(locked(say('Type the passphrase first.')));
      tell(locked(null, true));
      void openReport({ kind: 'text', text }, passphrase).then((again) => {
        if (again.kind === 'report') tell({ ...again, name });
        else tell(locked(again.kind === 'problem' ? again.words : say('It stays locked: this is not its passphrase.')));
      });
    },
  });
  return locked(null);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
