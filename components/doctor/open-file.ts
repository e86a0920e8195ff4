import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { fileKind } from '../bundle/file-kind.ts';
import { readBundle } from '../bundle/read-bundle.ts';
import { beginOpening } from '../foreign/opening.ts';
import { looksLikeReport } from '../foreign/looks-like-report.ts';
import type { Handed } from '../report/open-report.ts';
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

/** Opens what was handed over, in place of whatever was being opened before. Pasted text that is no report is a connector’s. */
export async function openHanded(handed: Handed, against: Handed | null, hands: OpeningHands): Promise<void> {
  const { opening, remember } = hands;
  if (handed.kind === 'text' && handed.isForReports !== true && !looksLikeReport(handed.text))
    return remember({ pasted: handed.text.slice(0, mostTyped) });
  opening.current?.abort();
  const abort = new AbortController();
  opening.current = abort;
  remember({ reading: null });
  const kind = handed.kind === 'text' ? 'report' : await fileKind(handed.file);
  if (abort.signal.aborted) return;
  if (handed.kind === 'file' && kind === 'bundle') return openBundleFile(handed.file, abort, hands);
  if (handed.kind === 'file' && kind === 'neither') {
    const name = plainLine(handed.file.name, 120);
    const words = say('It is neither a saved report (JSON or HTML) nor a bundle (.mcpb).');
    return remember({ opened: { kind: 'problem', name, words }, problem: null });
  }
  await beginOpening(handed, abort, (opened) => {
    remember({ opened, against, problem: null });
  });
}

/** As long as anything is that the field for a connector is meant for. */
const mostTyped = 16_384;

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
