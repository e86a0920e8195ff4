import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { GuideProgress } from '../../lib/help/guide-life.ts';
import { pathMayHoldSecret } from '../../lib/parsing/secret-segment.ts';
import { withoutTypedSecrets } from '../../lib/parsing/typed-redaction.ts';
import { dropGuideProgress, watchGuideProgress, writeGuideProgress } from '../../lib/storage/guide-progress.ts';

interface Guides {
  /** Every guide that was begun, the one that was worked on last first. */
  readonly begun: readonly GuideProgress[];
  /** The last change is on this screen alone: the browser did not keep it. */
  readonly isUnkept: boolean;
}

const store = createStore<Guides>(() => ({ begun: [], isUnkept: false }));

/** How many changes are on their way to storage: until they are there, what it tells is older than what is shown. */
let onTheWay = 0;

/** Begins to mirror how far guides are; settles once it was read. A page calls it once, before it draws. */
export function mirrorGuides(): Promise<void> {
  return new Promise((resolve) => {
    watchGuideProgress((begun) => {
      if (onTheWay === 0) store.setState({ begun: begun.map(newest) });
      resolve();
    });
  });
}

/** How far guides are. */
export function useGuides(): Guides {
  return useStore(store);
}

/** Shows a change at once, and keeps it; an address with a secret in it stays on this screen alone. */
export async function keepGuide(progress: GuideProgress): Promise<void> {
  const { url } = progress.connector;
  const isSecret = url !== null && (pathMayHoldSecret(url) || withoutTypedSecrets(url) !== url);
  const kept = isSecret ? { ...progress, connector: { ...progress.connector, url: null } } : progress;
  await change([progress, ...others(progress.guide)], () => writeGuideProgress(kept));
}

/** Forgets how far a guide is. */
export async function forgetGuide(guide: GuideId): Promise<void> {
  await change(others(guide), () => dropGuideProgress(guide));
}

/** How far this guide is at this moment; null when it was not begun. */
export function guideNow(guide: GuideId): GuideProgress | null {
  return store.getState().begun.find((each) => each.guide === guide) ?? null;
}

/** What is told of our own last change lacks what is not kept, and a reading may have begun before it. */
function newest(told: GuideProgress): GuideProgress {
  const known = guideNow(told.guide);
  return known !== null && known.updatedAt >= told.updatedAt ? known : told;
}

async function change(begun: readonly GuideProgress[], keep: () => Promise<void>): Promise<void> {
  store.setState({ begun });
  onTheWay += 1;
  const isKept = await keep().then(
    () => true,
    () => false,
  );
  onTheWay -= 1;
  store.setState({ isUnkept: !isKept });
}

function others(guide: GuideId): readonly GuideProgress[] {
  return store.getState().begun.filter((each) => each.guide !== guide);
}
