import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { heldPermissions, watchPermissions, type HeldPermission } from '../../lib/permissions/held.ts';
import { bisectState } from '../../lib/storage/bisect-state.ts';
import { examState } from '../../lib/storage/exam-state.ts';

/** What the background has written down about this browser, and what the person has allowed. */
export interface BrowserStore {
  readonly exam: ExamState | null;
  readonly bisect: BisectState | null;
  readonly held: readonly HeldPermission[];
}

const store = createStore<BrowserStore>(() => ({ exam: null, bisect: null, held: [] }));

/** Begins to mirror all of it; settles once everything was read. A page calls it once, before it draws. */
export async function mirrorBrowser(): Promise<void> {
  const readHeld = async (): Promise<void> => {
    store.setState({ held: await heldPermissions() });
  };
  watchPermissions(() => void readHeld());
  await Promise.all([
    readHeld(),
    new Promise<void>((resolve) => {
      examState.watch((exam) => {
        store.setState({ exam });
        resolve();
      });
    }),
    new Promise<void>((resolve) => {
      bisectState.watch((bisect) => {
        store.setState({ bisect });
        resolve();
      });
    }),
  ]);
}

/** The look at this browser, the search for an extension, and what is allowed. */
export function useBrowserState(): BrowserStore {
  return useStore(store);
}
