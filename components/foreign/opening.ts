import { msg, say } from '../../lib/i18n/say.ts';
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
  | {
      readonly kind: 'report';
      readonly name: string | null;
      /** In our own words, for screens. */
      readonly report: Report;
      /** As it came, to be handed on. */
      readonly written: Report;
    }
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
  if (!abort.signal.aborted) tell(await shownAs(await reading(handed), name, tell));
}

/** What reads a report is loaded when it is needed, and may not be there: without a network, or after the page was published anew. */
async function reading(handed: Handed, passphrase?: string): Promise<OpenedReport> {
  return openReport(handed, passphrase).catch(() => ({ kind: 'problem', name: null, words: say(notLoadedWords) }));
}

const notLoadedWords = msg(
  'The part of this page that reads reports could not be loaded. See that the network is there, load the page again, and open the report once more.',
);

async function inWordsOfOurs(read: Extract<OpenedReport, { kind: 'report' }>, name: string | null): Promise<Opened> {
  const door = await import('../../lib/our-words.ts').catch(() => null);
  return door === null
    ? { kind: 'problem', name, words: say(notLoadedWords) }
    : { kind: 'report', name, report: door.inOurWords(read.report), written: read.report };
}

async function shownAs(read: OpenedReport, name: string | null, tell: (opened: Opened) => void): Promise<Opened> {
  if (read.kind === 'report') return inWordsOfOurs(read, name);
  if (read.kind === 'problem') return { ...read, name };
  const { text } = read;
  const locked = (problem: string | null, isTrying = false): Opened => ({
    kind: 'locked',
    name,
    problem,
    isTrying,
    unlock: (passphrase) => {
      if (passphrase === '') return tell(locked(say('Type the passphrase first.')));
      tell(locked(null, true));
      void reading({ kind: 'text', text }, passphrase).then(async (again) => {
        if (again.kind === 'report') tell(await inWordsOfOurs(again, name));
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
