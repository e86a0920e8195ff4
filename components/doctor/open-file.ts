import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { fileKind } from '../bundle/file-kind.ts';
import { readBundle } from '../bundle/read-bundle.ts';
import { openReport } from '../report/open-report.ts';
import type { DoctorMemory } from './doctor-model.ts';
import { runRoute, type Route } from './route.ts';

/** What opening a file changes on the page. */
export interface OpeningHands {
  /** The file that is being opened: only the last one that was chosen counts. */
  readonly opening: { current: AbortController | null };
  /** What the person looks at; another answer later means that they went elsewhere, or are writing something. */
  whereabouts(): string;
  remember(patch: Partial<DoctorMemory>): void;
  /** One more was deleted, or came by without a run. */
  changed(): void;
  go(route: Route): void;
}

/** Opens a saved report or a bundle, in place of whatever was being opened before. */
export async function openFile(file: File, hands: OpeningHands): Promise<void> {
  const { opening, remember } = hands;
  opening.current?.abort();
  const abort = new AbortController();
  opening.current = abort;
  remember({ reading: null });
  const kind = await fileKind(file);
  if (abort.signal.aborted) return;
  if (kind === 'bundle') return openBundleFile(file, abort, hands);
  const name = plainLine(file.name, 120);
  const words = say('It is neither a saved report (JSON) nor a bundle (.mcpb).');
  const opened = kind === 'report' ? await openReport(file) : ({ kind: 'problem', name, words } as const);
  if (!abort.signal.aborted) remember({ opened, problem: null });
}

async function openBundleFile(file: File, abort: AbortController, hands: OpeningHands): Promise<void> {
  const { whereabouts, remember, changed, go } = hands;
  const name = plainLine(file.name, 120);
  const from = whereabouts();
  const cancel = (): void => {
    abort.abort();
    remember({ reading: null });
  };
  remember({ opened: null, problem: null, reading: { kind: 'reading', name, bytes: file.size, cancel } });
  const read = await readBundle(file, abort.signal);
  if (read.kind === 'kept') changed();
  if (abort.signal.aborted || read.kind === 'cancelled') return;
  if (read.kind === 'problem') return remember({ reading: { kind: 'problem', name, words: read.words } });
  const show = (): void => {
    remember({ reading: null, opened: null });
    go(runRoute(read.reportId));
  };
  // Nobody is torn away from what they turned to meanwhile.
  if (whereabouts() === from) show();
  else remember({ reading: { kind: 'read', name, show } });
}
