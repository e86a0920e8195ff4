import { useEffect, useState } from 'react';
import { send } from '../../lib/messaging/commands.ts';
import type { PageReading } from '../../lib/page/sighting.ts';
import type { Beside } from '../sidepanel/panel-place.ts';

interface Looked {
  /** For what it was read: another step, or another page, is another story. */
  readonly key: string;
  readonly reading: PageReading;
  readonly wished: boolean;
}

/**
 * Reads the page beside for a connector’s error: by itself whenever `step` (null: not now) or the page changes, and at a click by the
 * function that it returns.
 */
export function usePageReading(
  step: string | null,
  { tabId, url, loads }: Beside,
): readonly [Omit<Looked, 'key'> | null, () => void] {
  const [looked, setLooked] = useState<Looked | null>(null);
  const key = step === null ? null : JSON.stringify([step, tabId, url, loads]);
  useEffect(() => {
    if (key === null) return undefined;
    let isWanted = true;
    void read(tabId).then((reading) => {
      // What the person asked for stands until something changes.
      if (isWanted)
        setLooked((before) => (before?.key === key && before.wished ? before : { key, reading, wished: false }));
    });
    return () => {
      isWanted = false;
    };
  }, [key, tabId]);
  const look = (): void => {
    if (key !== null)
      void read(tabId).then((reading) => {
        setLooked({ key, reading, wished: true });
      });
  };
  return [looked?.key === key ? looked : null, look];
}

async function read(tabId: number | null): Promise<PageReading> {
  const answer = tabId === null ? null : await send('readPage', { tabId }).catch(() => null);
  return answer?.ok ? answer.value : { isRead: false, sighting: null };
}
