import type { SeenPicture } from '../kernel/picture.ts';
import { database } from './database.ts';

/** The pictures that a run saw; none where none were kept, or its report was forgotten. Rejects when this browser keeps no data. */
export async function readPictures(runId: string): Promise<readonly SeenPicture[]> {
  return (await (await database()).get('pictures', runId)) ?? [];
}

/** Keeps them in place of earlier ones. Rejects when there is no room. `dropReport` forgets them with the run’s report. */
export async function savePictures(runId: string, pictures: readonly SeenPicture[]): Promise<void> {
  await (await database()).put('pictures', pictures, runId);
}

/** Forgets the pictures of all runs; the number of runs that had some. */
export async function clearPictures(): Promise<number> {
  const transaction = (await database()).transaction('pictures', 'readwrite');
  const [count] = await Promise.all([transaction.store.count(), transaction.store.clear(), transaction.done]);
  return count;
}
