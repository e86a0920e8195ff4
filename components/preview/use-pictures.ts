import { useEffect, useState } from 'react';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import { readPictures } from '../../lib/storage/pictures.ts';

interface Read {
  readonly runId: string;
  readonly pictures: readonly SeenPicture[];
}

const none: readonly SeenPicture[] = [];

/** The pictures that this run saw; null until they were read. None without a run, and where nothing can be read. */
export function usePictures(runId: string | null): readonly SeenPicture[] | null {
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    if (runId === null) return undefined;
    let isWanted = true;
    void readPictures(runId)
      .catch(() => none)
      .then((pictures) => {
        if (isWanted) setRead({ runId, pictures });
      });
    return () => {
      isWanted = false;
    };
  }, [runId]);
  if (runId === null) return none;
  return read?.runId === runId ? read.pictures : null;
}
